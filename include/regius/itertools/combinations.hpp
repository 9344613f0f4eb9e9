// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_COMBINATIONS_HPP
#define REGIUS_ITERTOOLS_COMBINATIONS_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/selection.hpp>

#include <cstddef>
#include <ranges>
#include <utility>

namespace regius {

/// Every choice of k elements, in the order they have in the range.
///
///     combinations("ABCD"sv, 2)              // AB AC AD BC BD CD
///
/// Python    itertools.combinations(iterable, r)
/// Accepts   a range with an end and a number of elements, k >= 0
/// Yields    windows on a buffer that the next one overwrites; their value_type is a std::vector, so that collecting them
///           keeps them. Elements are told apart by position, not by value
/// Category  input
/// Cost      amortised O(1) a step; two small allocations. The range is read where it is if it is random access and
///           not computed, else it is copied once, at the call
/// Throws    value_error from the call, "r must be non-negative"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct combinations_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r, core::integer auto k) const {
        auto const size = core::selection_size(k, "r must be non-negative");
        return core::selection_view<core::pool_t<R>, core::select::combinations>(core::pool(std::forward<R>(r)), size);
    }
    [[nodiscard]] constexpr auto operator()(core::integer auto k) const {
        (void)core::selection_size(k, "r must be non-negative");
        return core::bind_back(*this, k);
    }
};

inline constexpr combinations_fn combinations{};

/// Combinations of K elements, K known at compile time.
///
///     for (auto [a, b] : combinations_n<2>(players)) ...
///
/// Yields    tuples of references to the elements, values where the range makes them
/// Category  forward
/// Cost      as combinations; allocates nothing over a random-access range. Terminal tools run K nested loops
template <std::size_t K>
struct combinations_n_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return core::fixed_selection_view<core::pool_t<R>, core::select::combinations, K>(
            core::pool(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

template <std::size_t K>
inline constexpr combinations_n_fn<K> combinations_n{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_COMBINATIONS_HPP
