// SPDX-License-Identifier: MIT
// Try again after 100, 200 and 400 milliseconds; a clock of one's own shows it without waiting.

#include <regius/core/clock.hpp>
#include <regius/functools/retry.hpp>

#include <chrono>
#include <cstdio>
#include <stdexcept>

int main() {
    using namespace std::chrono_literals;
    regius::manual_clock clock;
    int calls = 0;
    auto fetch = regius::retry({.max_attempts = 5,
                                .delay = 100ms,
                                .backoff = 2.0,
                                .on_retry =
                                    [](regius::retry_state const& s) {
                                        std::printf("%s: again in %lld ms\n", s.what().c_str(),
                                                    static_cast<long long>(s.delay / 1ms));
                                    }},
                               clock)([&] {
        if (++calls < 4) throw std::runtime_error("no answer");
        return calls;
    });

    std::printf("answer at attempt %d\n", fetch());
}

// Output:
// no answer: again in 100 ms
// no answer: again in 200 ms
// no answer: again in 400 ms
// answer at attempt 4
