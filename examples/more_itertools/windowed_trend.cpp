// SPDX-License-Identifier: MIT
// Split a day's readings into overlapping windows; the last is filled up.

#include <regius/builtins/min_max.hpp>
#include <regius/more_itertools/windowed.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const readings{7, 9, 12, 15, 14, 11};

    for (auto window : regius::windowed(readings, 3, 0, 2)) {
        for (int reading : window) std::printf("%3d", reading);
        std::printf("   max %d\n", regius::max(window));
    }
}

// Output:
//   7  9 12   max 12
//  12 15 14   max 15
//  14 11  0   max 14
