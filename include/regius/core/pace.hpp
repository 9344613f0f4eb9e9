// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PACE_HPP
#define REGIUS_CORE_PACE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/resumed.hpp>
#include <regius/core/walk.hpp>

#include <cstddef>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Where several ranges are walked together.
///
/// If one of them is a one-shot source the view keeps the place, since that source is asked for its next element by
/// begin(): then the others must not start again, not in a second loop nor where the view was moved.
template <class... Vs>
class pace {
public:
    static constexpr bool shared = !(restartable<Vs> && ...);

private:
    std::tuple<std::conditional_t<shared, resumed<Vs>, walk<Vs>>...> walks_;

public:
    /// Go to the next element of range I, or to its first; whether there is one.
    template <std::size_t I, class Ranges>
    constexpr bool pull(Ranges& ranges, bool fresh) {
        auto& range = std::get<I>(ranges);
        auto& place = std::get<I>(walks_);
        if constexpr (shared) {
            return place.next(range);
        } else {
            if (fresh)
                place = std::tuple_element_t<I, decltype(walks_)>(std::ranges::begin(range));
            else if (*place != std::ranges::end(range))
                ++*place;
            return *place != std::ranges::end(range);
        }
    }

    /// From left to right until one has ended: its number, or how many there are.
    template <class Ranges>
    constexpr std::size_t pull_all(Ranges& ranges, bool fresh) {
        return [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            std::size_t n = 0;
            (void)((pull<Is>(ranges, fresh) ? (++n, true) : false) && ...);
            return n;
        }(std::index_sequence_for<Vs...>());
    }

    template <class F>
    constexpr decltype(auto) with_iterators(F f) const {
        return std::apply([&f](auto const&... walk) -> decltype(auto) { return f(*walk...); }, walks_);
    }
    template <std::size_t I>
    constexpr auto const& at() const {
        return *std::get<I>(walks_);
    }
    constexpr bool same_place(pace const& that) const { return at<0>() == that.template at<0>(); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_PACE_HPP
