// SPDX-License-Identifier: MIT
#include <regius/functools/retry_strategies.hpp>

#include <regius/functools/retry.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using namespace regius;  // the strategies read as they do in a program
using list = std::vector<std::chrono::nanoseconds>;

/// What a wait gives after the first, second ... failure.
template <class Wait>
list first(std::int64_t n, Wait const& wait, double chance = 0.5) {
    list result;
    for (retry_state s{.random = [=] { return chance; }}; s.attempt < n;) {
        ++s.attempt;
        result.push_back(wait(s));
    }
    return result;
}

retry_state after(std::int64_t attempt, std::chrono::nanoseconds elapsed = 0s, std::chrono::nanoseconds delay = 0s) {
    return {.attempt = attempt, .elapsed = elapsed, .delay = delay};
}

// ---------------------------------------------------------------- 1. tenacity's TestStopConditions

TEST_CASE("stop_after_attempt, stop_after_delay, stop_before_delay", "[functools][retry][oracle]") {
    auto const three = stop_after_attempt(3);
    CHECK_FALSE(three(after(2)));
    CHECK(three(after(3)));
    CHECK(three(after(4)));

    auto const second = stop_after_delay(1s);
    CHECK_FALSE(second(after(2, 999ms)));
    CHECK(second(after(2, 1s)));
    CHECK(second(after(2, 1001ms)));

    auto const before = stop_before_delay(1s);
    CHECK_FALSE(before(after(2, 500ms, 499ms)));
    CHECK(before(after(2, 500ms, 500ms)));
    CHECK(before(after(2, 1s)));
    CHECK(before(after(2, 1s, std::chrono::nanoseconds::max())));
}

TEST_CASE("stop: any, all, and a condition of one's own", "[functools][retry][oracle]") {
    auto const any = stop_after_delay(1s) | stop_after_attempt(4);
    CHECK_FALSE(any(after(1, 100ms)));
    CHECK(any(after(4, 100ms)));
    CHECK(any(after(2, 1100ms)));
    auto const all = stop_after_delay(1s) & stop_after_attempt(4);
    CHECK_FALSE(all(after(4, 100ms)));
    CHECK_FALSE(all(after(2, 1100ms)));
    CHECK(all(after(4, 1100ms)));
    auto const own = stop_after_attempt(9) | [](retry_state const& s) { return s.slept > 5s; };
    CHECK_FALSE(own(after(1)));
    CHECK(own({.slept = 6s}));
    bool flag = false;
    auto const when = stop_when([&] { return flag; });
    CHECK_FALSE(when(after(1)));
    flag = true;
    CHECK(when(after(1)));
}

// ---------------------------------------------------------------- 2. tenacity's TestWaitConditions

TEST_CASE("wait_none, wait_fixed, wait_random", "[functools][retry][oracle]") {
    CHECK(first(2, wait_none()) == list{0s, 0s});
    CHECK(first(2, wait_fixed(1s)) == list{1s, 1s});
    CHECK(first(1, wait_random(1s, 20s), 0.0) == list{1s});
    CHECK(first(1, wait_random(1s, 20s), 0.5) == list{10500ms});
    CHECK_THROWS_AS(wait_fixed(-1ns), regius::value_error);
    CHECK_THROWS_AS(wait_random(-1s, 1s), regius::value_error);
    CHECK_THROWS_AS(wait_random(1s, -1s), regius::value_error);
}

TEST_CASE("wait_exponential", "[functools][retry][oracle]") {
    CHECK(first(6, wait_exponential()) == list{1s, 2s, 4s, 8s, 16s, 32s});
    CHECK(first(5, wait_exponential({.max = 40s})) == list{1s, 2s, 4s, 8s, 16s});
    CHECK(first(7, wait_exponential({.max = 40s})).back() == 40s);
    CHECK(first(5, wait_exponential({.multiplier = 1s, .max = 10s, .min = 2s})) == list{2s, 2s, 4s, 8s, 10s});
    CHECK(first(3, wait_exponential({.multiplier = 1s, .exp_base = 3})) == list{1s, 3s, 9s});
    CHECK(first(4, wait_exponential({.multiplier = 3s, .max = 5s, .min = 20s})) == list{20s, 20s, 20s, 20s});
    CHECK(wait_exponential({.max = 1h})(after(100000)) == 1h);  // the power overflows
    CHECK(wait_exponential({.multiplier = 0s})(after(100000)) == 0s);
}

