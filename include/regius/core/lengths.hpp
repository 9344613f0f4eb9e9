// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_LENGTHS_HPP
#define REGIUS_CORE_LENGTHS_HPP

#include <cstddef>
#include <limits>
#include <ranges>
#include <tuple>

namespace regius::core {

/// How many elements a range has; one without an end has the most.
template <class V>
constexpr std::ptrdiff_t length(V& range) {
    if constexpr (std::ranges::sized_range<V>)
        return static_cast<std::ptrdiff_t>(std::ranges::size(range));
    else
        return std::numeric_limits<std::ptrdiff_t>::max();
}

/// How many elements the shortest of several ranges has.
constexpr std::ptrdiff_t shortest_length(auto& ranges) {
    auto n = std::numeric_limits<std::ptrdiff_t>::max();
    auto const look = [&n](std::ptrdiff_t length) { n = length < n ? length : n; };
    std::apply([&](auto&... range) { (look(core::length(range)), ...); }, ranges);
    return n;
}
/// How many the longest has.
constexpr std::ptrdiff_t longest_length(auto& ranges) {
    std::ptrdiff_t n = 0;
    auto const look = [&n](std::ptrdiff_t length) { n = length > n ? length : n; };
    std::apply([&](auto&... range) { (look(core::length(range)), ...); }, ranges);
    return n;
}

}  // namespace regius::core

#endif  // REGIUS_CORE_LENGTHS_HPP
