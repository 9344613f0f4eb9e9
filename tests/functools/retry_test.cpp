// SPDX-License-Identifier: MIT
#include <regius/functools/retry.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::jitter;
using regius::manual_clock;
using regius::none;
using regius::retry;
using regius::retry_options;
using regius::retry_state;
using regius::value_error;
using waits = std::vector<std::chrono::nanoseconds>;

struct timeout : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct throttled : std::runtime_error {
    explicit throttled(std::chrono::seconds d) : std::runtime_error("throttled"), retry_after(d) {}
    std::chrono::seconds retry_after;
};

/// Fails a number of times, and counts its calls.
struct flaky {
    int failures;
    int* calls;
    int operator()(int x) const {
        if (++*calls <= failures) throw timeout("attempt " + std::to_string(*calls));
        return x;
    }
};

/// What a call that never succeeds waits between its attempts.
waits waits_of(retry_options options) {
    manual_clock clock;
    waits seen;
    auto const call = retry(std::move(options), clock, [&](std::chrono::nanoseconds d) {
        seen.push_back(d);
        clock.advance(d);
    })([] { throw timeout("never"); });
    CHECK_THROWS_AS(call(), timeout);
    return seen;
}

// ---------------------------------------------------------------- 1. when to stop

TEST_CASE("retry: calls until it succeeds", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const call = retry({.max_attempts = 5, .delay = 10ms}, clock)(flaky{3, &calls});
    CHECK(call(42) == 42);
    CHECK(calls == 4);
    CHECK(clock.slept() == 30ms);
}

TEST_CASE("retry: max_attempts counts calls, and the last error comes as it was", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const call = retry({.max_attempts = 3, .delay = 1s}, clock)(flaky{9, &calls});
    CHECK_THROWS_WITH(call(1), std::string("attempt 3"));
    CHECK(calls == 3);
    CHECK(clock.sleeps() == 2);  // none after the last

    timeout const* thrown = nullptr;
    try {
        retry({.max_attempts = 1}, clock)([&] {
            try {
                throw timeout("the very object");
            } catch (timeout const& error) {
                thrown = &error;
                throw;
            }
        })();
    } catch (timeout const& error) {
        CHECK(&error == thrown);
    }
}

TEST_CASE("retry: one attempt is a plain call", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    CHECK_THROWS_AS(retry({.max_attempts = 1}, clock)(flaky{1, &calls})(1), timeout);
    CHECK(calls == 1);
    CHECK(clock.sleeps() == 0);
}

TEST_CASE("retry: three attempts unless something else says when to end", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    CHECK_THROWS_AS(retry(flaky{9, &calls})(1), timeout);
    CHECK(calls == 3);
    calls = 0;
    CHECK(retry({.deadline = 1h}, clock)(flaky{99, &calls})(1) == 1);
    CHECK(calls == 100);
    calls = 0;
    CHECK(retry({.max_attempts = none}, clock)(flaky{1000, &calls})(1) == 1);
}

TEST_CASE("retry: only what is listed is retried", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const fail = [&](auto error) { return [&calls, error] { ++calls, throw error; }; };

    auto const on_timeout = retry.on<timeout>({.max_attempts = 4}, clock);
    CHECK_THROWS_AS(on_timeout(fail(timeout("")))(), timeout);
    CHECK(std::exchange(calls, 0) == 4);
    CHECK_THROWS_AS(on_timeout(fail(throttled(1s)))(), throttled);
    CHECK(std::exchange(calls, 0) == 1);

    auto const on_either = retry.on<timeout, throttled>({.max_attempts = 4}, clock);
    CHECK_THROWS_AS(on_either(fail(throttled(1s)))(), throttled);
    CHECK(std::exchange(calls, 0) == 4);
    CHECK_THROWS_AS(on_either(fail(std::runtime_error("")))(), std::runtime_error);
    CHECK(std::exchange(calls, 0) == 1);

    auto const on_any_std = retry({.max_attempts = 4}, clock);
    CHECK_THROWS_AS(on_any_std(fail(std::bad_alloc()))(), std::bad_alloc);
    CHECK(std::exchange(calls, 0) == 4);
    CHECK_THROWS_AS(on_any_std(fail(7))(), int);
    CHECK(std::exchange(calls, 0) == 1);
    CHECK_THROWS_AS(retry.on<int>({.max_attempts = 2}, clock)(fail(7))(), int);
    CHECK(std::exchange(calls, 0) == 2);
}

