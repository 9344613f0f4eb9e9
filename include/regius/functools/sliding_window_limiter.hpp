// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_SLIDING_WINDOW_LIMITER_HPP
#define REGIUS_FUNCTOOLS_SLIDING_WINDOW_LIMITER_HPP

#include <regius/core/cache_lock.hpp>
#include <regius/core/clock.hpp>
#include <regius/core/limiter.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/time_source.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace regius {

/// A limit that holds for every period, wherever it begins: never more than n calls in any `per`.
///
///     sliding_window_limiter limiter(100, 1s);
///     limiter.acquire();                          // waits for its turn, and says how long it waited
///
/// Accepts   n calls per period; another clock and sleeper, if wanted
/// Cost      a clock read and a short lock; 8 bytes for each of n calls, allocated when built
/// Throws    value_error: n < 1, a period that is not positive, a number of calls outside 1 .. n; std::bad_alloc
/// Threads   any number; first come, first served, as in rate_limiter
/// Differs   rate_limiter remembers no calls and evens them out, but after a quiet time it lets 2n - 1 through in one
///           period
class sliding_window_limiter : public core::limiter<sliding_window_limiter> {
    friend core::limiter<sliding_window_limiter>;

    std::vector<std::int64_t> times_;  // a ring of the times the last n calls were let through, or will be
    std::size_t next_ = 0;             // where the oldest is, and the next will be
    std::int64_t per_;
    core::cache_lock lock_;

public:
    template <std::integral N, class... Time>
    requires std::constructible_from<core::time_source, Time...>
    sliding_window_limiter(N n, core::span per, Time&&... clock_and_sleeper)
        : limiter(core::time_source(std::forward<Time>(clock_and_sleeper)...)),
          times_(checked(n, per), long_ago),
          per_(per.count()) {}

    /// The most calls in any period.
    [[nodiscard]] std::int64_t limit() const noexcept { return static_cast<std::int64_t>(times_.size()); }

private:
    static constexpr std::int64_t long_ago = std::numeric_limits<std::int64_t>::min();

    template <std::integral N>
    static std::size_t checked(N n, core::span per) {
        if (std::cmp_less(n, 1)) throw value_error("sliding_window_limiter: n must be at least 1");
        if (per.count() <= 0) throw value_error("sliding_window_limiter: the period must be positive");
        return static_cast<std::size_t>(n);
    }

    std::int64_t take(std::int64_t n, std::int64_t most) {
        if (n < 1 || n > limit())
            throw value_error("sliding_window_limiter: " + std::to_string(n) + " calls at once, of at most " +
                              std::to_string(limit()));
        auto const now = time_.now_ns();
        core::lock_holder const held(lock_);
        // The last of the n calls takes the place of the one n - 1 after the oldest, and must come a period later.
        auto const size = times_.size();
        auto const calls = static_cast<std::size_t>(n);
        auto const freed = times_[(next_ + calls - 1) % size];
        auto const latest = times_[(next_ + size - 1) % size];  // none overtakes one that waits
        auto const turn =
            core::larger(core::larger(now, latest), freed == long_ago ? now : core::add_saturated(freed, per_));
        auto const wait = turn - now;
        if (wait > most) return -1;
        for (std::size_t i = 0; i < calls; ++i) {
            times_[next_] = turn;
            next_ = next_ + 1 == size ? 0 : next_ + 1;
        }
        return wait;
    }
};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_SLIDING_WINDOW_LIMITER_HPP
