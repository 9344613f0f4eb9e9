// SPDX-License-Identifier: MIT
// Smooth a series: the mean of every three neighbours, and where it turns.

#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/sliding_window.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const temperatures{12.0, 15.0, 18.0, 17.0, 13.0, 14.0};

    for (auto window : regius::sliding_window(temperatures, 3)) std::printf("%5.1f", regius::sum(window) / 3);
    std::puts("");
    for (auto [before, now, after] : regius::sliding_window_n<3>(temperatures)) {
        if (before < now && now > after) std::printf("peak at %.0f\n", now);
        if (before > now && now < after) std::printf("dip at %.0f\n", now);
    }
}

// Output:
//  15.0 16.7 16.0 14.7
// peak at 18
// dip at 13
