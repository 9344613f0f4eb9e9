// SPDX-License-Identifier: MIT
// Strategies are values: stop at five attempts or a minute, wait a little longer each time, at most three seconds.

#include <regius/core/clock.hpp>
#include <regius/functools/retry.hpp>
#include <regius/functools/retry_strategies.hpp>

#include <chrono>
#include <cstdio>
#include <stdexcept>

int main() {
    using namespace std::chrono_literals;
    using namespace regius;
    manual_clock clock;
    auto connect = retry({.stop = stop_after_attempt(5) | stop_before_delay(1min),
                          .wait = wait_incrementing({.start = 1s, .increment = 1s, .max = 3s})},
                         clock)([]() -> int { throw std::runtime_error("refused"); });

    auto const outcome = connect.with_statistics();
    std::printf("%lld attempts, %lld s of waiting\n", static_cast<long long>(outcome.attempts),
                static_cast<long long>(outcome.slept / 1s));
}

// Output:
// 5 attempts, 9 s of waiting
