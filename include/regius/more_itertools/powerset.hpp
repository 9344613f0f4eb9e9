// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_POWERSET_HPP
#define REGIUS_MORE_ITERTOOLS_POWERSET_HPP

#include <regius/core/pipe.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/selection.hpp>

#include <utility>

namespace regius {

/// Every choice of elements: none, each one, each two, ... all of them.
///
///     powerset("ABC"sv)               // "" A B C AB AC BC ABC
///     toppings | powerset()
///
/// Python    more_itertools.powerset(iterable)
/// Accepts   a range with an end
/// Yields    windows on a buffer that the next one overwrites; their value_type is a std::vector, so that collecting them
///           keeps them. Elements are told apart by position, not by value
/// Category  input
/// Cost      as combinations: amortised O(1) a step, and no number is kept of the 2^n choices there are
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct powerset_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return core::selection_view<core::pool_t<R>, core::select::powerset>(core::pool(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr powerset_fn powerset{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_POWERSET_HPP
