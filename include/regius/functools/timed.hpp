// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_TIMED_HPP
#define REGIUS_FUNCTOOLS_TIMED_HPP

#include <regius/core/clock.hpp>
#include <regius/core/decorated.hpp>
#include <regius/core/invoke.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <class Sink>
class timed_around {
    std::string label_;
    [[no_unique_address]] Sink sink_;
    core::any_clock time_;

    // A destructor, so that the result is made where the caller wants it, and errors are timed too.
    class report {
        timed_around const& self_;
        int const errors_ = std::uncaught_exceptions();
        std::int64_t const start_;

    public:
        explicit report(timed_around const& self) : self_(self), start_(self.time_.now_ns()) {}
        report(report const&) = delete;
        report& operator=(report const&) = delete;
        ~report() noexcept(false) {
            std::chrono::nanoseconds const elapsed(self_.time_.now_ns() - start_);
            if (std::uncaught_exceptions() == errors_) {
                self_.tell(elapsed);
                return;
            }
            try {
                self_.tell(elapsed);
            } catch (...) {  // the error under way comes first
            }
        }
    };

    void tell(std::chrono::nanoseconds elapsed) const { core::invoke(sink_, std::string_view(label_), elapsed); }

public:
    timed_around(std::string label, Sink sink, core::any_clock time)
        : label_(std::move(label)), sink_(std::move(sink)), time_(std::move(time)) {}

    template <class F, class... Args>
    requires std::invocable<F, Args...>
    std::invoke_result_t<F, Args...> operator()(F&& f, Args&&... args) const {
        report const when_done(*this);
        return core::invoke(std::forward<F>(f), std::forward<Args>(args)...);
    }
};

template <class Sink>
class timed_decorator {
    timed_around<Sink> around_;

public:
    explicit timed_decorator(timed_around<Sink> around) : around_(std::move(around)) {}

    template <core::function_like F>
    [[nodiscard]] auto operator()(F&& f) const {
        return core::decorated<std::decay_t<F>, timed_around<Sink>>(std::forward<F>(f), around_);
    }
};

}  // namespace detail

/// Tell how long each call of a function took.
///
///     auto load = timed("load", [](std::string_view label, auto d) { log(label, d); })(read_all);
///
/// Python    @timer of every code base; timeit.default_timer
/// Accepts   a label, and a sink called as sink(std::string_view, std::chrono::nanoseconds); then another clock, if
///           wanted
/// Returns   the function with its signature; results and errors pass unchanged
/// Cost      two clock reads and the sink
/// Throws    what the sink throws, unless the function threw
/// Threads   as the function and the sink
struct timed_fn {
    template <class Sink>
    requires std::invocable<std::decay_t<Sink> const&, std::string_view, std::chrono::nanoseconds>
    [[nodiscard]] auto operator()(std::string label, Sink&& sink, core::any_clock clock = {}) const {
        using kept = std::decay_t<Sink>;
        return detail::timed_decorator<kept>(
            detail::timed_around<kept>(std::move(label), std::forward<Sink>(sink), std::move(clock)));
    }
};

inline constexpr timed_fn timed{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_TIMED_HPP
