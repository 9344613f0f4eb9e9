// SPDX-License-Identifier: MIT
// Time two steps and print a report; a clock moved by hand stands in for the real one.

#include <regius/contextlib/timer.hpp>
#include <regius/core/clock.hpp>

#include <chrono>
#include <cstdio>
#include <string_view>

int main() {
    using namespace std::chrono_literals;
    regius::manual_clock clock;
    auto const print = [](std::string_view label, std::chrono::nanoseconds time) {
        std::printf("%s took %lld ms\n", label.data(), static_cast<long long>(time / 1ms));
    };

    regius::timer total{"all", print, clock};
    {
        regius::timer load{"load", print, clock};
        clock.advance(30ms);
    }
    clock.advance(12ms);
    std::printf("so far %lld ms\n", static_cast<long long>(total.elapsed() / 1ms));
}

// Output:
// load took 30 ms
// so far 42 ms
// all took 42 ms
