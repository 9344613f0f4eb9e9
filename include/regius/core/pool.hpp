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

struct pool_fn {
    template <poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        using value = std::ranges::range_value_t<R>;
        if constexpr (pooled<all_t<R>>) {
            return all(std::forward<R>(r));
        } else {
            std::vector<value> elements;
            if constexpr (std::ranges::sized_range<R>) elements.reserve(static_cast<std::size_t>(std::ranges::size(r)));
            for_each(r, [&elements](auto&& x) { elements.emplace_back(std::forward<decltype(x)>(x)); });
            return std::ranges::owning_view(std::move(elements));
        }
    }
};

inline constexpr pool_fn pool{};

template <class R>
using pool_t = decltype(pool(std::declval<R>()));

}  // namespace regius::core

#endif  // REGIUS_CORE_POOL_HPP
