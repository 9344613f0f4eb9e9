// SPDX-License-Identifier: MIT
// Who can play whom: combinations, permutations and product.

#include <regius/itertools/combinations.hpp>
#include <regius/itertools/permutations.hpp>
#include <regius/itertools/product.hpp>

#include <cstdio>
#include <string_view>
#include <vector>

int main() {
    std::vector const teams{"Ajax", "Bern", "Como"};

    for (auto [home, guest] : regius::combinations_n<2>(teams)) std::printf("%s-%s ", home, guest);
    std::puts("");
    for (auto order : regius::permutations(std::string_view("abc"))) {
        for (char c : order) std::putchar(c);
        std::putchar(' ');
    }
    std::puts("");
    for (auto [file, rank] : regius::product(std::string_view("ab"), std::string_view("12")))
        std::printf("%c%c ", file, rank);
    std::puts("");
}

// Output:
// Ajax-Bern Ajax-Como Bern-Como
// abc acb bac bca cab cba
// a1 a2 b1 b2
