// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_LIMITER_HPP
#define REGIUS_CORE_LIMITER_HPP

#include <regius/core/clock.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/time_source.hpp>

#include <chrono>
#include <cstdint>
#include <utility>

namespace regius::core {

/// What limiters have in common: four ways to ask, over `Self::take(n, most)`, which takes n tokens if they are there
/// within `most` nanoseconds, and tells the wait until they are; or takes nothing, and tells -1.
template <class Self>
class limiter {
public:
    limiter(limiter const&) = delete;
    limiter& operator=(limiter const&) = delete;

    /// Take n, waiting until they are there; how long that was.
    std::chrono::nanoseconds acquire(std::int64_t n = 1) {
        auto const wait = self().take(n, forever);
        time_.sleep_ns(wait);
        return std::chrono::nanoseconds(wait);
    }

    /// Take n if they are there; whether they were.
    [[nodiscard]] bool try_acquire(std::int64_t n = 1) { return self().take(n, 0) == 0; }

    /// Take n if they are there within `most`, waiting for them; false at once if they will not be.
    [[nodiscard]] bool acquire_for(span most, std::int64_t n = 1) {
        auto const wait = self().take(n, larger<std::int64_t>(most.count(), 0));
        if (wait < 0) return false;
        time_.sleep_ns(wait);
        return true;
    }

protected:
    explicit limiter(time_source time) : time_(std::move(time)) {}
    ~limiter() = default;

    time_source time_;

private:
    Self& self() noexcept { return static_cast<Self&>(*this); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_LIMITER_HPP
