// SPDX-License-Identifier: MIT
// Which two scoops can one order, if the same flavour may be taken twice?

#include <regius/itertools/combinations_with_replacement.hpp>

#include <cstdio>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> const flavours{"mint", "lemon", "fig"};

    for (auto&& scoops : regius::combinations_with_replacement(flavours, 2))
        std::printf("%s + %s\n", scoops[0].c_str(), scoops[1].c_str());
}

// Output:
// mint + mint
// mint + lemon
// mint + fig
// lemon + lemon
// lemon + fig
// fig + fig
