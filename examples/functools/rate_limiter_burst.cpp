// SPDX-License-Identifier: MIT
// Two calls a second, three at once: what a limiter says when it is asked, without waiting.

#include <regius/core/clock.hpp>
#include <regius/functools/rate_limit.hpp>

#include <chrono>
#include <cstdio>

int main() {
    using namespace std::chrono_literals;
    regius::manual_clock clock;
    regius::rate_limiter limiter({.rate = 2, .burst = 3}, clock);

    for (int call = 1; call <= 6; ++call) {
        std::printf("call %d: %s\n", call, limiter.try_acquire() ? "goes" : "too early");
        clock.advance(100ms);
    }
    std::printf("in 50 ms: %s\n", limiter.acquire_for(50ms) ? "goes" : "too early");
    std::printf("in 500 ms: %s\n", limiter.acquire_for(500ms) ? "goes" : "too early");
}

// Output:
// call 1: goes
// call 2: goes
// call 3: goes
// call 4: too early
// call 5: too early
// call 6: goes
// in 50 ms: too early
// in 500 ms: goes