TEST_CASE("retry: retry_if asks the error", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    retry_options const options{.max_attempts = 9,
                                .retry_if = [](timeout const& e) { return e.what() != std::string("attempt 2"); }};
    CHECK_THROWS_WITH(retry(options, clock)(flaky{9, &calls})(1), std::string("attempt 2"));
    CHECK_THROWS_AS(retry(options, clock)([&]() -> int { ++calls, throw throttled(1s); })(), throttled);
    CHECK(calls == 3);  // an error of another type is not retried
}

TEST_CASE("retry: try_again asks for another attempt, whatever is listed", "[functools][retry][oracle]") {
    manual_clock clock;
    int calls = 0;
    auto const asking = [&] {
        if (++calls < 3) throw regius::try_again();
        return calls;
    };
    CHECK(retry.on<timeout>({.max_attempts = 3}, clock)(asking)() == 3);
    calls = 0;
    CHECK(retry({.max_attempts = 3, .retry_if = [](std::exception const&) { return false; }}, clock)(asking)() == 3);
    calls = 0;
    CHECK_THROWS_AS(retry.on<timeout>({.max_attempts = 2}, clock)(asking)(), regius::try_again);
    CHECK(calls == 2);

    // the cause comes out, not what it was wrapped in; and its type does not decide
    calls = 0;
    auto const with_cause = [&]() -> int {
        try {
            throw throttled(std::chrono::seconds(++calls));
        } catch (...) {
            std::throw_with_nested(regius::try_again());
        }
    };
    for (auto const& options : {retry_options{.max_attempts = 4}, {.max_attempts = 4, .delay = 1s, .deadline = 1h}}) {
        try {
            calls = 0;
            retry.on<timeout>(options, clock)(with_cause)();
            FAIL();
        } catch (throttled const& cause) {
            CHECK(cause.retry_after == 4s);
        }
        CHECK(calls == 4);
    }
    CHECK_THROWS_AS(retry({.max_attempts = 1}, clock)(with_cause).with_statistics().value(), throttled);
}

TEST_CASE("retry: a deadline is never overshot by a wait", "[functools][retry]") {
    CHECK(waits_of({.delay = 1s, .deadline = 3500ms}) == waits{1s, 1s, 1s});
    CHECK(waits_of({.delay = 1s, .deadline = 3s}) == waits{1s, 1s});  // a wait that would end at it is too long
    CHECK(waits_of({.delay = 1s, .backoff = 2, .deadline = 10s}) == waits{1s, 2s, 4s});
    CHECK(waits_of({.delay = 1s, .deadline = 1s}) == waits{});
    CHECK(waits_of({.deadline = 0s}) == waits{});
    CHECK(waits_of({.max_attempts = 2, .delay = 1s, .deadline = 1h}) == waits{1s});

    manual_clock clock;  // time the attempts take counts
    int calls = 0;
    auto const slow = retry({.delay = 1s, .deadline = 10s}, clock)([&] {
        ++calls;
        clock.advance(3s);
        throw timeout("");
    });
    CHECK_THROWS_AS(slow(), timeout);
    CHECK(calls == 3);
}

