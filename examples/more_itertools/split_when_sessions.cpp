// SPDX-License-Identifier: MIT
// Cut a log where its lines are far apart, and a text before and after some of its letters.

#include <regius/more_itertools/split_after.hpp>
#include <regius/more_itertools/split_before.hpp>
#include <regius/more_itertools/split_when.hpp>

#include <iostream>
#include <string_view>
#include <vector>

int main() {
    std::vector const minutes{1, 2, 4, 30, 31, 90};
    for (auto session : regius::split_when(minutes, [](int x, int y) { return y - x > 10; }))
        std::cout << session.front() << ".." << session.back() << '\n';

    std::string_view const name = "OneTwoThree";
    for (auto word : regius::split_before(name, [](char c) { return c < 'a'; })) std::cout << word.size() << '+';
    for (auto part : name | regius::split_after([](char c) { return c == 'e'; })) std::cout << part.size() << ',';
    std::cout << '\n';
}

// Output:
// 1..4
// 30..31
// 90..90
// 3+3+5+3,7,1,
