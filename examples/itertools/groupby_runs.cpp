// SPDX-License-Identifier: MIT
// Shorten a log: print a run of equal messages once, with how often it came.

#include <regius/itertools/groupby.hpp>

#include <cstdio>
#include <iterator>
#include <string_view>
#include <vector>

int main() {
    std::vector<std::string_view> const log{"started", "timeout", "timeout", "timeout", "connected", "timeout"};

    for (auto [message, run] : regius::groupby(log)) {
        int times = 0;
        for ([[maybe_unused]] auto line : run) ++times;
        std::printf("%dx %s\n", times, message.data());
    }
}

// Output:
// 1x started
// 3x timeout
// 1x connected
// 1x timeout
