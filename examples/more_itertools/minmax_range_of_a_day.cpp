// SPDX-License-Identifier: MIT
// The coldest and the warmest hour of a day, in one pass.

#include <regius/more_itertools/minmax.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const degrees{4.5, 3.0, 2.5, 6.0, 11.5, 14.0, 12.5, 8.0};

    auto const [low, high] = regius::minmax(degrees);
    std::printf("from %.1f to %.1f\n", low, high);
    std::printf("coldest at %zu:00, warmest at %zu:00\n", regius::argmin(degrees) * 3, regius::argmax(degrees) * 3);
}

// Output:
// from 2.5 to 14.0
// coldest at 6:00, warmest at 15:00