TEST_CASE("retry: a refused result is tried again, and the last one returned as it is", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const status = [&] { return ++calls < 4 ? 503 : 200; };
    retry_options const options{.max_attempts = 4, .delay = 1s, .retry_if_result = [](int s) { return s == 503; }};
    CHECK(retry(options, clock)(status)() == 200);
    CHECK(clock.slept() == 3s);
    calls = -10;
    CHECK(retry(options, clock)(status)() == 503);
    CHECK(calls == -6);

    calls = 0;
    auto const parsed = retry({.max_attempts = 9}, clock).retry_if_result([](auto const& r) { return !r; })([&] {
        return ++calls < 3 ? std::optional<std::string>() : "found";
    });
    CHECK(parsed() == std::optional<std::string>("found"));
    CHECK(calls == 3);

    struct expected {  // as std::expected
        int value = 0;
        bool good = false;
        explicit operator bool() const { return good; }
    };
    calls = 0;
    auto const answered = retry({.max_attempts = 9, .retry_if_result = [](expected const& r) { return !r; }},
                                clock)([&] { return ++calls < 4 ? expected{} : expected{calls, true}; });
    CHECK(answered().value == 4);

    calls = 0;
    auto const owner = retry({.max_attempts = 9}, clock).retry_if_result([](auto const& p) { return *p < 3; })([&] {
        return std::make_unique<int>(++calls);
    });
    CHECK(*owner() == 3);

    std::vector<int> shelf{0};
    auto const grown = retry({.max_attempts = 9}, clock).retry_if_result([](std::vector<int> const& v) {
        return v.size() < 4;
    })([&]() -> auto& {
        shelf.push_back(0);
        return shelf;
    });
    CHECK(&grown() == &shelf);
    CHECK(shelf.size() == 4);
}

TEST_CASE("retry: what is to fail on a refused result throws try_again in place of returning it",
          "[functools][retry][oracle]") {  // tenacity's TestReraiseExceptions.test_reraise_no_exception
    manual_clock clock;
    int calls = 0;
    auto const busy = [&] { return ++calls, 503; };
    auto const fetch = retry({.max_attempts = 2, .delay = 100ms}, clock)([&] {
        auto const status = busy();
        if (status == 503) throw regius::try_again();
        return status;
    });
    CHECK_THROWS_AS(fetch(), regius::try_again);
    CHECK(calls == 2);
    CHECK(clock.slept() == 100ms);
    CHECK(fetch.with_statistics().result.value_or(-1) == -1);  // retry_error_callback: another result in its place
}

TEST_CASE("retry: tenacity's TestBeforeAfterAttempts and TestStatistics", "[functools][retry][oracle]") {
    manual_clock clock;
    std::int64_t seen = 0;
    auto const note = [&](retry_state const& s) { seen = s.attempt; };
    retry({.max_attempts = 1, .delay = 1s, .before = note}, clock)([] {})();
    CHECK(std::exchange(seen, 0) == 1);
    auto const until_two = [&] {
        if (seen < 2) throw timeout("testing the hook");
    };
    retry({.max_attempts = 3,
           .delay = 10ms,
           .on_retry =
               [&](retry_state const& s) {
                   CHECK(s.delay == 10ms);
                   seen = s.attempt;
               }},
          clock)(until_two)();
    CHECK(std::exchange(seen, 0) == 2);
    retry({.max_attempts = 3,
           .delay = 100ms,
           .after =
               [&](retry_state const& s) {
                   if (s.error) seen = s.attempt;
               }},
          clock)(until_two)();
    CHECK(seen == 2);

    CHECK(retry([] { return 42; }).with_statistics().attempts == 1);
    CHECK(retry({.max_attempts = 2}, clock)([]() -> int { throw value_error("42"); }).with_statistics().attempts == 2);
}

TEST_CASE("retry: an error among refused results counts like one", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const mixed = retry({.max_attempts = 4, .retry_if_result = [](int x) { return x < 0; }}, clock)([&] {
        if (++calls == 2) throw timeout("");
        return calls < 4 ? -1 : 7;
    });
    CHECK(mixed() == 7);
    CHECK(calls == 4);
}

TEST_CASE("retry: retry_if_result of another type than the result is an error", "[functools][retry]") {
    CHECK_THROWS_AS(retry({.retry_if_result = [](int) { return true; }})([] { return std::string(); })(), value_error);
}

#ifdef __cpp_lib_jthread
TEST_CASE("retry: a stop request ends it", "[functools][retry]") {
    manual_clock clock;
    std::stop_source source;
    int calls = 0;
    auto const call = retry({.delay = 1s, .stop_token = source.get_token()}, clock)([&] {
        if (++calls == 5) source.request_stop();
        throw timeout(std::to_string(calls));
    });
    CHECK_THROWS_WITH(call(), std::string("5"));
    CHECK(clock.sleeps() == 4);
}

