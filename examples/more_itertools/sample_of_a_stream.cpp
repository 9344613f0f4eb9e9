// SPDX-License-Identifier: MIT
// Draw three winners from a list of unknown length, in one pass and without keeping the list.

#include <regius/more_itertools/sample.hpp>

#include <cstdio>
#include <random>
#include <ranges>
#include <sstream>
#include <string>

int main() {
    std::istringstream entries("ann bob cy dan eve fay gus hal ida jim");
    std::mt19937 random(2);

    for (auto const& winner : std::views::istream<std::string>(entries) | regius::sample(3, random))
        std::puts(winner.c_str());
}

// Output:
// gus
// fay
// ida
