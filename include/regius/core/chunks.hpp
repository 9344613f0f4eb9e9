// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CHUNKS_HPP
#define REGIUS_CORE_CHUNKS_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/non_propagating.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/value_error.hpp>

#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// A chunk can be a window on the range: going over it twice computes nothing twice.
template <class V>
concept chunks_in_place = std::ranges::forward_range<V> && rewalkable<V>;

/// How many elements a chunk has, as a difference of places.
template <class Difference = std::ptrdiff_t>
[[nodiscard]] constexpr Difference chunk_size(integer auto n) {
    if (std::cmp_less(n, 1)) throw value_error("n must be at least one");
    // What numeric_limits knows: the difference of two places may be wider.
    using known = std::conditional_t<(sizeof(Difference) < sizeof(std::ptrdiff_t)), Difference, std::ptrdiff_t>;
    return static_cast<Difference>(std::in_range<known>(n) ? static_cast<known>(n) : std::numeric_limits<known>::max());
}

/// Take the next n elements of a range that is walked once, or those that are left. `it` is there while a walk has begun;
/// it stands on the element that was taken last.
template <class V>
[[gnu::always_inline]] constexpr void take_chunk(auto& elements, V& base,
                                                 non_propagating<std::ranges::iterator_t<V>>& it, std::size_t n) {
    elements.clear();
    auto const end = std::ranges::end(base);
    if (!it)
        it.emplace(std::ranges::begin(base));
    else if (*it != end)
        ++*it;
    for (; *it != end; ++*it) {
        elements.emplace_back(*std::as_const(*it));
        if (elements.size() == n) return;
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_CHUNKS_HPP
