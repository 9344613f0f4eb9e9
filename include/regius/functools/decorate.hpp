// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_DECORATE_HPP
#define REGIUS_FUNCTOOLS_DECORATE_HPP

#include <regius/core/invoke.hpp>

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
    template <core::function_like F>
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

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_DECORATE_HPP
