// SPDX-License-Identifier: MIT
#include <regius/core/time_source.hpp>

#include <regius/core/clock.hpp>
#include <support/catch.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::manual_clock;
using regius::core::span;
using regius::core::time_source;

// ---------------------------------------------------------------- 1. a span of time

static_assert(span(10ms).count() == 10'000'000);
static_assert(span(0.5s).count() == 500'000'000);
static_assert(span(-1us).count() == -1'000);
static_assert(span(std::chrono::duration<int, std::pico>(1999)).count() == 1);
static_assert(span(std::chrono::hours::max()).count() == std::numeric_limits<std::int64_t>::max());
static_assert(span(std::chrono::hours::min()).count() == std::numeric_limits<std::int64_t>::min());
static_assert(span(std::chrono::duration<double>(1e300)).count() == std::numeric_limits<std::int64_t>::max());
static_assert(span(std::chrono::duration<double>(-1e300)).count() == std::numeric_limits<std::int64_t>::min());
static_assert(span(std::chrono::duration<std::uint64_t, std::nano>(std::numeric_limits<std::uint64_t>::max()))
                  .count() == std::numeric_limits<std::int64_t>::max());
static_assert(span(2s) + 1ms == 2001ms);

static_assert(regius::core::add_saturated(regius::core::forever, 1) == regius::core::forever);
static_assert(regius::core::add_saturated(-regius::core::forever, -2) == std::numeric_limits<std::int64_t>::min());
static_assert(regius::core::add_saturated(-5, 7) == 2);

TEST_CASE("span: a NaN is no time at all", "[core][clock]") {
    CHECK(span(std::chrono::duration<double>(std::numeric_limits<double>::quiet_NaN())).count() == 0);
}

// ---------------------------------------------------------------- 2. the manual clock

TEST_CASE("manual_clock: stands still until it is moved", "[core][clock]") {
    manual_clock clock;
    auto const start = clock.now();
    CHECK(clock.now() == start);
    clock.advance(90s);
    CHECK(clock.now() - start == 90s);
    CHECK(clock.sleeps() == 0);
}

TEST_CASE("manual_clock: a sleep moves it and is counted", "[core][clock]") {
    manual_clock clock(1h);
    clock.sleep_for(2s);
    clock.sleep_for(0.5s);
    CHECK(clock.now().time_since_epoch() == 1h + 2500ms);
    CHECK(clock.slept() == 2500ms);
    CHECK(clock.sleeps() == 2);
}

TEST_CASE("manual_clock: any number of threads may sleep on it", "[core][clock][threads]") {
    manual_clock clock;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 1000; ++n) clock.sleep_for(1ns);
        });
    for (auto& thread : threads) thread.join();
    CHECK(clock.slept() == 4000ns);
    CHECK(clock.sleeps() == 4000);
}

// ---------------------------------------------------------------- 3. what a tool is given

static_assert(regius::core::clock<std::chrono::steady_clock>);
static_assert(regius::core::clock<std::chrono::system_clock const>);
static_assert(regius::core::clock<manual_clock&>);
static_assert(!regius::core::clock<int>);
static_assert(regius::core::sleeper<manual_clock>);
static_assert(regius::core::sleeper<void (*)(std::chrono::nanoseconds)>);
static_assert(!regius::core::sleeper<std::chrono::steady_clock>);

TEST_CASE("time_source: the default is the steady clock", "[core][clock]") {
    time_source const time;
    auto const before = regius::core::to_ns(std::chrono::steady_clock::now().time_since_epoch());
    auto const now = time.now_ns();
    auto const after = regius::core::to_ns(std::chrono::steady_clock::now().time_since_epoch());
    CHECK(before <= now);
    CHECK(now <= after);
    CHECK(time.sleeps_really());
    time.sleep_ns(0);
    time.sleep_ns(-1);
}

TEST_CASE("time_source: a real wait lasts as long as it was asked to", "[core][clock]") {
    time_source const time;
    auto const start = time.now_ns();
    time.sleep_ns(1000);
    CHECK(time.now_ns() - start >= 1000);
}

TEST_CASE("time_source: a clock that sleeps is both", "[core][clock]") {
    manual_clock clock(5ns);
    time_source const time(clock);
    CHECK(time.now_ns() == 5);
    time.sleep_ns(10);
    CHECK(time.now_ns() == 15);
    CHECK_FALSE(time.sleeps_really());
}

TEST_CASE("time_source: clock and sleeper may differ, and temporaries are kept", "[core][clock]") {
    manual_clock clock;
    std::vector<std::int64_t> waits;
    auto time = time_source(clock, [&waits](std::chrono::nanoseconds d) { waits.push_back(d.count()); });
    auto const copy = time;
    time = time_source();
    copy.sleep_ns(7);
    copy.sleep_ns(0);
    CHECK(waits == std::vector<std::int64_t>{7});
    CHECK(copy.now_ns() == 0);
}

TEST_CASE("time_source: a clock that sleeps and is given away stays one clock, its copies too", "[core][clock]") {
    struct counting_clock {
        std::int64_t time = 0;
        [[nodiscard]] std::chrono::sys_time<std::chrono::nanoseconds> now() const {
            return std::chrono::sys_time<std::chrono::nanoseconds>(std::chrono::nanoseconds(time));
        }
        void sleep_for(std::chrono::nanoseconds d) { time += d.count(); }
    };
    time_source const time(counting_clock{3});
    auto const copy = time;
    time.sleep_ns(4);
    CHECK(time.now_ns() == 7);
    CHECK(copy.now_ns() == 7);
}

TEST_CASE("time_source: any std clock will do", "[core][clock]") {
    time_source const time(std::chrono::system_clock{});
    CHECK(time.now_ns() > 0);
}

}  // namespace