TEST_CASE("retry: a stop request wakes it from a real wait", "[functools][retry][threads]") {
    std::stop_source source;
    std::atomic<bool> waiting{false};
    auto const call = retry({.delay = 1h, .on_retry = [&] { waiting = true; }, .stop_token = source.get_token()})(
        [] { throw timeout(""); });
    std::thread stopper([&] {
        while (!waiting) std::this_thread::yield();
        source.request_stop();
    });
    CHECK_THROWS_AS(call(), timeout);
    stopper.join();
}
#endif

// ---------------------------------------------------------------- 2. how long to wait

TEST_CASE("retry: waits grow by backoff up to max_delay", "[functools][retry]") {
    CHECK(waits_of({.max_attempts = 4, .delay = 100ms}) == waits{100ms, 100ms, 100ms});
    CHECK(waits_of({.max_attempts = 5, .delay = 100ms, .backoff = 2.0}) == waits{100ms, 200ms, 400ms, 800ms});
    CHECK(waits_of({.max_attempts = 6, .delay = 2s, .backoff = 2, .max_delay = 10s}) == waits{2s, 4s, 8s, 10s, 10s});
    CHECK(waits_of({.max_attempts = 3}) == waits{});  // no delay is no sleep at all
    CHECK(waits_of({.max_attempts = 3, .delay = 0.5s, .backoff = 1.5}) == waits{500ms, 750ms});
}

TEST_CASE("retry: a backoff that overflows stays at the longest wait", "[functools][retry]") {
    auto const seen = waits_of({.max_attempts = 2000, .delay = 1h, .backoff = 10, .max_delay = 24h});
    CHECK(seen.size() == 1999);
    CHECK(seen[1] == 10h);
    CHECK(seen[2] == 24h);
    CHECK(seen.back() == 24h);
    CHECK(waits_of({.max_attempts = 3, .delay = 1h, .backoff = std::numeric_limits<double>::infinity()}).back() ==
          std::chrono::nanoseconds::max());
    CHECK(waits_of({.max_attempts = 3, .backoff = std::numeric_limits<double>::infinity()}) == waits{});
}

TEST_CASE("retry: jitter spreads each wait as it says", "[functools][retry]") {
    auto const with = [](jitter kind, double chance) {
        return waits_of(
            {.max_attempts = 4, .delay = 100ms, .backoff = 2, .max_delay = 350ms, .jitter = kind, .random = [=] {
                 return chance;
             }});
    };
    CHECK(with(jitter::full, 0.0) == waits{});
    CHECK(with(jitter::full, 0.5) == waits{50ms, 100ms, 175ms});
    CHECK(with(jitter::equal, 0.0) == waits{50ms, 100ms, 175ms});
    CHECK(with(jitter::equal, 0.5) == waits{75ms, 150ms, 262500us});
    // min(cap, U(base, before * 3)): U at one half of [100, 300], [100, 600], [100, 1050]
    CHECK(with(jitter::decorrelated, 0.0) == waits{100ms, 100ms, 100ms});
    CHECK(with(jitter::decorrelated, 0.5) == waits{200ms, 350ms, 350ms});
}

TEST_CASE("retry: its own jitter stays within bounds and is not always the same", "[functools][retry]") {
    auto const seen = waits_of({.max_attempts = 200, .delay = 1s, .jitter = jitter::full});
    bool differ = false;
    for (auto d : seen) {
        CHECK(d <= 1s);
        differ = differ || d != seen.front();
    }
    CHECK(differ);
}

TEST_CASE("retry: the error may say how long to wait", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const call =
        retry({.max_attempts = 3, .delay = 1s, .wait_from_error = [](throttled const& e) { return e.retry_after; }},
              clock)([&] {
            if (++calls == 1) throw throttled(30s);
            throw timeout("");
        });
    CHECK_THROWS_AS(call(), timeout);
    CHECK(clock.slept() == 31s);  // as asked, then the delay: the second error says nothing

    CHECK(waits_of({.max_attempts = 2,
                    .delay = 1s,
                    .wait_from_error = [](std::exception const&) -> std::optional<std::chrono::seconds> {
                        return std::nullopt;
                    }}) == waits{1s});
    CHECK(waits_of({.max_attempts = 2, .delay = 1s, .wait_from_error = [](auto const&) { return -5s; }}) == waits{});
    CHECK(waits_of({.delay = 1s, .deadline = 10s, .wait_from_error = [](auto const&) { return 30s; }}) == waits{});
}

