// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_RATE_LIMIT_HPP
#define REGIUS_FUNCTOOLS_RATE_LIMIT_HPP

#include <regius/core/clock.hpp>
#include <regius/core/decorated.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/limiter.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/time_source.hpp>

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace regius {

/// What a decorated call does when the limit is reached.
///
///     policy::block       it waits for its turn
///     policy::raise       it throws rate_limit_exceeded, which says how long to wait
///     policy::drop        it is not made: the answer is an empty optional (false, where the callable returns void)
struct policy {
    // Two types, because dropping changes what a call returns. Neither can be left out of the options that ask for it,
    // which is how the options in braces choose their overload.
    class refusal;
    class omission;
    static refusal const block;
    static refusal const raise;
    static omission const drop;
};

class policy::refusal {
    bool waits_;

public:
    explicit constexpr refusal(bool waits) noexcept : waits_(waits) {}
    [[nodiscard]] constexpr bool waits() const noexcept { return waits_; }
};

class policy::omission {
public:
    explicit constexpr omission(int) noexcept {}
};

inline constexpr policy::refusal policy::block{true};
inline constexpr policy::refusal policy::raise{false};
inline constexpr policy::omission policy::drop{0};

namespace core {

/// A number of calls per period, whole or not.
struct rate {
    double value = 0;
    std::int64_t whole = 0;  // 0: not a whole number

    template <class N>
    requires std::is_arithmetic_v<N>
    constexpr rate(N n) noexcept : value(static_cast<double>(n)) {
        if constexpr (std::integral<N>)
            if (std::cmp_greater(n, 0) && std::cmp_less(n, forever)) whole = static_cast<std::int64_t>(n);
    }
};

/// A number of tokens, that may be left out.
struct tokens {
    std::int64_t count = 0;  // 0: not given

    constexpr tokens() = default;
    template <std::integral N>
    constexpr tokens(N n) noexcept
        : count(std::cmp_less(n, 1)         ? -1
                : std::cmp_less(n, forever) ? static_cast<std::int64_t>(n)
                                            : forever) {}
};

}  // namespace core

/// A limit: `rate` calls every `per`, in the long run, and `burst` at once.
struct rate_limit_options {
    core::rate rate;
    core::span per{std::chrono::seconds(1)};
    core::tokens burst{};  ///< calls that may come at once after a quiet time; as many as `rate`, unless given
    regius::policy::refusal policy = regius::policy::block;
};

/// The same, for calls that are left out when there are too many.
struct rate_limit_drop_options {
    core::rate rate;
    core::span per{std::chrono::seconds(1)};
    core::tokens burst{};
    regius::policy::omission policy;
};

/// A token bucket: lets `n` calls through every `per`, and `burst` of them at once.
///
///     rate_limiter limiter(100, 1s);              // 100 a second, 100 at once
///     rate_limiter limiter({.rate = 100, .burst = 10});
///     limiter.acquire();                          // waits for its turn, and says how long it waited
///     limiter.try_acquire(3)                      // takes three tokens now, or none
///     limiter.acquire_for(50ms)                   // waits, unless that would take longer
///
/// Cost      one clock read and one compare-and-swap on 8 bytes; allocates nothing
/// Throws    value_error: a rate or burst below one token, more than one token a nanosecond, n outside 1 .. burst
/// Threads   any number; first come, first served: a caller that waits has its turn reserved, and none can overtake it
/// Differs   the state is the time at which the bucket will be full again (GCRA), in whole nanoseconds: the time from
///           one token to the next is rounded up, so a limit is never exceeded, and reached within a nanosecond a token
class rate_limiter : public core::limiter<rate_limiter> {
    friend core::limiter<rate_limiter>;

    std::atomic<std::int64_t> full_at_;  // when the bucket is full again, in nanoseconds since epoch_
    std::int64_t interval_;              // nanoseconds a token
    std::int64_t burst_;
    std::int64_t capacity_;  // nanoseconds of a full bucket: burst * interval
    std::int64_t epoch_;

public:
    template <std::integral N, class... Time>
    requires std::constructible_from<core::time_source, Time...>
    rate_limiter(N n, core::span per, Time&&... clock_and_sleeper)
        : rate_limiter(rate_limit_options{.rate = n, .per = per}, std::forward<Time>(clock_and_sleeper)...) {}

    template <class... Time>
    requires std::constructible_from<core::time_source, Time...>
    explicit rate_limiter(rate_limit_options options, Time&&... clock_and_sleeper)
        : limiter(core::time_source(std::forward<Time>(clock_and_sleeper)...)),
          full_at_(0),
          interval_(interval(options.rate, options.per)),
          burst_(burst(options)) {
        if (burst_ > core::forever / 4 / interval_) throw value_error("rate_limit: a burst that takes years to refill");
        capacity_ = burst_ * interval_;
        epoch_ = time_.now_ns();
    }

    /// How long acquire(n) would wait now.
    [[nodiscard]] std::chrono::nanoseconds wait_time(std::int64_t n = 1) const {
        check(n);
        auto const now = time_.now_ns() - epoch_;
        auto const full_at =
            core::add_saturated(core::larger(full_at_.load(std::memory_order_relaxed), now), n * interval_);
        return std::chrono::nanoseconds(core::larger<std::int64_t>(full_at - capacity_ - now, 0));
    }

    /// The most tokens that can be taken at once.
    [[nodiscard]] std::int64_t burst() const noexcept { return burst_; }

private:
    static std::int64_t interval(core::rate rate, core::span per) {
        if (!(rate.value > 0)) throw value_error("rate_limit: the rate must be positive");
        if (per.count() <= 0) throw value_error("rate_limit: the period must be positive");
        if (rate.whole > per.count() || rate.value > static_cast<double>(per.count()))
            throw value_error("rate_limit: more than one call a nanosecond");
        if (rate.whole != 0) return (per.count() - 1) / rate.whole + 1;
        auto const exact = static_cast<double>(per.count()) / rate.value;
        if (!(exact < static_cast<double>(core::forever / 4)))
            throw value_error("rate_limit: less than one call in 73 years");
        auto const floor = static_cast<std::int64_t>(exact);
        return static_cast<double>(floor) < exact ? floor + 1 : floor;
    }

    static std::int64_t burst(rate_limit_options const& options) {
        if (options.burst.count < 0) throw value_error("rate_limit: burst must be at least 1");
        if (options.burst.count != 0) return options.burst.count;
        // At most one token a nanosecond: the rate fits.
        return core::larger<std::int64_t>(static_cast<std::int64_t>(options.rate.value), 1);
    }

    void check(std::int64_t n) const {
        if (n < 1 || n > burst_) [[unlikely]]
            refuse(n);
    }
    [[noreturn]] void refuse(std::int64_t n) const {
        if (n < 1) throw value_error("rate_limiter: n must be at least 1, not " + std::to_string(n));
        throw value_error("rate_limiter: " + std::to_string(n) + " tokens never fit a burst of " +
                          std::to_string(burst_));
    }

    // Takes n tokens if they are there within `most`; the wait until they are, or -1 and nothing is taken.
    std::int64_t take(std::int64_t n, std::int64_t most) {
        check(n);
        auto const now = time_.now_ns() - epoch_;
        auto full_at = full_at_.load(std::memory_order_relaxed);
        for (;;) {
            auto const then = core::add_saturated(core::larger(full_at, now), n * interval_);
            auto const wait = then - capacity_ - now;
            if (wait > most) return -1;
            if (full_at_.compare_exchange_weak(full_at, then, std::memory_order_acq_rel, std::memory_order_relaxed))
                return core::larger<std::int64_t>(wait, 0);
        }
    }
};

namespace detail {

template <bool Drops>
class rate_policy {
    core::shared<rate_limiter> owned_;
    rate_limiter* limiter_;
    bool waits_;

    template <class R>
    using answer =
        std::conditional_t<!Drops, R, std::conditional_t<std::is_void_v<R>, bool, std::optional<std::decay_t<R>>>>;

public:
    rate_policy(core::shared<rate_limiter> owned, bool waits)
        : owned_(std::move(owned)), limiter_(&*owned_), waits_(waits) {}
    rate_policy(rate_limiter& borrowed, bool waits) : limiter_(&borrowed), waits_(waits) {}

    template <class F, class... Args>
    requires std::invocable<F, Args...>
    answer<std::invoke_result_t<F, Args...>> operator()(F&& f, Args&&... args) const {
        if constexpr (Drops) {
            if (!limiter_->try_acquire()) return {};
            if constexpr (std::is_void_v<std::invoke_result_t<F, Args...>>) {
                core::invoke(std::forward<F>(f), std::forward<Args>(args)...);
                return true;
            } else {
                return core::invoke(std::forward<F>(f), std::forward<Args>(args)...);
            }
        } else {
            if (waits_)
                limiter_->acquire();
            else if (!limiter_->try_acquire()) [[unlikely]]
                raise();
            return core::invoke(std::forward<F>(f), std::forward<Args>(args)...);
        }
    }

private:
    [[noreturn]] void raise() const { throw rate_limit_exceeded("too many calls", limiter_->wait_time().count()); }
};

template <bool Drops>
class rate_decorator {
    rate_policy<Drops> policy_;

public:
    explicit rate_decorator(rate_policy<Drops> policy) : policy_(std::move(policy)) {}

    template <core::function_like F>
    [[nodiscard]] auto operator()(F&& f) const {
        return core::decorated<std::decay_t<F>, rate_policy<Drops>>(std::forward<F>(f), policy_);
    }
};

}  // namespace detail

/// Let a callable be called so often and no more.
///
///     auto get = rate_limit(10, 1s)(download);                          // the eleventh call in a second waits
///     rate_limit({.rate = 10, .burst = 1, .policy = policy::raise})(f)  // or throws
///     rate_limit({.rate = 10, .policy = policy::drop})(f)               // or is not made: an empty optional
///     rate_limit(limiter)(f)                                            // one budget for several callables
///
/// Python    @sleep_and_retry @limits(calls=10, period=1), of ratelimit
/// Accepts   n calls per period, or options, or a rate_limiter; then another clock and sleeper, if wanted
/// Returns   the callable with its signature; under policy::drop the result is optional
/// Cost      as rate_limiter; allocates when built only
/// Throws    as rate_limiter; rate_limit_exceeded under policy::raise, before the callable is called
/// Lifetime  what one decorator decorates, and its copies, share one budget; a rate_limiter passed in is borrowed
/// Threads   any number may call, and wait in the order they came
/// Differs   ratelimit counts calls in a fixed window, and lets through twice the limit across its edge
struct rate_limit_fn {
    template <std::integral N, class... Time>
    requires std::constructible_from<core::time_source, Time...>
    [[nodiscard]] auto operator()(N n, core::span per, Time&&... clock_and_sleeper) const {
        return (*this)(rate_limit_options{.rate = n, .per = per}, std::forward<Time>(clock_and_sleeper)...);
    }

    template <class... Time>
    requires std::constructible_from<core::time_source, Time...>
    [[nodiscard]] auto operator()(rate_limit_options options, Time&&... clock_and_sleeper) const {
        return detail::rate_decorator<false>(
            {core::shared<rate_limiter>(std::in_place, options, std::forward<Time>(clock_and_sleeper)...),
             options.policy.waits()});
    }

    template <class... Time>
    requires std::constructible_from<core::time_source, Time...>
    [[nodiscard]] auto operator()(rate_limit_drop_options options, Time&&... clock_and_sleeper) const {
        return detail::rate_decorator<true>(
            {core::shared<rate_limiter>(
                 std::in_place, rate_limit_options{.rate = options.rate, .per = options.per, .burst = options.burst},
                 std::forward<Time>(clock_and_sleeper)...),
             false});
    }

    [[nodiscard]] auto operator()(rate_limiter& limiter, policy::refusal when_full = policy::block) const {
        return detail::rate_decorator<false>({limiter, when_full.waits()});
    }
    [[nodiscard]] auto operator()(rate_limiter& limiter, policy::omission) const {
        return detail::rate_decorator<true>({limiter, false});
    }
};

inline constexpr rate_limit_fn rate_limit{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_RATE_LIMIT_HPP
