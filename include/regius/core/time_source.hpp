// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TIME_SOURCE_HPP
#define REGIUS_CORE_TIME_SOURCE_HPP

#include <regius/core/action.hpp>
#include <regius/core/clock.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

#if __has_include(<unistd.h>)
#include <cerrno>
#include <ctime>
#else
#include <thread>
#endif

namespace regius::core {

/// What can be told to wait: anything with `sleep_for(nanoseconds)`, or any callable taking nanoseconds.
template <class S>
concept sleeper = requires(std::remove_reference_t<S>& s, std::chrono::nanoseconds d) { s.sleep_for(d); } ||
                  std::invocable<S&, std::chrono::nanoseconds>;

/// A real wait.
struct real_sleeper {
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

/// Wait for ns nanoseconds; not at all when there are none.
template <sleeper S>
constexpr void sleep_ns(S& s, std::int64_t ns) {
    if (ns <= 0) return;
    if constexpr (requires { s.sleep_for(std::chrono::nanoseconds(ns)); })
        s.sleep_for(std::chrono::nanoseconds(ns));
    else
        s(std::chrono::nanoseconds(ns));
}

/// Where a tool gets the time and where it waits: the steady clock and a real wait, unless it was given others.
///
///     time_source()                   // what happens in production: no indirection
///     time_source(clock)              // a clock that is also a sleeper, such as manual_clock
///     time_source(clock, sleeper)
///
/// Lifetime  lvalues are borrowed and must outlive it, rvalues are moved in; copies share them
class time_source : public any_clock {
    action<void(std::int64_t)> sleep_;  // none stands for a real wait

public:
    time_source() = default;

    template <clock C>
    explicit time_source(C&& c) {
        auto const kept = keep(std::forward<C>(c));
        now_ = [kept] { return core::now_ns(*kept); };
        if constexpr (sleeper<std::remove_reference_t<C>>)
            sleep_ = [kept](std::int64_t ns) { core::sleep_ns(*kept, ns); };
    }

    template <clock C, sleeper S>
    time_source(C&& c, S&& s)
        : any_clock(std::forward<C>(c)),
          sleep_([kept = keep(std::forward<S>(s))](std::int64_t ns) { core::sleep_ns(*kept, ns); }) {}

    /// Whether waiting is a real wait, which something else may want to cut short.
    [[nodiscard]] bool sleeps_really() const noexcept { return !sleep_; }

    void sleep_ns(std::int64_t ns) const {
        if (sleep_) [[unlikely]]
            return sleep_(ns);
        real_sleeper really;
        core::sleep_ns(really, ns);
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_TIME_SOURCE_HPP
