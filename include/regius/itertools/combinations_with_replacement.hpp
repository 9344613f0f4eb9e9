// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_COMBINATIONS_WITH_REPLACEMENT_HPP
#define REGIUS_ITERTOOLS_COMBINATIONS_WITH_REPLACEMENT_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/selection.hpp>

#include <cstddef>
#include <ranges>
#include <utility>

namespace regius {

/// Every choice of k elements, each of which may be chosen again.
///
///     combinations_with_replacement("ABC"sv, 2)       // AA AB AC BB BC CC
///
/// Python    itertools.combinations_with_replacement(iterable, r)
/// Accepts   a range with an end and a number of elements, k >= 0
/// Yields    windows on a buffer that the next one overwrites; their value_type is a std::vector, so that collecting them
///           keeps them. Elements are told apart by position, not by value
/// Category  input
/// Cost      amortised O(1) a step; two small allocations. The range is read where it is if it is random access and
///           not computed, else it is copied once, at the call
/// Throws    value_error from the call, "r must be non-negative"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct combinations_with_replacement_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r, core::integer auto k) const {
        auto const size = core::selection_size(k, "r must be non-negative");
        return core::selection_view<core::pool_t<R>, core::select::with_replacement>(core::pool(std::forward<R>(r)),
                                                                                     size);
    }
    [[nodiscard]] constexpr auto operator()(core::integer auto k) const {
        (void)core::selection_size(k, "r must be non-negative");
        return core::bind_back(*this, k);
    }
};

inline constexpr combinations_with_replacement_fn combinations_with_replacement{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_COMBINATIONS_WITH_REPLACEMENT_HPP
