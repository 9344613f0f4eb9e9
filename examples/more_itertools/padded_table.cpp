// SPDX-License-Identifier: MIT
// Rows of a table that are too short are filled up.

#include <regius/more_itertools/padded.hpp>

#include <cstdio>
#include <string>
#include <vector>

int main() {
    std::vector<std::vector<std::string>> const rows{{"name", "age", "town"}, {"Ada", "36"}, {"Grace"}};

    for (auto const& row : rows) {
        for (auto const& cell : regius::padded(row, "-", 3)) std::printf("%-8s", cell.c_str());
        std::puts("|");
    }
}

// Output:
// name    age     town    |
// Ada     36      -       |
// Grace   -       -       |
