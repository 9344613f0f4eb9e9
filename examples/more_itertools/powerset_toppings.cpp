// SPDX-License-Identifier: MIT
// Print the menu of all pizzas that three toppings make.

#include <regius/more_itertools/powerset.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const toppings{"olives", "onions", "basil"};

    for (auto chosen : regius::powerset(toppings)) {
        std::printf("pizza");
        for (auto topping : chosen) std::printf(" + %s", topping);
        std::puts("");
    }
}

// Output:
// pizza
// pizza + olives
// pizza + onions
// pizza + basil
// pizza + olives + onions
// pizza + olives + basil
// pizza + onions + basil
// pizza + olives + onions + basil
