// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_POOL_HPP
#define REGIUS_CORE_POOL_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/reading.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <utility>
#include <vector>

namespace regius::core {

/// Elements that can be read by their number again and again: what combinations are made from.
template <class R>
concept pooled = std::ranges::random_access_range<R> && std::ranges::sized_range<R> && rereadable<R>;

/// A range with an end, ready to be a pool: as it is where that serves, else read into a vector at once.
template <class R>
concept poolable = iterable<R> && !infinite<R>;

template <poolable R>
[[nodiscard]] constexpr auto pool(R&& r) {
    if constexpr (pooled<all_t<R>>) {
        return core::all(std::forward<R>(r));
    } else {
        std::vector<std::ranges::range_value_t<R>> elements;
        if constexpr (std::ranges::sized_range<R>) elements.reserve(static_cast<std::size_t>(std::ranges::size(r)));
        for_each(r, [&elements](auto&& x) { elements.emplace_back(std::forward<decltype(x)>(x)); });
        return std::ranges::owning_view(std::move(elements));
    }
}

template <class R>
using pool_t = decltype(core::pool(std::declval<R>()));

}  // namespace regius::core

#endif  // REGIUS_CORE_POOL_HPP
