// SPDX-License-Identifier: MIT
// Errors have Python's names and texts, and are the std classes that a C++ caller catches already.

#include <regius/builtins/dict.hpp>
#include <regius/builtins/generator.hpp>
#include <regius/builtins/next.hpp>
#include <regius/builtins/range.hpp>
#include <regius/collections/deque.hpp>
#include <regius/core/errors.hpp>

#include <cstdio>
#include <stdexcept>
#include <string>

template <class Error, class F>
void show(F&& f) {
    try {
        f();
    } catch (Error const& error) {
        std::puts(error.what());
    }
}

int main() {
    regius::dict<std::string, int> const ages{{"Tom", 31}};
    regius::deque<int> const none;
    auto empty = regius::generator<int>();

    show<regius::value_error>([] { (void)regius::range(1, 9, 0); });
    show<regius::key_error>([&] { (void)ages.at("Ann"); });
    show<regius::index_error>([&] { (void)none[0]; });
    show<regius::stop_iteration>([&] { (void)regius::next(empty); });
    show<std::out_of_range>([&] { (void)ages.at("Eve"); });
}

// Output:
// range() arg 3 must not be zero
// 'Ann'
// deque index out of range
// StopIteration
// 'Eve'
