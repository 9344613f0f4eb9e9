// SPDX-License-Identifier: MIT
#include <regius/functools/retry_strategies.hpp>

#include <regius/functools/retry.hpp>

#include <support/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
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

/// Some thousand waits after the n-th failure, spread by retry's own chance.
list many(std::int64_t n, core::retry_wait const& wait) {
    list result;
    retry_state s{.attempt = n, .random = core::action<double()>(detail::retry_random(&wait))};
    for (int i = 0; i < 4000; ++i) result.push_back(std::chrono::nanoseconds(wait(s)));
    return result;
}

bool within(list const& waits, std::chrono::nanoseconds least, std::chrono::nanoseconds most) {
    return std::ranges::all_of(waits, [=](auto d) { return least <= d && d <= most; });
}

// ---------------------------------------------------------------- 1. tenacity's TestStopConditions

TEST_CASE("stop: test_stop_after_attempt, test_stop_after_delay, test_stop_before_delay",
          "[functools][retry][oracle]") {
    auto const three = stop_after_attempt(3);
    CHECK_FALSE(three(after(2, 6546s)));
    CHECK(three(after(3, 6546s)));
    CHECK(three(after(4, 6546s)));

    auto const second = stop_after_delay(1s);
    CHECK_FALSE(second(after(2, 999ms)));
    CHECK(second(after(2, 1s)));
    CHECK(second(after(2, 1001ms)));

    auto const before = stop_before_delay(1s);
    CHECK_FALSE(before(after(2, 999ms, 100us)));
    CHECK(before(after(2, 1s, 1ms)));
    CHECK(before(after(2, 1s, 1s)));
    CHECK_FALSE(before(after(2, 999ms)));
    CHECK(before(after(2, 1s)));
    CHECK(before(after(2, 1001ms)));
    CHECK_FALSE(before(after(2, 500ms, 499ms)));
    CHECK(before(after(2, 500ms, 500ms)));
    CHECK(before(after(2, 1s, std::chrono::nanoseconds::max())));
}

TEST_CASE("stop: test_stop_any, test_stop_all, test_stop_or, test_stop_and", "[functools][retry][oracle]") {
    auto const any = stop_after_delay(1s) | stop_after_attempt(4);
    auto const all = stop_after_delay(1s) & stop_after_attempt(4);
    struct row {
        std::int64_t attempt;
        std::chrono::milliseconds elapsed;
        bool any, all;
    };
    for (auto const& r : {row{1, 100ms, false, false},
                          {2, 200ms, false, false},
                          {2, 800ms, false, false},
                          {4, 800ms, true, false},
                          {3, 1800ms, true, false},
                          {4, 1800ms, true, true}}) {
        CAPTURE(r.attempt, r.elapsed.count());
        CHECK(any(after(r.attempt, r.elapsed)) == r.any);
        CHECK(all(after(r.attempt, r.elapsed)) == r.all);
    }
}

TEST_CASE("stop: test_stop_func_with_retry_state, test_never_stop, and a flag", "[functools][retry][oracle]") {
    core::retry_stop const own = [](retry_state const& s) { return s.elapsed == s.attempt * 1s; };
    CHECK_FALSE(own(after(1, 3s)));
    CHECK_FALSE(own(after(100, 99s)));
    CHECK(own(after(101, 101s)));
    auto const either = stop_after_attempt(9) | [](retry_state const& s) { return s.slept > 5s; };
    CHECK_FALSE(either(after(1)));
    CHECK(either({.slept = 6s}));
    bool flag = false;
    auto const when = stop_when([&] { return flag; });
    CHECK_FALSE(when(after(3, 6546s)));
    flag = true;
    CHECK(when(after(1)));
}

// ---------------------------------------------------------------- 2. tenacity's TestWaitConditions

TEST_CASE("wait: test_no_sleep, test_fixed_sleep, test_random_sleep", "[functools][retry][oracle]") {
    CHECK(wait_none()(after(18, 9879s)) == 0s);
    CHECK(wait_fixed(1s)(after(12, 6546s)) == 1s);
    CHECK(first(1, wait_random(1s, 20s), 0.0) == list{1s});
    CHECK(first(1, wait_random(1s, 20s), 0.5) == list{10500ms});
    auto const seen = many(1, wait_random(1s, 20s));
    CHECK(within(seen, 1s, 20s - 1ns));
    CHECK(seen.front() != seen.back());
    CHECK(within(many(1, wait_random(0s, 2s)), 0s, 2s));
    CHECK_THROWS_AS(wait_fixed(-1ns), regius::value_error);
    CHECK_THROWS_AS(wait_random(-1s, 1s), regius::value_error);
    CHECK_THROWS_AS(wait_random(1s, -1s), regius::value_error);
}

