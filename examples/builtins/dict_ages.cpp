// SPDX-License-Identifier: MIT
// A map that remembers the order in which it was filled.

#include <regius/builtins/dict.hpp>

#include <iostream>
#include <string>

int main() {
    regius::dict<std::string, int> ages{{"Tom", 31}, {"Ann", 29}};
    ages["Bob"] = 40;
    ages["Tom"] += 1;  // keeps its place
    ages.erase("Ann");

    for (auto const& [name, age] : ages) std::cout << name << ' ' << age << '\n';
    if (auto const age = ages.get("Eve")) std::cout << *age << '\n';  // looks, and does not insert
    std::cout << (ages | regius::dict<std::string, int>{{"Eve", 5}}) << '\n';

    try {
        std::cout << ages.at("Ann");
    } catch (regius::key_error const& missing) {
        std::cout << "no " << missing.what() << '\n';
    }
}

// Output:
// Tom 32
// Bob 40
// {'Tom': 32, 'Bob': 40, 'Eve': 5}
// no 'Ann'
