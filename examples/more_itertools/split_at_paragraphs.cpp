// SPDX-License-Identifier: MIT
// Paragraphs of a text: the lines between blank ones.

#include <regius/more_itertools/split_at.hpp>
#include <regius/text/join.hpp>
#include <regius/text/splitlines.hpp>

#include <iostream>
#include <string_view>

int main() {
    std::string_view const text = "Sumer is\nicumen in\n\nLhude sing\ncuccu\n";

    for (auto paragraph : regius::splitlines(text) | regius::split_at(&std::string_view::empty))
        std::cout << regius::join(" / ", paragraph) << '\n';
}

// Output:
// Sumer is / icumen in
// Lhude sing / cuccu
