// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CLOCK_HPP
#define REGIUS_CORE_CLOCK_HPP

#include <regius/core/action.hpp>
#include <regius/core/shared.hpp>

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

namespace regius::core {

/// What can be asked for the time: every std clock (`std::chrono::steady_clock{}`), `manual_clock`, or a type of
/// one's own with a `now()` that returns a time point.
template <class C>
concept clock = requires(std::remove_reference_t<C>& c) {
    { c.now().time_since_epoch() } -> std::convertible_to<std::chrono::duration<long double>>;
};

inline constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();

/// a + b and a - b, stopped at the ends of the type: time never wraps around.
[[nodiscard]] constexpr std::int64_t add_saturated(std::int64_t a, std::int64_t b) noexcept {
    if (b > 0 && a > forever - b) return forever;
    if (b < 0 && a < std::numeric_limits<std::int64_t>::min() - b) return std::numeric_limits<std::int64_t>::min();
    return a + b;
}

/// A duration as whole nanoseconds, rounded towards zero and stopped at the ends of the type.
template <class Rep, class Period>
[[nodiscard]] constexpr std::int64_t to_ns(std::chrono::duration<Rep, Period> d) noexcept {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    if constexpr (std::is_floating_point_v<Rep>) {
        auto const ns = static_cast<long double>(d.count()) * 1e9L * Period::num / Period::den;
        if (!(ns > static_cast<long double>(least))) return ns < 0 ? least : 0;  // a NaN is no time at all
        return ns < static_cast<long double>(forever) ? static_cast<std::int64_t>(ns) : forever;
    } else {
        using scale = std::ratio_divide<Period, std::nano>;
        auto const n = d.count();
        if (std::cmp_greater(n, forever / scale::num)) return forever;
        if (std::cmp_less(n, least / scale::num)) return least;
        return static_cast<std::int64_t>(n) * scale::num / scale::den;
    }
}

/// A span of time as an option or an argument: any `std::chrono` duration, of any size and any representation.
///
///     .delay = 10ms      .delay = 0.5s      .delay = std::chrono::hours::max()
///
/// Differs   `std::chrono::nanoseconds` itself refuses 0.5s, and overflows on the third
struct span : std::chrono::nanoseconds {
    constexpr span() noexcept : std::chrono::nanoseconds(0) {}
    template <class Rep, class Period>
    constexpr span(std::chrono::duration<Rep, Period> d) noexcept : std::chrono::nanoseconds(to_ns(d)) {}
};

/// The time of a clock as nanoseconds since its epoch.
template <clock C>
[[nodiscard]] constexpr std::int64_t now_ns(C& c) {
    return to_ns(c.now().time_since_epoch());
}

/// A clock or a sleeper as a tool keeps it: an lvalue borrowed, anything else moved in, and shared with copies.
template <class T>
[[nodiscard]] auto keep(T&& object) {
    if constexpr (std::is_lvalue_reference_v<T>)
        return &object;
    else
        return shared<T>(std::in_place, std::move(object));
}

/// Where a tool gets the time: the steady clock, without indirection, unless it was given another.
///
/// Lifetime  a clock that is an lvalue is borrowed and must outlive it, an rvalue is moved in; copies share it
class any_clock {
protected:
    action<std::int64_t()> now_;  // none stands for the steady clock

public:
    any_clock() = default;
    template <clock C>
    any_clock(C&& c) : now_([kept = keep(std::forward<C>(c))] { return core::now_ns(*kept); }) {}

    [[nodiscard]] std::int64_t now_ns() const {
        if (now_) [[unlikely]]
            return now_();
        return to_ns(std::chrono::steady_clock::now().time_since_epoch());
    }
};

}  // namespace regius::core

namespace regius {

/// A clock that stands still until it is told to move, and a sleeper that moves it instead of waiting.
///
///     manual_clock clock;
///     auto fetch = retry({.max_attempts = 3, .delay = 100ms}, clock)(flaky);
///     fetch();                        // returns at once, however often it slept
///     clock.slept();                  // 300ms: 100ms, then 200ms
///
/// Lifetime  the tools borrow it: it must outlive them; it is neither copied nor moved
/// Threads   any number may read, advance and sleep
class manual_clock {
    std::atomic<std::int64_t> now_;
    std::atomic<std::int64_t> slept_{0};
    std::atomic<std::int64_t> sleeps_{0};

public:
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<manual_clock>;
    static constexpr bool is_steady = true;

    explicit manual_clock(core::span start = {}) noexcept : now_(start.count()) {}

    [[nodiscard]] time_point now() const noexcept { return time_point(duration(now_.load(std::memory_order_acquire))); }

    void advance(core::span d) noexcept { now_.fetch_add(d.count(), std::memory_order_acq_rel); }

    void sleep_for(core::span d) noexcept {
        advance(d);
        slept_.fetch_add(d.count(), std::memory_order_relaxed);
        sleeps_.fetch_add(1, std::memory_order_relaxed);
    }

    /// What all sleeps asked for together, and how many there were.
    [[nodiscard]] duration slept() const noexcept { return duration(slept_.load(std::memory_order_relaxed)); }
    [[nodiscard]] std::int64_t sleeps() const noexcept { return sleeps_.load(std::memory_order_relaxed); }
};

}  // namespace regius

#endif  // REGIUS_CORE_CLOCK_HPP
