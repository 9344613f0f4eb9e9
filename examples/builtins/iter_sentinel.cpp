// SPDX-License-Identifier: MIT
// Read until a value comes: iter(function, sentinel).

#include <regius/builtins/iter.hpp>

#include <cstdio>

int main() {
    int n = 27;
    auto const collatz = [&n] { return n = n % 2 == 0 ? n / 2 : 3 * n + 1; };

    int steps = 0;
    for ([[maybe_unused]] int x : regius::iter(collatz, 1)) ++steps;
    std::printf("%d\n", steps);
}

// Output:
// 110