TEST_CASE("wait: test_exponential and the five with min, max and multiplier", "[functools][retry][oracle]") {
    CHECK(first(8, wait_exponential()) == list{1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s});
    auto const max = wait_exponential({.max = 40s});
    CHECK(first(8, max) == list{1s, 2s, 4s, 8s, 16s, 32s, 40s, 40s});
    CHECK(max(after(50)) == 40s);
    auto const min = wait_exponential({.min = 20s});
    CHECK(first(8, min) == list{20s, 20s, 20s, 20s, 20s, 32s, 64s, 128s});
    CHECK(min(after(20)) == 524288s);
    auto const max_multiplied = wait_exponential({.multiplier = 1s, .max = 50s});
    CHECK(first(8, max_multiplied) == list{1s, 2s, 4s, 8s, 16s, 32s, 50s, 50s});
    CHECK(max_multiplied(after(50)) == 50s);
    auto const min_multiplied = wait_exponential({.multiplier = 2s, .min = 20s});
    CHECK(first(8, min_multiplied) == list{20s, 20s, 20s, 20s, 32s, 64s, 128s, 256s});
    CHECK(min_multiplied(after(20)) == 1048576s);
    auto const both = wait_exponential({.max = 100s, .min = 10s});
    CHECK(first(9, both) == list{10s, 10s, 10s, 10s, 16s, 32s, 64s, 100s, 100s});
    CHECK(both(after(20)) == 100s);
    CHECK(first(5, wait_exponential({.multiplier = 1s, .max = 10s, .min = 2s})) == list{2s, 2s, 4s, 8s, 10s});
    CHECK(first(3, wait_exponential({.multiplier = 1s, .exp_base = 3})) == list{1s, 3s, 9s});
    CHECK(first(4, wait_exponential({.multiplier = 3s, .max = 5s, .min = 20s})) == list{20s, 20s, 20s, 20s});
    // test_exponential_skips_power_after_reaching_max, ..._caps_when_max_multiplier_ratio_underflows
    CHECK(wait_exponential({.max = 1h})(after(100000)) == 1h);
    CHECK(wait_exponential({.multiplier = 1h, .max = 1ns, .exp_base = 1e300})(after(50)) == 1ns);
    CHECK(wait_exponential({.multiplier = std::chrono::nanoseconds::max(), .max = 1ns})(after(1)) == 1ns);
    CHECK(wait_exponential({.multiplier = 0s})(after(100000)) == 0s);
}

TEST_CASE("wait: test_wait_random_exponential, also statistically", "[functools][retry][oracle]") {
    auto const wait = wait_random_exponential({.multiplier = 500ms, .max = 60s});
    auto most = 500ms;
    for (std::int64_t n = 1; n < 10; ++n, most = std::min<std::chrono::milliseconds>(2 * most, 60s)) {
        CAPTURE(n);
        auto const seen = many(n, wait);
        CHECK(within(seen, 0s, most));
        double sum = 0;
        for (auto d : seen) sum += static_cast<double>(d.count());
        auto const mean = sum / static_cast<double>(seen.size());
        auto const middle = static_cast<double>(std::chrono::nanoseconds(most).count()) / 2;
        CHECK(std::abs(mean - middle) < 0.08 * middle);
    }
    CHECK(within(many(1, wait_random_exponential({.multiplier = 10s, .max = 5s})), 0s, 5s));
    CHECK(within(many(1, wait_random_exponential({.min = 5s})), 5s, 5s));
    CHECK(within(many(1, wait_random_exponential()), 0s, 1s));
    CHECK(first(4, wait_random_exponential({.max = 5s})) == list{500ms, 1s, 2s, 2500ms});
    CHECK(first(2, wait_random_exponential({.min = 4s})) == list{4s, 4s});
}

