// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_RETRY_OPTIONS_HPP
#define REGIUS_CORE_RETRY_OPTIONS_HPP

#include <regius/core/action.hpp>
#include <regius/core/clock.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/none.hpp>
#include <regius/core/signature.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <version>

#ifdef __cpp_lib_jthread
#include <stop_token>
#endif

namespace regius {

/// How the wait after the n-th failure is spread, so that a thousand clients do not come back at the same moment.
/// d is delay * backoff^(n - 1), at most max_delay.
enum class jitter {
    off,           ///< d
    full,          ///< uniform in [0, d)
    equal,         ///< uniform in [d / 2, d)
    decorrelated,  ///< uniform in [delay, 3 * the wait before), at most max_delay; backoff has no part in it
};

/// Thrown by a retried call to ask for another attempt, whatever the options say of errors; when there is none left, the
/// error it was nested in comes out (`std::throw_with_nested(try_again())`), or it does itself.
///
/// Python    tenacity.TryAgain
class try_again : public std::exception {
public:
    [[nodiscard]] char const* what() const noexcept override { return "try again"; }
};

/// What a retried call has come to: handed to every hook and strategy.
struct retry_state {
    std::int64_t attempt = 0;             ///< attempts begun, the running one included: 1 while the first runs
    std::chrono::nanoseconds elapsed{0};  ///< since the first attempt began, on the clock
    std::chrono::nanoseconds slept{0};    ///< the waits so far, as asked for
    std::chrono::nanoseconds delay{0};    ///< the wait to come; for a `.wait` strategy the wait before
    std::exception_ptr error{};           ///< what the last attempt threw; null when it returned
    core::action<double()> random{};      ///< a number in [0, 1), for strategies that spread their waits

    /// The text of the error; empty when there is none.
    [[nodiscard]] std::string what() const {
        if (!error) return {};
        try {
            std::rethrow_exception(error);
        } catch (std::exception const& e) {
            return e.what();
        } catch (...) {
            return "not a std::exception";
        }
    }
};

namespace core {

/// A number of attempts; `none` is no limit.
struct attempts {
    std::int64_t count = 0;  // 0: not given

    constexpr attempts() = default;
    constexpr attempts(none_t) noexcept : count(forever) {}
    template <std::integral N>
    constexpr attempts(N n) noexcept
        : count(std::cmp_less(n, 1)         ? -1
                : std::cmp_less(n, forever) ? static_cast<std::int64_t>(n)
                                            : forever) {}
};

/// A callable told of the state of a call; one without parameters is called for its effect alone.
struct retry_hook : action<void(retry_state const&)> {
    retry_hook() = default;
    template <class F>
    requires std::invocable<std::decay_t<F>&, retry_state const&> || std::invocable<std::decay_t<F>&>
    retry_hook(F&& f)
        : action([g = std::decay_t<F>(std::forward<F>(f))](retry_state const& state) mutable {
              if constexpr (std::invocable<std::decay_t<F>&, retry_state const&>)
                  static_cast<void>(core::invoke(g, state));
              else
                  static_cast<void>(core::invoke(g));
          }) {}
};

template <class R, class T>
T first_parameter_of(R (*)(T));

/// A question about an error. The callable is asked about errors of its parameter's type and no others; a generic one
/// is asked about every std::exception.
template <class Answer>
struct ask_error : action<std::optional<Answer>(std::exception_ptr const&)> {
    template <class F>
    struct asked {
        using type = std::exception;
    };
    template <class F>
    requires has_one_signature<F>
    struct asked<F> {
        using type = std::remove_cvref_t<decltype(first_parameter_of(static_cast<signature_t<F>*>(nullptr)))>;
    };

    ask_error() = default;
    template <class F, class E = typename asked<std::decay_t<F>>::type>
    requires(!std::derived_from<std::decay_t<F>, ask_error>) &&
            std::convertible_to<std::invoke_result_t<std::decay_t<F>&, E&>, std::optional<Answer>>
    ask_error(F&& f)
        : action<std::optional<Answer>(std::exception_ptr const&)>(
              [g = std::decay_t<F>(std::forward<F>(f))](
                  std::exception_ptr const& error) mutable -> std::optional<Answer> {
                  try {
                      std::rethrow_exception(error);
                  } catch (E& e) {
                      return core::invoke(g, e);
                  } catch (...) {
                      return std::nullopt;
                  }
              }) {}
};

/// A question about a result, asked by a callable whose parameter names the type.
struct ask_result {
    action<bool(void const*)> ask;
    void const* type = nullptr;

    template <class T>
    static constexpr char name_of{};

    ask_result() = default;
    template <class F,
              class T = std::remove_cvref_t<decltype(first_parameter_of(static_cast<signature_t<F>*>(nullptr)))>>
    requires std::predicate<std::decay_t<F>&, T const&>
    ask_result(F&& f)
        : ask([g = std::decay_t<F>(std::forward<F>(f))](void const* result) mutable -> bool {
              return core::invoke(g, *static_cast<T const*>(result));
          }),
          type(&name_of<T>) {}

    template <class F>
    requires(!std::derived_from<std::decay_t<F>, ask_result> && !has_one_signature<F>)
    ask_result(F&&) = delete;  // the type must be written: a parameter `auto` is for retry(options).retry_if_result(f)
};

/// When to give up: a strategy, or a condition over the state of one's own.
using retry_stop = action<bool(retry_state const&)>;

/// How long to wait: a strategy, or a function of the state of one's own.
using retry_wait = action<span(retry_state const&)>;

}  // namespace core

/// The options of `retry`, written by name: `retry({.max_attempts = 5, .delay = 10ms})`. All may be left out.
struct retry_options {
    core::attempts
        max_attempts{};    ///< 3, or no limit where `.deadline`, `.stop` or `.stop_token` ends it; `none`: no limit
    core::span delay{};    ///< the first wait
    double backoff = 1.0;  ///< what each wait is multiplied by to give the next, >= 1
    core::span max_delay{std::chrono::nanoseconds::max()};  ///< no wait is longer
    regius::jitter jitter = regius::jitter::off;            ///< how waits are spread
    core::span deadline{std::chrono::nanoseconds::max()};   ///< no wait ends at or after it, from the first attempt on
    core::retry_hook on_retry{};                            ///< before each wait; `retry_state` says why and how long
    core::ask_error<bool> retry_if{};                       ///< asked of an error: whether another attempt may help
    core::ask_result retry_if_result{};  ///< asked of a result: whether to try again; the last one is returned as it is
    core::ask_error<core::span> wait_from_error{};  ///< what the error says to wait (Retry-After), in place of the rest
#ifdef __cpp_lib_jthread                            // libc++ has it from version 20 on
    std::stop_token stop_token{};                   ///< gives up when asked to stop, and wakes from the wait
#endif
    core::retry_stop stop{};          ///< more reasons to give up: `stop_after_delay(1min) | ...`
    core::retry_wait wait{};          ///< in place of delay, backoff, max_delay and jitter
    core::retry_hook before{};        ///< before each attempt
    core::retry_hook after{};         ///< after each attempt, failed or not
    core::action<double()> random{};  ///< numbers in [0, 1) for jitter, in place of the built-in generator
};

}  // namespace regius

#endif  // REGIUS_CORE_RETRY_OPTIONS_HPP
