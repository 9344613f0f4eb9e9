// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_MAP_HPP
#define REGIUS_BUILTINS_MAP_HPP

#include <regius/core/applied.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/function_first.hpp>
#include <regius/core/mapped.hpp>
#include <regius/core/zipped.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

/// Call a function on every element, or on the elements of several ranges side by side.
///
///     map(square, range(4))                   // 0 1 4 9
///     map(std::plus{}, prices, taxes)         // until the shorter one ends
///     people | map(&person::name)
///
/// Python    map(function, *iterables)
/// Accepts   a function of one element of each range (a member pointer too)
/// Yields    what the function returns: a reference stays a reference
/// Category  that of the ranges, random access at most
/// Cost      one call an element read; allocates nothing
/// Lifetime  lvalue ranges are borrowed, rvalues are owned, the function is copied
struct map_fn : core::function_first<map_fn> {
    template <class F, core::iterable R>
    requires core::function_of_the_elements<F, R>
    [[nodiscard]] constexpr auto operator()(F&& f, R&& r) const {
        return core::mapped_view<core::all_t<R>, std::decay_t<F>>(core::all(std::forward<R>(r)), std::forward<F>(f));
    }

    template <class F, core::iterable... Rs>
    requires(sizeof...(Rs) > 1) && core::function_of_the_elements<F, Rs...>
    [[nodiscard]] constexpr auto operator()(F&& f, Rs&&... ranges) const {
        return (*this)(
            core::applied<std::decay_t<F>>(std::forward<F>(f)),
            core::zipped_view<core::zipped_at_end, core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...));
    }

    using function_first::operator();
};

inline constexpr map_fn map{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_MAP_HPP
