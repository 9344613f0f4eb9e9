// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_RETRY_STRATEGIES_HPP
#define REGIUS_FUNCTOOLS_RETRY_STRATEGIES_HPP

#include <regius/core/clock.hpp>
#include <regius/core/retry_options.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/value_error.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace regius {

// When to give up, and how long to wait, as values that combine. Each is a function of the state of a call; so is
// any callable of one's own, and takes part in every combination.
//
//     retry({.stop = stop_after_attempt(9) | stop_before_delay(1min), .wait = wait_fixed(1s) + wait_random(0s, 2s)})(f)
//
// Python    tenacity's stop_... and wait_... objects, by the same names, combined as there with |, & and +

namespace core {

struct stop_strategy {};
struct wait_strategy {};

template <class S>
concept stops = std::derived_from<std::remove_cvref_t<S>, stop_strategy>;
template <class S>
concept waits = std::derived_from<std::remove_cvref_t<S>, wait_strategy>;

template <class S>
concept stop_condition = std::predicate<std::remove_cvref_t<S> const&, retry_state const&>;
template <class S>
concept wait_function =
    std::invocable<std::remove_cvref_t<S> const&, retry_state const&> &&
    std::convertible_to<std::invoke_result_t<std::remove_cvref_t<S> const&, retry_state const&>, span>;

template <class Test>
struct stop_when : stop_strategy {
    [[no_unique_address]] Test test;

    constexpr explicit stop_when(Test t) : test(std::move(t)) {}
    bool operator()(retry_state const& state) const { return bool(test(state)); }
};

template <class Wait>
struct wait_by : wait_strategy {
    [[no_unique_address]] Wait wait;

    constexpr explicit wait_by(Wait w) : wait(std::move(w)) {}
    span operator()(retry_state const& state) const { return wait(state); }
};

/// Either stops. As with `||` of two tests the second is asked only when the first does not.
template <class A, class B>
requires(stops<A> || stops<B>) && stop_condition<A> && stop_condition<B>
constexpr auto operator|(A a, B b) {
    return stop_when([a = std::move(a), b = std::move(b)](retry_state const& s) { return a(s) || b(s); });
}
/// Both must agree to stop.
template <class A, class B>
requires(stops<A> || stops<B>) && stop_condition<A> && stop_condition<B>
constexpr auto operator&(A a, B b) {
    return stop_when([a = std::move(a), b = std::move(b)](retry_state const& s) { return a(s) && b(s); });
}
/// One wait after the other.
template <class A, class B>
requires(waits<A> || waits<B>) && wait_function<A> && wait_function<B>
constexpr auto operator+(A a, B b) {
    return wait_by([a = std::move(a), b = std::move(b)](retry_state const& s) -> span {
        return std::chrono::nanoseconds(add_saturated(span(a(s)).count(), span(b(s)).count()));
    });
}

// base * factor^n in nanoseconds, at most `most`, which is also what an overflow gives.
[[nodiscard]] inline double grown(double base, double factor, std::int64_t n, double most) noexcept {
    double power = 1;
    for (double square = factor; n > 0; n >>= 1, square *= square)
        if (n & 1) power *= square;
    auto const result = base == 0 ? 0 : base * power;
    return result < most ? result : most;
}

[[nodiscard]] inline span from_ns(double ns) noexcept { return std::chrono::duration<double, std::nano>(ns); }
[[nodiscard]] inline double in_ns(span d) noexcept { return static_cast<double>(d.count()); }

}  // namespace core

// ---------------------------------------------------------------- stop

/// After n attempts.
struct stop_after_attempt_fn {
    constexpr auto operator()(std::int64_t n) const {
        return core::stop_when([n](retry_state const& s) { return s.attempt >= n; });
    }
};
inline constexpr stop_after_attempt_fn stop_after_attempt{};

/// When an attempt ends and this much time has passed; a wait may carry the call beyond it.
struct stop_after_delay_fn {
    constexpr auto operator()(core::span d) const {
        return core::stop_when([d](retry_state const& s) { return s.elapsed >= d; });
    }
};
inline constexpr stop_after_delay_fn stop_after_delay{};

/// When the next wait would carry the call to this time, or beyond: what `.deadline` does.
struct stop_before_delay_fn {
    constexpr auto operator()(core::span d) const {
        return core::stop_when(
            [d](retry_state const& s) { return core::add_saturated(s.elapsed.count(), s.delay.count()) >= d.count(); });
    }
};
inline constexpr stop_before_delay_fn stop_before_delay{};

/// When something, asked after each attempt, says so: a flag, a condition, a std::stop_token.
struct stop_when_fn {
    template <class Flag>
    requires std::predicate<Flag const&> || requires(Flag const& flag) { bool(flag.stop_requested()); }
    constexpr auto operator()(Flag flag) const {
        return core::stop_when([flag = std::move(flag)](retry_state const&) {
            if constexpr (std::predicate<Flag const&>)
                return bool(flag());
            else
                return bool(flag.stop_requested());
        });
    }
};
inline constexpr stop_when_fn stop_when{};

// ---------------------------------------------------------------- wait

struct wait_none_fn {
    constexpr auto operator()() const {
        return core::wait_by([](retry_state const&) { return core::span(); });
    }
};
inline constexpr wait_none_fn wait_none{};

/// Throws value_error: a negative time.
struct wait_fixed_fn {
    constexpr auto operator()(core::span d) const {
        if (d.count() < 0) throw value_error("wait_fixed: the time must not be negative");
        return core::wait_by([d](retry_state const&) { return d; });
    }
};
inline constexpr wait_fixed_fn wait_fixed{};

