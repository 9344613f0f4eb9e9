// SPDX-License-Identifier: MIT
// Integers as a sequence: steps, negative positions, membership, slices.

#include <regius/builtins/range.hpp>
#include <regius/builtins/reversed.hpp>
#include <regius/builtins/slice.hpp>
#include <regius/core/none.hpp>

#include <cstdio>

int main() {
    auto const tens = regius::range(10, 100, 10);
    std::printf("last %d, 50 at %d, 55 %s\n", tens[-1], static_cast<int>(tens.index(50)),
                tens.contains(55) ? "is in" : "is not in");
    for (int x : regius::slice(tens, -3, regius::none)) std::printf("%d ", x);
    for (int x : regius::reversed(regius::range(3))) std::printf("%d ", x);
    std::puts("");
}

// Output:
// last 90, 50 at 4, 55 is not in
// 70 80 90 2 1 0
