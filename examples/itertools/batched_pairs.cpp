// SPDX-License-Identifier: MIT
// A flat list of pairs: batches of a width known at compile time, and batches that must be whole.

#include <regius/core/errors.hpp>
#include <regius/itertools/batched.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const coordinates{3, 4, 5, 12, 8};

    std::vector const whole(coordinates.begin(), coordinates.end() - 1);
    for (auto [x, y] : regius::batched_n<2>(whole)) std::printf("(%d, %d)\n", x, y);

    try {
        for (auto pair : regius::batched_strict(coordinates, 2)) std::printf("%d and %d\n", pair[0], pair[1]);
    } catch (regius::value_error const& error) {
        std::puts(error.what());
    }
}

// Output:
// (3, 4)
// (5, 12)
// 3 and 4
// 5 and 12
// batched(): incomplete batch
