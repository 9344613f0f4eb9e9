// SPDX-License-Identifier: MIT
#include <regius/functools/sliding_window_limiter.hpp>

#include <regius/functools/rate_limit.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <random>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::manual_clock;
using regius::rate_limiter;
using regius::sliding_window_limiter;
using regius::value_error;

TEST_CASE("sliding_window_limiter: n in any period", "[functools][sliding_window_limiter]") {
    manual_clock clock;
    sliding_window_limiter limiter(2, 1s, clock);
    CHECK(limiter.try_acquire());
    clock.advance(900ms);
    CHECK(limiter.try_acquire());
    CHECK_FALSE(limiter.try_acquire());
    clock.advance(100ms);
    CHECK(limiter.try_acquire());  // the first is a second old
    CHECK_FALSE(limiter.try_acquire());
    clock.advance(800ms);
    CHECK_FALSE(limiter.try_acquire());
    CHECK(limiter.acquire() == 100ms);
    CHECK(limiter.limit() == 2);
}

TEST_CASE("sliding_window_limiter: never more than n, whatever the moment", "[functools][sliding_window_limiter]") {
    std::mt19937 random(5);
    manual_clock clock;
    sliding_window_limiter limiter(7, 100ns, clock);
    std::vector<std::int64_t> passed;
    for (int i = 0; i < 5000; ++i) {
        auto const n = static_cast<std::int64_t>(1 + random() % 3);
        if (random() % 2 != 0) {
            if (limiter.try_acquire(n))
                passed.insert(passed.end(), std::size_t(n), clock.now().time_since_epoch().count());
        } else {
            limiter.acquire(n);
            passed.insert(passed.end(), std::size_t(n), clock.now().time_since_epoch().count());
        }
        clock.advance(std::chrono::nanoseconds{random() % 30});
    }
    for (std::size_t i = 7; i < passed.size(); ++i) REQUIRE(passed[i] - passed[i - 7] >= 100);
}

TEST_CASE("sliding_window_limiter: several at once, within a time, in order", "[functools][sliding_window_limiter]") {
    manual_clock clock;
    std::vector<std::chrono::nanoseconds> waits;
    sliding_window_limiter limiter(3, 1s, clock, [&](std::chrono::nanoseconds d) { waits.push_back(d); });
    CHECK(limiter.try_acquire(3));
    CHECK_FALSE(limiter.acquire_for(999ms, 2));
    CHECK(limiter.acquire_for(1s, 2));
    CHECK(limiter.acquire() == 1s);
    CHECK(limiter.acquire() == 2s);
    CHECK(waits == std::vector<std::chrono::nanoseconds>{1s, 1s, 2s});
    CHECK_FALSE(limiter.try_acquire());
    CHECK_THROWS_AS(limiter.acquire(4), value_error);
    CHECK_THROWS_AS(limiter.acquire(0), value_error);
    CHECK_THROWS_AS(sliding_window_limiter(0, 1s), value_error);
    CHECK_THROWS_AS(sliding_window_limiter(1, 0s), value_error);
}

TEST_CASE("sliding_window_limiter: threads", "[functools][sliding_window_limiter][threads]") {
    manual_clock clock;
    sliding_window_limiter limiter(100, 1s, clock);
    std::atomic<int> passed{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) passed += limiter.try_acquire();
        });
    for (auto& thread : threads) thread.join();
    CHECK(passed == 100);
}

}  // namespace
