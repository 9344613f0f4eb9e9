// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_TIMER_HPP
#define REGIUS_CONTEXTLIB_TIMER_HPP

#include <regius/core/cleanup.hpp>

#include <chrono>
#include <cstdio>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius {

/// Print "label: 12.3 ms" to stderr: what a `timer` does with its time unless it is told otherwise.
struct print_elapsed {
    void operator()(std::string_view label, std::chrono::nanoseconds elapsed) const noexcept;
};

/// Measure how long a scope takes, and tell at its end.
///
///     timer t{"load"};                                  // stderr, at the end of the scope: load: 12.3 ms
///     t.elapsed();                                      // readable while it runs, and after stop()
///     timer quiet{"load", [&](auto label, auto time) { times[label] += time; }};
///
/// Accepts   label: a literal, which is borrowed, or a std::string, which is owned. sink: called once with
///           (std::string_view label, std::chrono::nanoseconds elapsed). clock: an object with `now()`; an lvalue
///           is borrowed, so that a test can move its `manual_clock` (core/clock.hpp) on
/// Cost      two reads of the clock, and the sink; allocates nothing
/// Throws    what the sink throws, at a normal end; dropped while another exception is on its way
///
/// `stop()` ends the measurement early and returns it; `lap()` returns the time since the last lap, or the start;
/// `running()`. The end of a scope left by an exception is told too.
template <class Sink = print_elapsed, class Clock = std::chrono::steady_clock, class Label = char const*>
class timer {
    using instant = decltype(std::declval<Clock&>().now());

    [[no_unique_address]] Label label_;
    [[no_unique_address]] Sink sink_;
    [[no_unique_address]] Clock clock_;
    instant start_;
    instant lap_;
    instant end_{};
    bool running_ = true;

public:
    using duration = std::chrono::nanoseconds;
    static constexpr bool quiet = std::is_nothrow_invocable_v<Sink&, std::string_view, duration>;

    [[nodiscard]] explicit timer(Label label)
    requires std::is_default_constructible_v<Sink> && std::is_default_constructible_v<Clock>
        : timer(std::move(label), Sink(), Clock()) {}
    [[nodiscard]] timer(Label label, Sink sink)
    requires std::is_default_constructible_v<Clock>
        : timer(std::move(label), std::move(sink), Clock()) {}
    [[nodiscard]] timer(Label label, Sink sink, Clock&& clock)
        : label_(std::move(label)),
          sink_(std::move(sink)),
          clock_(std::forward<Clock>(clock)),
          start_(clock_.now()),
          lap_(start_) {}

    timer(timer&&) = delete;

    [[gnu::always_inline]] ~timer() noexcept(quiet) {
        if (!running_) return;
        if constexpr (quiet)
            stop();
        else
            core::cleanup([this] { stop(); });
    }

    /// The time since the start; after `stop()`, the whole.
    [[nodiscard]] duration elapsed() const { return since(start_, running_ ? clock_.now() : end_); }

    /// The time since the last lap, or since the start; begins a new lap. After `stop()`, the last lap.
    duration lap() {
        auto const now = running_ ? clock_.now() : end_;
        return since(std::exchange(lap_, now), now);
    }

    /// End the measurement, tell the sink and return the whole. A second call returns it again, and tells nobody.
    [[gnu::always_inline]] duration stop() {
        if (running_) {
            end_ = clock_.now();
            running_ = false;
            sink_(std::string_view(label_), elapsed());
        }
        return elapsed();
    }

    [[nodiscard]] bool running() const noexcept { return running_; }

private:
    static duration since(instant start, instant stop) { return std::chrono::duration_cast<duration>(stop - start); }
};

timer(char const*) -> timer<>;
template <class Label>
timer(Label) -> timer<print_elapsed, std::chrono::steady_clock, Label>;
template <class Label, class Sink>
timer(Label, Sink) -> timer<Sink, std::chrono::steady_clock, Label>;
template <class Label, class Sink, class Clock>
timer(Label, Sink, Clock&&) -> timer<Sink, Clock, Label>;

inline void print_elapsed::operator()(std::string_view label, std::chrono::nanoseconds elapsed) const noexcept {
    struct unit {
        double nanoseconds;
        char const* name;
    };
    constexpr unit units[] = {{1e9, "s"}, {1e6, "ms"}, {1e3, "us"}};

    auto const amount = static_cast<double>(elapsed.count());
    auto const length = static_cast<int>(label.size());
    for (auto const& u : units) {
        if (amount >= u.nanoseconds) {
            std::fprintf(stderr, "%.*s: %.4g %s\n", length, label.data(), amount / u.nanoseconds, u.name);
            return;
        }
    }
    std::fprintf(stderr, "%.*s: %.4g ns\n", length, label.data(), amount);
}

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_TIMER_HPP
