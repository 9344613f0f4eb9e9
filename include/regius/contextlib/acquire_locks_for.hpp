// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_ACQUIRE_LOCKS_FOR_HPP
#define REGIUS_CONTEXTLIB_ACQUIRE_LOCKS_FOR_HPP

#include <regius/contextlib/acquire_locks.hpp>

#include <chrono>
#include <cstddef>

namespace regius {

/// Lock all of them within a time, or nothing.
///
///     if (auto const both = acquire_locks_for(100ms, a, b); both.owns_locks()) ...
///
/// Python    lock.acquire(timeout=...), for many at once
/// Accepts   a duration, and timed mutexes (`try_lock_until`) or a range of them as for `acquire_locks`. With a
///           duration of zero or less each is tried once
/// Returns   a guard as of `acquire_locks`, whose `owns_locks()` tells
struct acquire_locks_for_fn {
    template <class Rep, class Period, detail::lockable_argument... M>
    requires(sizeof...(M) != 0)
    [[nodiscard]] auto operator()(std::chrono::duration<Rep, Period> time, M&&... mutexes) const;
    template <class Rep, class Period, detail::range_of_lockables R>
    [[nodiscard]] auto operator()(std::chrono::duration<Rep, Period> time, R&& mutexes) const;
};

inline constexpr acquire_locks_for_fn acquire_locks_for{};

namespace detail {

template <class Duration>
struct lock_within {
    Duration time;

    template <class Group>
    bool operator()(Group& group) const {
        if (try_lock_group(group)) return true;
        if (time <= Duration::zero()) return false;

        // The sum of now and the longest durations would wrap around.
        using clock = std::chrono::steady_clock;
        auto const now = clock::now();
        auto const longest = std::chrono::duration<double>(clock::time_point::max() - now) / 2;
        auto const deadline = time < longest ? now + std::chrono::ceil<clock::duration>(time)
                                             : now + std::chrono::duration_cast<clock::duration>(longest);
        bool late = false;
        auto const wait = [&](Group& g, std::size_t i) {
            bool const locked = g.try_lock_until(i, deadline);
            late = !locked;
            return locked;
        };
        std::size_t first = 0;
        while (first != group.size() && !late) first = lock_attempt(group, first, wait);
        return !late;
    }
};

}  // namespace detail

template <class Rep, class Period, detail::lockable_argument... M>
requires(sizeof...(M) != 0)
auto acquire_locks_for_fn::operator()(std::chrono::duration<Rep, Period> time, M&&... mutexes) const {
    return detail::acquired(detail::lock_within<decltype(time)>{time}, mutexes...);
}

template <class Rep, class Period, detail::range_of_lockables R>
auto acquire_locks_for_fn::operator()(std::chrono::duration<Rep, Period> time, R&& mutexes) const {
    return detail::acquired(detail::lock_within<decltype(time)>{time}, mutexes);
}

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_ACQUIRE_LOCKS_FOR_HPP
