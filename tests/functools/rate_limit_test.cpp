// SPDX-License-Identifier: MIT
#include <regius/functools/rate_limit.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::manual_clock;
using regius::policy;
using regius::rate_limit;
using regius::rate_limit_exceeded;
using regius::rate_limiter;
using regius::value_error;

int twice(int x) { return 2 * x; }

// ---------------------------------------------------------------- 1. what a token bucket does

TEST_CASE("rate_limiter: lets a burst through and then keeps the rate", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter limiter(4, 1s, clock);
    for (int i = 0; i < 4; ++i) CHECK(limiter.try_acquire());
    CHECK_FALSE(limiter.try_acquire());
    CHECK(limiter.wait_time() == 250ms);
    clock.advance(250ms - 1ns);
    CHECK_FALSE(limiter.try_acquire());
    clock.advance(1ns);
    CHECK(limiter.try_acquire());
    CHECK_FALSE(limiter.try_acquire());
}

TEST_CASE("rate_limiter: a refused call takes nothing", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter limiter(2, 1s, clock);
    CHECK(limiter.try_acquire(2));
    for (int i = 0; i < 100; ++i) CHECK_FALSE(limiter.try_acquire());
    clock.advance(500ms);
    CHECK(limiter.try_acquire());
}

TEST_CASE("rate_limiter: quiet time fills the bucket and no more", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter limiter({.rate = 10, .burst = 3}, clock);
    clock.advance(24h);
    int passed = 0;
    while (limiter.try_acquire()) ++passed;
    CHECK(passed == 3);
}

TEST_CASE("rate_limiter: acquire waits for its turn and says how long", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter limiter({.rate = 10, .burst = 1}, clock);
    CHECK(limiter.acquire() == 0ns);
    CHECK(limiter.acquire() == 100ms);
    CHECK(limiter.acquire() == 100ms);
    CHECK(clock.slept() == 200ms);
    CHECK(clock.sleeps() == 2);
}

TEST_CASE("rate_limiter: waiting callers have their turns reserved in order", "[functools][rate_limit]") {
    manual_clock clock;
    std::vector<std::chrono::nanoseconds> waits;  // a sleeper that does not move the clock: all callers stand in line
    rate_limiter limiter({.rate = 10, .burst = 1}, clock, [&](std::chrono::nanoseconds d) { waits.push_back(d); });
    for (int i = 0; i < 4; ++i) limiter.acquire();
    CHECK(waits == std::vector<std::chrono::nanoseconds>{100ms, 200ms, 300ms});
    CHECK_FALSE(limiter.try_acquire());  // cannot overtake
}

TEST_CASE("rate_limiter: n tokens at once", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter limiter({.rate = 10, .burst = 5}, clock);
    CHECK(limiter.try_acquire(3));
    CHECK_FALSE(limiter.try_acquire(3));
    CHECK(limiter.try_acquire(2));
    CHECK(limiter.acquire(5) == 500ms);
    CHECK(limiter.burst() == 5);
}

TEST_CASE("rate_limiter: acquire_for waits no longer than it may", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter limiter({.rate = 1, .burst = 1}, clock);
    CHECK(limiter.acquire_for(0s));
    CHECK_FALSE(limiter.acquire_for(1s - 1ns));
    CHECK(clock.sleeps() == 0);
    CHECK(limiter.acquire_for(1s));
    CHECK(clock.slept() == 1s);
    CHECK_FALSE(limiter.acquire_for(-1s));
}

TEST_CASE("rate_limiter: a rate may be any number, per any period", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter slow({.rate = 0.5, .burst = 1}, clock);
    CHECK(slow.acquire() == 0s);
    CHECK(slow.acquire() == 2s);
    rate_limiter hourly({.rate = 60, .per = 1h, .burst = 1}, clock);
    hourly.acquire();
    CHECK(hourly.acquire() == 1min);
    int const rate = 1000;
    rate_limiter fast({.rate = rate}, clock);
    CHECK(fast.burst() == 1000);
}