// ---------------------------------------------------------------- 3. hooks and statistics

TEST_CASE("retry: hooks come in the order before, call, after, on_retry, sleep", "[functools][retry]") {
    manual_clock clock;
    std::string log;
    int calls = 0;
    auto const call =
        retry({.max_attempts = 3,
               .delay = 1s,
               .on_retry = [&](retry_state const& s) { log += "r" + std::to_string(s.delay.count()) + " "; },
               .before = [&](retry_state const& s) { log += "b" + std::to_string(s.attempt) + " "; },
               .after = [&](retry_state const& s) { log += s.error ? "fail " : "ok "; }},
              clock, [&](std::chrono::nanoseconds) { log += "sleep "; })([&] {
            log += "call ";
            if (++calls < 2) throw timeout("");
        });
    call();
    CHECK(log == "b1 call fail r1000000000 sleep b2 call ok ");

    log.clear();
    auto const unlisted = retry.on<throttled>({.after = [&](retry_state const& s) { log += s.what(); }}, clock);
    CHECK_THROWS_AS(unlisted([] { throw timeout("late"); })(), timeout);
    CHECK(log == "late");  // an attempt that fails for good has ended as well
}

TEST_CASE("retry: the state tells attempt, error and times", "[functools][retry]") {
    manual_clock clock;
    std::vector<std::string> texts;
    auto const call = retry({.max_attempts = 3,
                             .delay = 1s,
                             .backoff = 2,
                             .on_retry =
                                 [&](retry_state const& s) {
                                     texts.push_back(s.what());
                                     CHECK(s.attempt == std::int64_t(texts.size()));
                                     CHECK(s.elapsed == (s.attempt == 1 ? 5s : 11s));
                                     CHECK(s.slept == (s.attempt == 1 ? 0s : 1s));
                                     CHECK(s.delay == (s.attempt == 1 ? 1s : 2s));
                                 }},
                            clock)([&, n = 0]() mutable {
        clock.advance(5s);
        throw timeout(std::to_string(++n));
    });
    auto mine = call;
    CHECK_THROWS_AS(mine(), timeout);
    CHECK(texts == std::vector<std::string>{"1", "2"});
}

TEST_CASE("retry: what a hook throws ends the call", "[functools][retry]") {
    int calls = 0;
    CHECK_THROWS_AS(retry({.max_attempts = 9, .on_retry = [] { throw 7; }})(flaky{9, &calls})(1), int);
    CHECK(std::exchange(calls, 0) == 1);
    CHECK_THROWS_AS(retry({.max_attempts = 9, .before = [] { throw timeout("hook"); }})(flaky{0, &calls})(1), timeout);
    CHECK(calls == 0);
    CHECK_THROWS_AS(retry({.max_attempts = 9, .after = [] { throw timeout("hook"); }})(flaky{0, &calls})(1), timeout);
    CHECK(std::exchange(calls, 0) == 1);
    CHECK_THROWS_AS(
        retry({.max_attempts = 9}).retry_if_result([](int) -> bool { throw timeout("test"); })(flaky{0, &calls})(1),
        timeout);
    CHECK(calls == 1);
}

TEST_CASE("retry: statistics of one call", "[functools][retry]") {
    manual_clock clock;
    int calls = 0;
    auto const call = retry({.max_attempts = 3, .delay = 1s}, clock)(flaky{2, &calls});
    auto const good = call.with_statistics(5);
    CHECK(good.value() == 5);
    CHECK(good.attempts == 3);
    CHECK(good.slept == 2s);
    CHECK(good.elapsed == 2s);
    calls = -9;
    auto const bad = retry({.max_attempts = 3, .delay = 1s}, clock)([] { throw timeout("x"); }).with_statistics();
    CHECK_FALSE(bad.result.has_value());
    CHECK_THROWS_AS(bad.value(), timeout);
    CHECK(bad.attempts == 3);
}

