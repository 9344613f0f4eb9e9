// SPDX-License-Identifier: MIT
// Open as many things as a list says; if one fails, close those that are open, last first.

#include <regius/contextlib/exit_stack.hpp>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

regius::exit_stack open_all(std::vector<std::string> const& names) {
    regius::exit_stack stack;
    for (auto const& name : names) {
        if (name.empty()) throw std::invalid_argument("a door without a name");
        std::printf("open %s\n", name.c_str());
        stack.callback([name] { std::printf("close %s\n", name.c_str()); });
    }
    return stack.pop_all();  // all are open: the caller closes them
}

int main() {
    auto const doors = open_all({"front", "back"});
    try {
        auto const more = open_all({"cellar", ""});
    } catch (std::invalid_argument const& e) {
        std::puts(e.what());
    }
}

// Output:
// open front
// open back
// open cellar
// close cellar
// a door without a name
// close back
// close front
