// SPDX-License-Identifier: MIT
// Read the comment at the head of a file, then the rest, without losing the line between.

#include <regius/io/lines.hpp>
#include <regius/more_itertools/before_and_after.hpp>

#include <cstdio>
#include <sstream>
#include <string_view>

int main() {
    std::istringstream file("# columns: name, age\n# units: years\nAda,36\nGrace,85\n");
    auto const is_comment = [](std::string_view line) { return line.starts_with('#'); };

    auto [head, rows] = regius::before_and_after(is_comment, regius::lines(file));
    for (auto line : head) std::printf("about %.*s\n", static_cast<int>(line.size()), line.data());
    for (auto line : rows) std::printf("row   %.*s\n", static_cast<int>(line.size()), line.data());
}

// Output:
// about # columns: name, age
// about # units: years
// row   Ada,36
// row   Grace,85