TEST_CASE("rate_limiter: an interval that is no whole number of nanoseconds is rounded up", "[functools][rate_limit]") {
    manual_clock clock;
    rate_limiter limiter({.rate = 3, .burst = 1}, clock);
    limiter.acquire();
    CHECK(limiter.acquire() == 333'333'334ns);
}

TEST_CASE("rate_limiter: refuses what makes no sense", "[functools][rate_limit]") {
    manual_clock clock;
    CHECK_THROWS_AS(rate_limiter(0, 1s), value_error);
    CHECK_THROWS_AS(rate_limiter(-1, 1s), value_error);
    CHECK_THROWS_AS(rate_limiter(1, 0s), value_error);
    CHECK_THROWS_AS(rate_limiter(1, -1s), value_error);
    CHECK_THROWS_AS(rate_limiter(2'000'000'000, 1s), value_error);
    CHECK_THROWS_AS(rate_limiter({.rate = 1e-300}), value_error);
    CHECK_THROWS_AS(rate_limiter({.rate = std::numeric_limits<double>::quiet_NaN()}), value_error);
    CHECK_THROWS_AS(rate_limiter({.rate = std::numeric_limits<double>::infinity()}), value_error);
    CHECK_THROWS_AS(rate_limiter({.rate = 1, .burst = 0}), value_error);
    CHECK_THROWS_AS(rate_limiter({.rate = 1, .burst = -3}), value_error);
    CHECK_THROWS_AS(rate_limiter({.rate = 1, .burst = std::numeric_limits<std::int64_t>::max()}), value_error);

    rate_limiter limiter({.rate = 1, .burst = 3}, clock);
    CHECK_THROWS_WITH(limiter.acquire(4), std::string("rate_limiter: 4 tokens never fit a burst of 3"));
    CHECK_THROWS_WITH(limiter.acquire(0), std::string("rate_limiter: n must be at least 1, not 0"));
    CHECK_THROWS_AS(limiter.try_acquire(-1), value_error);
    CHECK_THROWS_AS(limiter.acquire_for(1s, 4), value_error);
    CHECK(limiter.try_acquire(3));  // and nothing was taken
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("rate_limiter: never more than burst + rate * time, and never less when asked for more",
          "[functools][rate_limit]") {
    std::mt19937 random(20);
    for (int round = 0; round < 200; ++round) {
        manual_clock clock{std::chrono::nanoseconds{random()}};
        std::int64_t const rate = 1 + static_cast<int>(random() % 1000);
        std::int64_t const burst = 1 + static_cast<int>(random() % 20);
        CAPTURE(rate, burst);
        rate_limiter limiter({.rate = rate, .burst = burst}, clock);
        auto const start = clock.now();
        auto const interval = (1'000'000'000 - 1) / rate + 1;
        std::int64_t passed = 0;
        for (int step = 0; step < 200; ++step) {
            while (limiter.try_acquire()) ++passed;
            auto const ns = (clock.now() - start).count();
            REQUIRE(passed <= burst + ns / interval);
            clock.advance(std::chrono::nanoseconds(static_cast<std::int64_t>(random()) % interval));  // never fills up
        }
        if (burst > 1) {
            while (limiter.try_acquire()) ++passed;
            CHECK(passed == burst + (clock.now() - start).count() / interval);
        }
    }
}

// ---------------------------------------------------------------- 3. the decorator

TEST_CASE("rate_limit: blocks by default", "[functools][rate_limit]") {
    manual_clock clock;
    auto limited = rate_limit(2, 1s, clock)(twice);
    CHECK(limited(1) == 2);
    CHECK(limited(2) == 4);
    CHECK(clock.sleeps() == 0);
    CHECK(limited(3) == 6);
    CHECK(clock.slept() == 500ms);
    CHECK(limited.wrapped() == &twice);
}

TEST_CASE("rate_limit: raise says how long to wait, and does not call", "[functools][rate_limit]") {
    manual_clock clock;
    int calls = 0;
    auto limited = rate_limit({.rate = 10, .burst = 1, .policy = policy::raise}, clock)([&] { ++calls; });
    limited();
    try {
        limited();
        FAIL("the limit was not kept");
    } catch (rate_limit_exceeded const& error) {
        CHECK(error.what() == std::string("too many calls"));
        CHECK(error.retry_after_ns() == 100'000'000);
    }
    CHECK(calls == 1);
    CHECK(clock.sleeps() == 0);
}

TEST_CASE("rate_limit: drop leaves the call out", "[functools][rate_limit]") {
    manual_clock clock;
    auto limited = rate_limit({.rate = 1, .policy = policy::drop}, clock)(twice);
    CHECK(limited(4) == std::optional(8));
    CHECK(limited(4) == std::nullopt);

    int calls = 0;
    auto silent = rate_limit({.rate = 1, .policy = policy::drop}, clock)([&] { ++calls; });
    CHECK(silent());
    CHECK_FALSE(silent());
    CHECK(calls == 1);
}

TEST_CASE("rate_limit: copies share one budget, and so does what one limiter limits", "[functools][rate_limit]") {
    manual_clock clock;
    auto first = rate_limit({.rate = 2, .policy = policy::drop}, clock)(twice);
    auto second = first;
    CHECK(first(1).has_value());
    CHECK(second(1).has_value());
    CHECK_FALSE(first(1).has_value());

    rate_limiter limiter(1, 1s, clock);
    auto get = rate_limit(limiter, policy::drop)(twice);
    auto put = rate_limit(limiter, policy::raise)(twice);
    CHECK(get(1) == 2);
    CHECK_THROWS_AS(put(1), rate_limit_exceeded);
}

TEST_CASE("rate_limit: an error of the callable passes through", "[functools][rate_limit]") {
    manual_clock clock;
    auto limited = rate_limit(1, 1s, clock)([](int x) -> int { throw x; });
    CHECK_THROWS_AS(limited(1), int);
}

template <class F>
using limited_t = decltype(rate_limit(1, 1s)(std::declval<F>()));

struct picky {
    int operator()(std::unique_ptr<int>) & { return 1; }
    char operator()(int) const { return 'c'; }
    int operator()(int&&) && = delete;
};

static_assert(std::invocable<limited_t<int (*)(int)>&, int>);
static_assert(!std::invocable<limited_t<int (*)(int)>&, std::string>);
static_assert(!std::invocable<limited_t<int (*)(int)>&>);
static_assert(std::invocable<limited_t<picky>&, std::unique_ptr<int>>);
static_assert(!std::invocable<limited_t<picky> const&, std::unique_ptr<int>>);
static_assert(std::same_as<std::invoke_result_t<limited_t<picky> const&, int>, char>);
static_assert(std::same_as<std::invoke_result_t<limited_t<std::size_t (std::string::*)() const noexcept>, std::string>,
                           std::size_t>);

TEST_CASE("rate_limit: decorates move-only callables", "[functools][rate_limit]") {
    manual_clock clock;
    auto limited = rate_limit(1, 1s, clock)([p = std::make_unique<int>(3)](int x) { return *p * x; });
    auto moved = std::move(limited);
    CHECK(moved(2) == 6);
}

// ---------------------------------------------------------------- 4. threads

TEST_CASE("rate_limiter: threads together get exactly the burst", "[functools][rate_limit][threads]") {
    manual_clock clock;
    rate_limiter limiter({.rate = 1, .burst = 500}, clock);
    std::atomic<int> passed{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 1000; ++n) passed += limiter.try_acquire();
        });
    for (auto& thread : threads) thread.join();
    CHECK(passed == 500);
}

TEST_CASE("rate_limiter: waits of threads add up", "[functools][rate_limit][threads]") {
    manual_clock const clock;
    std::atomic<std::int64_t> latest{0};
    rate_limiter limiter({.rate = 1000, .burst = 1}, clock, [&](std::chrono::nanoseconds d) {
        auto seen = latest.load();
        while (seen < d.count() && !latest.compare_exchange_weak(seen, d.count())) {
        }
    });
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 250; ++n) limiter.acquire();
        });
    for (auto& thread : threads) thread.join();
    CHECK(std::chrono::nanoseconds(latest) == 999ms);  // the last of 1000 in line
}

}  // namespace
