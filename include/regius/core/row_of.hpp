// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ROW_OF_HPP
#define REGIUS_CORE_ROW_OF_HPP

#include <regius/core/row.hpp>

#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <utility>

namespace regius::core {

/// The first N elements of a forward range as a row: what `batched_n` makes of a batch.
template <std::size_t N>
struct row_of {
    static constexpr bool picks = true;

    template <std::ranges::forward_range R>
    constexpr auto operator()(R&& range) const {
        using reference = std::ranges::range_reference_t<R>;
        return [it = std::ranges::begin(range)]<std::size_t... Is>(std::index_sequence<Is...>) mutable {
            using result = row<repeated<Is, reference>...>;
            if constexpr (std::random_access_iterator<decltype(it)>)
                return result(std::in_place, it[static_cast<std::iter_difference_t<decltype(it)>>(Is)]...);
            else
                return std::apply([](auto const&... at) { return result(std::in_place, *at...); },
                                  std::tuple{((void)Is, it++)...});
        }(std::make_index_sequence<N>());
    }

private:
    template <std::size_t, class T>
    using repeated = T;
};

}  // namespace regius::core

#endif  // REGIUS_CORE_ROW_OF_HPP