TEST_CASE("wait: test_wait_exponential_jitter, its min and multiplier", "[functools][retry][oracle]") {
    auto const wait = wait_exponential_jitter({.max = 60s});
    auto least = 1s;
    for (std::int64_t n = 1; n < 7; ++n, least *= 2) CHECK(within(many(n, wait), least, least + 1s));
    for (std::int64_t n : {7, 8, 9}) CHECK(within(many(n, wait), 60s, 60s));
    CHECK(within(many(1, wait_exponential_jitter({.initial = 10s, .max = 5s})), 5s, 5s));
    CHECK(within(many(1, wait_exponential_jitter()), 1s, 2s));
    auto const least_five = wait_exponential_jitter({.max = 60s, .jitter = 1s, .min = 5s});
    for (std::int64_t n : {1, 2, 3}) CHECK(within(many(n, least_five), 5s, 5s));
    CHECK(within(many(4, least_five), 8s, 9s));
    CHECK(within(many(5, least_five), 16s, 17s));
    CHECK(within(many(7, least_five), 60s, 60s));
    CHECK(first(4, wait_exponential_jitter({.initial = 10s, .max = 60s, .jitter = 0s})) == list{10s, 20s, 40s, 60s});
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

TEST_CASE("wait: test_incrementing_sleep", "[functools][retry][oracle]") {
    CHECK(first(3, wait_incrementing({.start = 500s, .increment = 100s})) == list{500s, 600s, 700s});
    CHECK(first(4, wait_incrementing({.start = 1s, .increment = 2s, .max = 4s})) == list{1s, 3s, 4s, 4s});
    CHECK(first(3, wait_incrementing({.start = 500ms, .increment = 100s})) == list{500ms, 100500ms, 200500ms});
    CHECK(first(3, wait_incrementing({.start = 1s, .increment = -2s})) == list{1s, 0s, 0s});
}

TEST_CASE("wait: test_wait_func, test_wait_combine and the sums", "[functools][retry][oracle]") {
    core::retry_wait const own = [](retry_state const& s) { return s.attempt * s.elapsed; };
    CHECK(own(after(1, 5s)) == 5s);
    CHECK(own(after(2, 11s)) == 22s);
    CHECK(own(after(10, 100s)) == 1000s);
    CHECK(within(many(1, wait_random(0s, 3s) + wait_fixed(5s)), 5s, 8s - 1ns));
    CHECK(within(many(1, wait_fixed(1s) + wait_random(0s, 3s) + wait_fixed(5s)), 6s, 9s - 1ns));
    CHECK(within(many(1, wait_fixed(1s) + wait_random(0s, 3s) + wait_fixed(5s) + wait_none()), 6s, 9s - 1ns));
    CHECK(first(2, wait_fixed(3s) + wait_random(0s, 2s)) == list{4s, 4s});
    CHECK(first(1, wait_fixed(1s) + wait_fixed(std::chrono::hours::max())) == list{std::chrono::nanoseconds::max()});
    CHECK(first(2, wait_fixed(3s) + [](retry_state const& s) { return s.attempt * 1s; }) == list{4s, 5s});
}

TEST_CASE("wait: test_wait_chain, test_wait_chain_multiple_invocations", "[functools][retry][oracle]") {
    CHECK(first(10, wait_chain(wait_fixed(1s), wait_fixed(1s), wait_fixed(4s), wait_fixed(4s), wait_fixed(8s))) ==
          list{1s, 1s, 4s, 4s, 8s, 8s, 8s, 8s, 8s, 8s});
    CHECK(first(5, wait_chain(wait_fixed(1s), wait_fixed(4s), wait_exponential())) == list{1s, 4s, 4s, 8s, 16s});

    manual_clock clock;
    list slept;
    auto const always = retry({.max_attempts = 5,
                               .retry_if_result = [](int x) { return x == 1; },
                               .wait = wait_chain(wait_fixed(1s), wait_fixed(2s), wait_fixed(3s))},
                              clock, [&](std::chrono::nanoseconds d) { slept.push_back(d); })([] { return 1; });
    for (int round = 0; round < 2; ++round) {
        CHECK(always() == 1);
        CHECK(std::exchange(slept, {}) == list{1s, 2s, 3s, 3s});
    }
}

TEST_CASE("wait: test_wait_exception", "[functools][retry][oracle]") {
    auto const failed = [](auto error) { return retry_state{.error = std::make_exception_ptr(error)}; };
    auto const by_type = wait_exception(
        [](std::exception const& e) { return dynamic_cast<std::length_error const*>(&e) ? 3500ms : 10s; });
    CHECK(by_type(failed(std::length_error(""))) == 3500ms);
    CHECK(by_type(failed(std::range_error(""))) == 10s);

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

TEST_CASE("wait: test_wait_retry_state_attributes", "[functools][retry][oracle]") {
    manual_clock clock;
    struct extracted {
        retry_state state;
    };
    auto const telling = retry({.retry_if_result = [](int x) { return x == 123; },
                                .wait = [](retry_state const& s) -> std::chrono::seconds { throw extracted{s}; }},
                               clock);
    try {
        telling([&] { return clock.advance(2s), 123; })();
        FAIL();
    } catch (extracted const& seen) {
        CHECK(seen.state.attempt == 1);
        CHECK_FALSE(seen.state.error);
        CHECK(seen.state.elapsed == 2s);
    }
    try {
        telling([]() -> int { throw std::runtime_error("Broken"); })();
        FAIL();
    } catch (extracted const& seen) {
        CHECK(seen.state.attempt == 1);
        CHECK(seen.state.what() == "Broken");
        CHECK(seen.state.elapsed == 0s);
    }
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