/// Uniform in [least, most). Throws value_error: a negative time.
struct wait_random_fn {
    constexpr auto operator()(core::span least, core::span most) const {
        if (least.count() < 0 || most.count() < 0) throw value_error("wait_random: a time must not be negative");
        return core::wait_by([=](retry_state const& s) {
            return core::from_ns(core::in_ns(least) + (core::in_ns(most) - core::in_ns(least)) * s.random());
        });
    }
};
inline constexpr wait_random_fn wait_random{};

struct wait_exponential_options {
    core::span multiplier = std::chrono::seconds(1);
    core::span max{std::chrono::nanoseconds::max()};
    double exp_base = 2;
    core::span min{};
};

/// multiplier * exp_base^(n - 1) after the n-th failure, at most max and at least min.
struct wait_exponential_fn {
    constexpr auto operator()(wait_exponential_options o = {}) const {
        return core::wait_by([o](retry_state const& s) { return core::larger(o.min, bounded(o, s)); });
    }

private:
    friend struct wait_random_exponential_fn;
    friend struct wait_equal_jitter_fn;
    static core::span bounded(wait_exponential_options const& o, retry_state const& s) {
        return core::from_ns(core::grown(core::in_ns(o.multiplier), o.exp_base, s.attempt - 1, core::in_ns(o.max)));
    }
};
inline constexpr wait_exponential_fn wait_exponential{};

/// Full jitter: uniform between min and what wait_exponential gives.
struct wait_random_exponential_fn {
    constexpr auto operator()(wait_exponential_options o = {}) const {
        return core::wait_by([o](retry_state const& s) {
            auto const low = core::in_ns(o.min);
            auto const high = core::larger(low, core::in_ns(wait_exponential_fn::bounded(o, s)));
            return core::from_ns(low + (high - low) * s.random());
        });
    }
};
inline constexpr wait_random_exponential_fn wait_random_exponential{};

/// Equal jitter: uniform between half of what wait_exponential gives and all of it.
struct wait_equal_jitter_fn {
    constexpr auto operator()(wait_exponential_options o = {}) const {
        return core::wait_by([o](retry_state const& s) {
            auto const half = core::in_ns(core::larger(o.min, wait_exponential_fn::bounded(o, s))) / 2;
            return core::from_ns(half + half * s.random());
        });
    }
};
inline constexpr wait_equal_jitter_fn wait_equal_jitter{};

/// Decorrelated jitter: uniform between base and three times the wait before, at most `most`.
struct wait_decorrelated_jitter_fn {
    constexpr auto operator()(core::span base, core::span most) const {
        return core::wait_by([=](retry_state const& s) {
            auto const low = core::in_ns(base);
            auto const before = core::larger(low, core::in_ns(s.delay));
            return core::from_ns(core::smaller(low + (3 * before - low) * s.random(), core::in_ns(most)));
        });
    }
};
inline constexpr wait_decorrelated_jitter_fn wait_decorrelated_jitter{};

struct wait_exponential_jitter_options {
    core::span initial = std::chrono::seconds(1);
    core::span max{std::chrono::nanoseconds::max()};
    double exp_base = 2;
    core::span jitter = std::chrono::seconds(1);
    core::span min{};
};

/// initial * exp_base^(n - 1), and uniform in [0, jitter) more, together at most max and at least min.
struct wait_exponential_jitter_fn {
    constexpr auto operator()(wait_exponential_jitter_options o = {}) const {
        return core::wait_by([o](retry_state const& s) {
            auto const most = core::in_ns(o.max);
            auto const grown = core::grown(core::in_ns(o.initial), o.exp_base, s.attempt - 1, most);
            return core::larger(o.min, core::from_ns(core::smaller(grown + core::in_ns(o.jitter) * s.random(), most)));
        });
    }
};
inline constexpr wait_exponential_jitter_fn wait_exponential_jitter{};

struct wait_incrementing_options {
    core::span start{};
    core::span increment = std::chrono::seconds(100);
    core::span max{std::chrono::nanoseconds::max()};
};

/// start + increment * (n - 1), at least nothing and at most max.
struct wait_incrementing_fn {
    constexpr auto operator()(wait_incrementing_options o = {}) const {
        return core::wait_by([o](retry_state const& s) {
            auto const ns = core::in_ns(o.start) + core::in_ns(o.increment) * static_cast<double>(s.attempt - 1);
            return core::larger(core::span(), core::span(core::from_ns(core::smaller(ns, core::in_ns(o.max)))));
        });
    }
};
inline constexpr wait_incrementing_fn wait_incrementing{};

/// What the error says, asked of errors of the callable's parameter type (a generic one: of every std::exception); no
/// wait after any other and after a refused result. `.wait_from_error` falls back on the other options there.
struct wait_exception_fn {
    template <class F>
    requires std::constructible_from<core::ask_error<core::span>, F>
    auto operator()(F&& f) const {
        return core::wait_by([ask = core::ask_error<core::span>(std::forward<F>(f))](retry_state const& s) {
            return s.error ? ask(s.error).value_or(core::span()) : core::span();
        });
    }
};
inline constexpr wait_exception_fn wait_exception{};

/// The i-th strategy after the i-th failure; the last again and again.
struct wait_chain_fn {
    template <core::wait_function... W>
    requires(sizeof...(W) > 0)
    constexpr auto operator()(W... strategies) const {
        return core::wait_by([... strategies = std::move(strategies)](retry_state const& s) {
            core::span result;
            std::int64_t left = s.attempt < std::int64_t{sizeof...(W)} ? s.attempt : std::int64_t{sizeof...(W)};
            static_cast<void>(((--left == 0 ? (result = strategies(s), true) : false) || ...));
            return result;
        });
    }
};
inline constexpr wait_chain_fn wait_chain{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_RETRY_STRATEGIES_HPP
