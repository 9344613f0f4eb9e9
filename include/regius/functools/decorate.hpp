// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_DECORATE_HPP
#define REGIUS_FUNCTOOLS_DECORATE_HPP

#include <regius/core/invoke.hpp>
#include <regius/core/signature.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius {

/// Wrap a callable in decorators, written from the outside in like Python's stack of `@` lines.
///
///     auto fetch = decorate(cache, retry({.max_attempts = 3}), download);
///     // the same as cache(retry({.max_attempts = 3})(download))
///
/// Python    @d1
///           @d2
///           def f(...)
/// Accepts   any number of decorators (any callable that takes a callable and returns one), then the callable
/// Returns   d1(d2(...(f)))
/// Lifetime  an lvalue callable is copied and an rvalue moved in, as a lambda capture would; pass std::ref(f) to borrow
struct decorate_fn {
    template <class F>
    [[nodiscard]] constexpr std::decay_t<F> operator()(F&& f) const {
        return std::forward<F>(f);
    }

    template <class D, class... Rest>
    requires(sizeof...(Rest) > 0) && std::invocable<decorate_fn const&, Rest...> &&
            std::invocable<D, std::invoke_result_t<decorate_fn const&, Rest...>>
    [[nodiscard]] constexpr auto operator()(D&& decorator, Rest&&... rest) const {
        return core::invoke(std::forward<D>(decorator), (*this)(std::forward<Rest>(rest)...));
    }
};

inline constexpr decorate_fn decorate{};

namespace core {

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

}  // namespace core

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_DECORATE_HPP
