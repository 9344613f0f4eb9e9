// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_DECORATED_HPP
#define REGIUS_CORE_DECORATED_HPP

#include <regius/core/signature.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius::core {

// A wrapper around a function with one signature has one as well, so that decorators that ask for it can go on top.
template <class F, class Around, class Signature = void>
struct decorated_signature {};
template <class F, class Around>
requires has_one_signature<F>
struct decorated_signature<F, Around, void> : decorated_signature<F, Around, signature_t<F>> {};
template <class F, class Around, class R, class... Args>
requires std::invocable<Around const&, F&, Args...>
struct decorated_signature<F, Around, R(Args...)> {
    using regius_signature = std::invoke_result_t<Around const&, F&, Args...>(Args...);
};

/// A callable with something around each call, and otherwise the callable: it can be called exactly where `Around`
/// can be called with the callable and the arguments.
template <class F, class Around>
class decorated : public decorated_signature<F, Around> {
    [[no_unique_address]] F f_;
    [[no_unique_address]] Around around_;

public:
    constexpr decorated(F f, Around around) : f_(std::move(f)), around_(std::move(around)) {}

    template <class... Args>
    requires std::invocable<Around const&, F&, Args...>
    constexpr std::invoke_result_t<Around const&, F&, Args...> operator()(Args&&... args) & noexcept(
        std::is_nothrow_invocable_v<Around const&, F&, Args...>) {
        return std::as_const(around_)(f_, std::forward<Args>(args)...);
    }
    template <class... Args>
    requires std::invocable<Around const&, F const&, Args...>
    constexpr std::invoke_result_t<Around const&, F const&, Args...> operator()(Args&&... args) const& noexcept(
        std::is_nothrow_invocable_v<Around const&, F const&, Args...>) {
        return around_(f_, std::forward<Args>(args)...);
    }
    template <class... Args>
    requires std::invocable<Around const&, F, Args...>
    constexpr std::invoke_result_t<Around const&, F, Args...> operator()(Args&&... args) && noexcept(
        std::is_nothrow_invocable_v<Around const&, F, Args...>) {
        return std::as_const(around_)(std::move(f_), std::forward<Args>(args)...);
    }
    template <class... Args>
    requires std::invocable<Around const&, F const, Args...>
    constexpr std::invoke_result_t<Around const&, F const, Args...> operator()(Args&&... args) const&& noexcept(
        std::is_nothrow_invocable_v<Around const&, F const, Args...>) {
        return around_(std::move(f_), std::forward<Args>(args)...);
    }

    /// The callable inside.
    [[nodiscard]] constexpr F& wrapped() & noexcept { return f_; }
    [[nodiscard]] constexpr F const& wrapped() const& noexcept { return f_; }
    [[nodiscard]] constexpr F&& wrapped() && noexcept { return std::move(f_); }

protected:
    [[nodiscard]] constexpr Around const& around() const noexcept { return around_; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_DECORATED_HPP
