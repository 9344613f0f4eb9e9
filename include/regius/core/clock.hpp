// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CLOCK_HPP
#define REGIUS_CORE_CLOCK_HPP

#include <regius/core/shared.hpp>

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#if __has_include(<unistd.h>)
#include <cerrno>
#include <ctime>
#else
#include <thread>
#endif

namespace regius::core {

/// What can be asked for the time: every std clock (`std::chrono::steady_clock{}`), `manual_clock`, or a type of
/// one's own with a `now()` that returns a time point.
template <class C>
concept clock = requires(std::remove_reference_t<C>& c) {
    { c.now().time_since_epoch() } -> std::convertible_to<std::chrono::duration<long double>>;
};

/// What can be told to wait: anything with `sleep_for(nanoseconds)`, or any callable taking nanoseconds.
template <class S>
concept sleeper = requires(std::remove_reference_t<S>& s, std::chrono::nanoseconds d) { s.sleep_for(d); } ||
                  std::invocable<S&, std::chrono::nanoseconds>;

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

/// Wait for ns nanoseconds; not at all when there are none.
template <sleeper S>
constexpr void sleep_ns(S& s, std::int64_t ns) {
    if (ns <= 0) return;
    if constexpr (requires { s.sleep_for(std::chrono::nanoseconds(ns)); })
        s.sleep_for(std::chrono::nanoseconds(ns));
    else
        s(std::chrono::nanoseconds(ns));
}

/// The clock and sleeper every tool uses unless it is given others: the steady clock, and a real wait.
struct real_clock {
    [[nodiscard]] static std::chrono::steady_clock::time_point now() noexcept {
        return std::chrono::steady_clock::now();
    }

    // nanosleep, and not std::this_thread: <thread> is 15,000 lines on top of <chrono> for the same call.
    static void sleep_for(std::chrono::nanoseconds d) {
#if __has_include(<unistd.h>)
        auto const s = std::chrono::duration_cast<std::chrono::seconds>(d);
        std::timespec rest{static_cast<std::time_t>(s.count()), static_cast<long>((d - s).count())};
        while (::nanosleep(&rest, &rest) == -1 && errno == EINTR) {
        }
#else
        std::this_thread::sleep_for(d);
#endif
    }
};

/// Where a tool gets the time and where it waits: the steady clock and a real wait, unless it was given others.
///
///     time_source()                   // what happens in production: no indirection
///     time_source(clock)              // a clock that is also a sleeper, such as manual_clock
///     time_source(clock, sleeper)
///
/// Lifetime  lvalues are borrowed and must outlive it, rvalues are moved in; copies share them
class time_source {
    using now_function = std::int64_t (*)(void*);
    using sleep_function = void (*)(void*, std::int64_t);

    handle clock_owner_;  // before what keep() finds: it fills them
    handle sleeper_owner_;
    now_function now_ = nullptr;  // null stands for the real one
    sleep_function sleep_ = nullptr;
    void* clock_ = nullptr;
    void* sleeper_ = nullptr;

    template <class T>
    static void* keep(T&& object, handle& owner) {
        if constexpr (std::is_lvalue_reference_v<T>) {
            return const_cast<std::remove_cvref_t<T>*>(&object);
        } else {
            shared<T> const kept(std::in_place, std::move(object));
            owner = kept;
            return &*kept;
        }
    }

    // The object is asked as the user passed it: a const lvalue stays const.
    template <class T>
    static std::remove_reference_t<T>& back(void* object) noexcept {
        return *static_cast<std::remove_reference_t<T>*>(object);
    }

public:
    time_source() = default;

    template <clock C>
    requires(!std::same_as<std::remove_cvref_t<C>, time_source>)
    explicit time_source(C&& c)
        : now_([](void* object) { return core::now_ns(back<C>(object)); }),
          clock_(keep(std::forward<C>(c), clock_owner_)) {
        if constexpr (sleeper<std::remove_reference_t<C>>) {
            sleep_ = [](void* object, std::int64_t ns) { core::sleep_ns(back<C>(object), ns); };
            sleeper_ = clock_;
        }
    }

    template <clock C, sleeper S>
    time_source(C&& c, S&& s) : time_source(std::forward<C>(c)) {
        sleep_ = [](void* object, std::int64_t ns) { core::sleep_ns(back<S>(object), ns); };
        sleeper_ = keep(std::forward<S>(s), sleeper_owner_);
    }

    /// Whether waiting is a real wait, which something else may want to cut short.
    [[nodiscard]] bool sleeps_really() const noexcept { return sleep_ == nullptr; }

    [[nodiscard]] std::int64_t now_ns() const {
        if (now_) [[unlikely]]
            return now_(clock_);
        return core::now_ns(real);
    }
    void sleep_ns(std::int64_t ns) const {
        if (sleep_) [[unlikely]]
            sleep_(sleeper_, ns);
        else
            core::sleep_ns(real, ns);
    }

private:
    static constexpr real_clock real{};
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
