// SPDX-License-Identifier: MIT
// A guard written as a generator: what comes before the co_yield is done on entry, what comes after it on exit.

#include <regius/contextlib/contextmanager.hpp>
#include <regius/contextlib/with.hpp>

#include <cstdio>
#include <stdexcept>
#include <string>

regius::generator<std::string const&> tag(std::string name) {
    std::printf("<%s>", name.c_str());
    try {
        co_yield name;
    } catch (std::exception const& e) {
        std::printf("(%s)", e.what());  // caught here: suppressed
    }
    std::printf("</%s>\n", name.c_str());
}

int main() {
    auto const html = regius::contextmanager(tag);
    regius::with(html("b"), [](std::string const& name) { std::printf("in %s", name.c_str()); });
    regius::with(html("i"), [] { throw std::runtime_error("no text"); });
}

// Output:
// <b>in b</b>
// <i>(no text)</i>
