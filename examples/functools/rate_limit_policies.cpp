// SPDX-License-Identifier: MIT
// What happens to a call beyond the limit: it waits, throws or is left out.

#include <regius/core/clock.hpp>
#include <regius/functools/rate_limit.hpp>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;
using regius::policy;

int main() {
    regius::manual_clock clock;  // leave it out for real time
    auto const twice = [](int x) { return 2 * x; };

    auto const patient = regius::rate_limit(2, 1s, clock)(twice);
    for (int i = 0; i < 4; ++i) patient(i);
    std::printf("waited %d ms\n", int(clock.slept() / 1ms));

    auto const strict = regius::rate_limit({.rate = 1, .policy = policy::raise}, clock)(twice);
    strict(1);
    try {
        strict(2);
    } catch (regius::rate_limit_exceeded const& error) {
        std::printf("%s, free in %lld ns\n", error.what(), static_cast<long long>(error.retry_after_ns()));
    }

    auto const sampled = regius::rate_limit({.rate = 1, .policy = policy::drop}, clock)(twice);
    for (int i = 1; i <= 2; ++i) std::printf("%d: %s\n", i, sampled(i) ? "made" : "left out");
}

// Output:
// waited 1000 ms
// too many calls, free in 1000000000 ns
// 1: made
// 2: left out
