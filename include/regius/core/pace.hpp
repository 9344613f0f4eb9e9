// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PACE_HPP
#define REGIUS_CORE_PACE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/walk.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Where several ranges are walked together.
///
/// If one of them is a one-shot source the view keeps the place, since that source is asked for its next element by
/// begin(): then the others must not start again. The place does not travel with a view that is copied or moved, as it
/// may point into it.
template <class... Vs>
class pace {
    std::tuple<walk<Vs>...> walks_;
    bool started_[sizeof...(Vs)] = {};

public:
    static constexpr bool shared = !(restartable<Vs> && ...);

    pace() = default;
    constexpr pace(pace const& that) {
        if constexpr (!shared) take(that);
    }
    constexpr pace& operator=(pace const& that) {
        if constexpr (!shared) {
            take(that);
        } else {
            for (bool& started : started_) started = false;
        }
        return *this;
    }

    /// Go to the next element of range I, or to its first; whether there is one.
    template <std::size_t I, class Ranges>
    constexpr bool pull(Ranges& ranges, bool fresh) {
        auto& range = std::get<I>(ranges);
        auto& walk = std::get<I>(walks_);
        using V = std::tuple_element_t<I, std::tuple<Vs...>>;
        bool const begin = shared ? !started_[I] || (fresh && !restartable<V>) : fresh;
        if (begin)
            walk.start(range);
        else if (walk.at() != std::ranges::end(range))
            ++walk.at();
        if constexpr (shared) started_[I] = true;
        return walk.at() != std::ranges::end(range);
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

    /// The first behind range 0 that still has an element.
    template <class Ranges>
    constexpr std::size_t first_open(Ranges& ranges, bool fresh) {
        return [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            std::size_t n = 1;
            (void)((!pull<Is + 1>(ranges, fresh) ? (++n, true) : false) && ...);
            return n;
        }(std::make_index_sequence<sizeof...(Vs) - 1>());
    }

    template <class F>
    constexpr decltype(auto) with_iterators(F f) const {
        return std::apply([&f](auto const&... walk) -> decltype(auto) { return f(walk.at()...); }, walks_);
    }
    template <std::size_t I>
    constexpr auto const& at() const {
        return std::get<I>(walks_).at();
    }
    constexpr bool same_place(pace const& that) const {
        return std::get<0>(walks_).at() == std::get<0>(that.walks_).at();
    }

private:
    constexpr void take(pace const& that) {
        walks_ = that.walks_;
        for (std::size_t i = 0; i != sizeof...(Vs); ++i) started_[i] = that.started_[i];
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_PACE_HPP