TEST_CASE("wait_random_exponential and wait_exponential_jitter", "[functools][retry][oracle]") {
    CHECK(first(4, wait_random_exponential({.max = 5s})) == list{500ms, 1s, 2s, 2500ms});
    CHECK(first(2, wait_random_exponential({.min = 4s})) == list{4s, 4s});
    CHECK(first(3, wait_exponential_jitter(), 0.0) == list{1s, 2s, 4s});
    CHECK(first(3, wait_exponential_jitter({.max = 4s, .jitter = 2s})) == list{2s, 3s, 4s});
}

TEST_CASE("wait_equal_jitter and wait_decorrelated_jitter", "[functools][retry]") {
    CHECK(first(3, wait_equal_jitter({.max = 3s}), 0.0) == list{500ms, 1s, 1500ms});
    CHECK(first(3, wait_equal_jitter({.max = 3s})) == list{750ms, 1500ms, 2250ms});
    auto const wait = wait_decorrelated_jitter(1s, 10s);
    CHECK(wait({.random = [] { return 0.5; }}) == 2s);
    CHECK(wait({.delay = 3s, .random = [] { return 0.5; }}) == 5s);
    CHECK(wait({.delay = 9s, .random = [] { return 0.9; }}) == 10s);
}

TEST_CASE("wait_incrementing, wait_chain and sums", "[functools][retry][oracle]") {
    CHECK(first(4, wait_incrementing({.start = 1s, .increment = 2s, .max = 4s})) == list{1s, 3s, 4s, 4s});
    CHECK(first(3, wait_incrementing({.start = 500ms, .increment = 100s})) == list{500ms, 100500ms, 200500ms});
    CHECK(first(3, wait_incrementing({.start = 1s, .increment = -2s})) == list{1s, 0s, 0s});
    CHECK(first(5, wait_chain(wait_fixed(1s), wait_fixed(4s), wait_exponential())) == list{1s, 4s, 4s, 8s, 16s});
    CHECK(first(2, wait_fixed(3s) + wait_random(0s, 2s)) == list{4s, 4s});
    CHECK(first(1, wait_fixed(1s) + wait_fixed(std::chrono::hours::max())) == list{std::chrono::nanoseconds::max()});
    CHECK(first(2, wait_fixed(3s) + [](retry_state const& s) { return s.attempt * 1s; }) == list{4s, 5s});
}

TEST_CASE("wait_exception", "[functools][retry][oracle]") {
    auto const failed = [](auto error) { return retry_state{.error = std::make_exception_ptr(error)}; };
    auto const asked = wait_exception([](std::length_error const& e) { return 1s * std::atoi(e.what()); });
    CHECK(asked(failed(std::length_error("7"))) == 7s);
    CHECK(asked(failed(std::range_error("7"))) == 0s);
    CHECK(asked(retry_state{}) == 0s);
    CHECK((asked + wait_fixed(1s))(failed(std::length_error("7"))) == 8s);

    manual_clock clock;
    CHECK_THROWS(retry({.max_attempts = 3, .wait = wait_chain(asked, wait_fixed(100s))},
                       clock)([] { throw std::length_error("5"); })());
    CHECK(clock.slept() == 105s);
}

// ---------------------------------------------------------------- 3. in retry

TEST_CASE("retry: takes strategies", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const fail = [&] { ++calls, throw std::runtime_error(""); };
    CHECK_THROWS(
        retry({.stop = stop_after_attempt(4), .wait = wait_chain(wait_fixed(1s), wait_fixed(5s))}, clock)(fail)());
    CHECK(calls == 4);
    CHECK(clock.slept() == 11s);

    calls = 0;
    CHECK_THROWS(retry({.delay = 1s, .stop = stop_before_delay(3s)}, clock)(fail)());
    CHECK(calls == 3);

    calls = 0;
    CHECK_THROWS(retry({.max_attempts = 3, .wait = wait_random(1s, 2s), .random = [] { return 0.5; }}, clock)(fail)());
    CHECK(calls == 3);
    CHECK(clock.slept() == 11s + 2s + 3s);
}

static_assert(!std::invocable<decltype(wait_chain)>);
static_assert(!std::invocable<decltype(stop_when), int>);

}  // namespace