// ---------------------------------------------------------------- 4. arguments and types

TEST_CASE("retry: each attempt sees its arguments whole", "[functools][retry]") {
    int calls = 0;
    auto const by_value = retry([&](std::string s) {
        if (++calls < 3) throw timeout(std::exchange(s, ""));
        return s;
    });
    CHECK(by_value("a long string that does not fit into itself") == "a long string that does not fit into itself");
    calls = 0;
    auto const by_rvalue = retry([&](std::string&& s) {
        auto const taken = std::move(s);
        if (++calls < 3) throw timeout("");
        return taken;
    });
    CHECK(by_rvalue(std::string("kept")) == "kept");
    int written = 0;
    retry([](int& x) { x = 4; })(written);
    CHECK(written == 4);
    auto const by_reference = retry([](std::unique_ptr<int> const& p) { return *p; });
    CHECK(by_reference(std::make_unique<int>(3)) == 3);
    CHECK(retry(&std::string::size)(std::string("four")) == 4);
}

template <class F>
using retried_t = decltype(retry({.max_attempts = 3})(std::declval<F>()));

static_assert(std::invocable<retried_t<int (*)(int)> const&, int>);
static_assert(!std::invocable<retried_t<int (*)(int)> const&, std::string>);
static_assert(!std::invocable<retried_t<int (*)(int)> const&>);
static_assert(!std::invocable<retried_t<int (*)(std::unique_ptr<int>)> const&, std::unique_ptr<int>>);  // one shot
static_assert(sizeof(retried_t<decltype([](int x) { return x; })>) == sizeof(void*));

// A result that is worked out later fails later, when nobody retries.
constexpr auto lazily = [](std::vector<int>& v) { return v | std::views::transform([](int x) { return x; }); };
constexpr auto lazily_any = [](auto& v) { return lazily(v); };
static_assert(!std::invocable<decltype(retry({})), decltype(lazily)>);
static_assert(!std::invocable<retried_t<decltype(lazily_any)> const&, std::vector<int>&>);
static_assert(std::invocable<retried_t<std::string_view (*)(int)> const&, int>);
static_assert(std::invocable<retried_t<std::vector<int> (*)(int)> const&, int>);

TEST_CASE("retry: refuses options that make no sense, when built", "[functools][retry]") {
    CHECK_THROWS_AS(retry({.max_attempts = 0}), value_error);
    CHECK_THROWS_AS(retry({.max_attempts = -1}), value_error);
    CHECK_THROWS_AS(retry({.delay = -1ns}), value_error);
    CHECK_THROWS_AS(retry({.backoff = 0.99}), value_error);
    CHECK_THROWS_AS(retry({.backoff = std::numeric_limits<double>::quiet_NaN()}), value_error);
    CHECK_THROWS_AS(retry({.max_delay = -1s}), value_error);
    CHECK_THROWS_AS(retry({.deadline = -1s}), value_error);
    CHECK_THROWS_AS(retry.on<timeout>({.max_attempts = 0}), value_error);
}

TEST_CASE("retry: decorates move-only callables, and is copied with copyable ones", "[functools][retry]") {
    auto owner = retry([p = std::make_unique<int>(3)] { return *p; });
    auto const moved = std::move(owner);
    CHECK(moved() == 3);
    CHECK(moved.wrapped()() == 3);
}

// ---------------------------------------------------------------- 5. threads

TEST_CASE("retry: one decorated callable serves many threads", "[functools][retry][threads]") {
    manual_clock clock;
    std::atomic<int> hooks{0};
    auto const call = retry({.max_attempts = 3, .delay = 1ns, .jitter = jitter::equal, .on_retry = [&] { ++hooks; }},
                            clock)([](int& failures) {
        if (failures-- > 0) throw timeout("");
        return 1;
    });
    std::atomic<int> sum{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 100; ++n) {
                int failures = 2;
                sum += call(failures);
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(sum == 400);
    CHECK(hooks == 800);
}

}  // namespace
