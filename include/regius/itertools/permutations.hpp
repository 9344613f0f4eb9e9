// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_PERMUTATIONS_HPP
#define REGIUS_ITERTOOLS_PERMUTATIONS_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/selection.hpp>

#include <cstddef>
#include <ranges>
#include <utility>

namespace regius {

/// Every arrangement of k elements, or of all.
///
///     permutations("ABC"sv, 2)                // AB AC BA BC CA CB
///
/// Python    itertools.permutations(iterable, r=None)
/// Accepts   a range with an end and a number of elements, k >= 0
/// Yields    windows on a buffer that the next one overwrites; their value_type is a std::vector, so that collecting them
///           keeps them. Elements are told apart by position, not by value
/// Category  input
/// Cost      amortised O(1) a step; two small allocations. The range is read where it is if it is random access and
///           not computed, else it is copied once, at the call
/// Throws    value_error from the call, "r must be non-negative"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct permutations_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r, core::integer auto k) const {
        auto const size = core::selection_size(k, "r must be non-negative");
        return core::selection_view<core::pool_t<R>, core::select::permutations>(core::pool(std::forward<R>(r)), size);
    }
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        auto elements = core::pool(std::forward<R>(r));
        auto const n = static_cast<std::size_t>(std::ranges::size(elements));
        return core::selection_view<decltype(elements), core::select::permutations>(std::move(elements), n);
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
    [[nodiscard]] constexpr auto operator()(core::integer auto k) const {
        (void)core::selection_size(k, "r must be non-negative");
        return core::bind_back(*this, k);
    }
};

inline constexpr permutations_fn permutations{};

/// Permutations of K elements, K known at compile time.
///
///     for (auto [a, b] : permutations_n<2>(players)) ...
///
/// Yields    tuples of references to the elements, values where the range makes them
/// Category  forward
/// Cost      as permutations; allocates nothing over a random-access range. Terminal tools run K nested loops
template <std::size_t K>
struct permutations_n_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return core::fixed_selection_view<core::pool_t<R>, core::select::permutations, K>(
            core::pool(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

template <std::size_t K>
inline constexpr permutations_n_fn<K> permutations_n{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_PERMUTATIONS_HPP
