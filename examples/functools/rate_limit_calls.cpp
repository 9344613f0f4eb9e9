// SPDX-License-Identifier: MIT
// Two calls at once, then one every quarter of a second.

#include <regius/core/clock.hpp>
#include <regius/functools/rate_limit.hpp>

#include <chrono>
#include <cstdio>

int main() {
    using namespace std::chrono_literals;
    regius::manual_clock clock;
    auto send = regius::rate_limit({.rate = 4, .burst = 2}, clock)([&](int message) {
        std::printf("%4lld ms: message %d\n", static_cast<long long>(clock.now().time_since_epoch() / 1ms), message);
    });

    for (int message = 1; message <= 4; ++message) send(message);
}

// Output:
//    0 ms: message 1
//    0 ms: message 2
//  250 ms: message 3
//  500 ms: message 4
