// SPDX-License-Identifier: MIT
// A ruler after every three lines, and none after the last.

#include <regius/more_itertools/intersperse.hpp>

#include <cstdio>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> const lines{"one", "two", "three", "four", "five", "six"};

    for (auto const& line : regius::intersperse("-----", lines, 3)) std::puts(line.c_str());
}

// Output:
// one
// two
// three
// -----
// four
// five
// six
