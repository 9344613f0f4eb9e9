// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_COMPOSE_HPP
#define REGIUS_FUNCTOOLS_COMPOSE_HPP

#include <regius/core/decorated.hpp>
#include <regius/core/invoke.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <class Outer>
struct compose_around {
    [[no_unique_address]] Outer outer;

    template <class Inner, class... Args>
    requires std::invocable<Inner, Args...> && std::invocable<Outer const&, std::invoke_result_t<Inner, Args...>>
    constexpr decltype(auto) operator()(Inner&& inner, Args&&... args) const
        noexcept(std::is_nothrow_invocable_v<Inner, Args...> &&
                 std::is_nothrow_invocable_v<Outer const&, std::invoke_result_t<Inner, Args...>>) {
        return core::invoke(outer, core::invoke(std::forward<Inner>(inner), std::forward<Args>(args)...));
    }
};

}  // namespace detail

/// One function out of several, the last called first.
///
///     auto shout = compose(exclaim, upper, trim);
///     shout(" hi ")                   // exclaim(upper(trim(" hi ")))
///
/// Python    toolz.compose(f, g, h); functools leaves it to reduce
/// Accepts   one or more callables; the last takes the arguments, each other one argument
/// Returns   a callable with the parameters of the last and the result of the first
/// Cost      that of the calls; allocates nothing
/// Lifetime  lvalues are copied and rvalues moved in, as a lambda capture would
struct compose_fn {
    template <core::function_like F>
    [[nodiscard]] constexpr std::decay_t<F> operator()(F&& f) const {
        return std::forward<F>(f);
    }

    template <core::function_like F, core::function_like... Rest>
    requires(sizeof...(Rest) > 0)
    [[nodiscard]] constexpr auto operator()(F&& f, Rest&&... rest) const {
        using around = detail::compose_around<std::decay_t<F>>;
        auto inner = (*this)(std::forward<Rest>(rest)...);
        return core::decorated<decltype(inner), around>(std::move(inner), around{std::forward<F>(f)});
    }
};

inline constexpr compose_fn compose{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_COMPOSE_HPP
