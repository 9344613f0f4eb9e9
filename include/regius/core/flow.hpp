// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FLOW_HPP
#define REGIUS_CORE_FLOW_HPP

#include <regius/core/unwrapped.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

// Internal iteration. A range is asked to push its elements into a sink, instead of being asked for one
// element at a time: the source drives, every adaptor wraps the sink, and what the compiler sees is the
// nested loop an expert would write. A chain of three vectors is three loops, not one loop with a branch
// an element. Iterators stay what std algorithms and range-for use.
//
// A view takes part by a member
//
//     template <class Sink> constexpr bool for_each_while(Sink&& sink);   // and/or const
//
// that passes each element (its range_reference_t) to sink, in order, until sink returns false, and returns
// whether every element was passed. An element for which the sink said false has been consumed.
//
// A container that nobody else has gives its elements away: the sink may move from them.
//
// Always inlined: where clang made a call of it, what the view and the sink count was in memory (4 x over runs).

/// A container, given as an rvalue. What only refers to elements that lie elsewhere hands out a const range's as well.
template <class R>
concept gives_elements_away =
    !std::is_reference_v<R> && !std::ranges::view<R> &&
    std::same_as<std::ranges::range_reference_t<R>, std::ranges::range_value_t<R>&> &&
    std::same_as<std::ranges::range_reference_t<R const>, std::ranges::range_value_t<R> const&>;

/// What `for_each_while` passes of an R.
template <class R>
using passed_t =
    std::conditional_t<gives_elements_away<R>, std::ranges::range_value_t<R>&&, std::ranges::range_reference_t<R>>;

template <class R, class Sink>
concept has_for_each_while = requires(R& source, Sink& sink) {
    { source.for_each_while(sink) } -> std::same_as<bool>;
};

/// Pass the elements from one iterator to another to `sink` until it returns false; whether all were passed.
[[gnu::always_inline]] constexpr bool for_each_between(auto it, auto const last, auto& sink) {
    for (; it != last; ++it)
        if (!sink(*it)) return false;
    return true;
}

/// The same for all elements of a range.
struct for_each_while_fn {
    template <std::ranges::input_range R, class Sink>
    [[gnu::always_inline]] constexpr bool operator()(R&& source, Sink&& sink) const {
        if constexpr (gives_elements_away<R>) {
            return (*this)(source, [&sink](auto& x) -> bool { return sink(std::move(x)); });
        } else if constexpr (wraps_range<R>) {
            auto&& base = source.base();
            return (*this)(base, sink);
        } else if constexpr (has_for_each_while<R, Sink>) {
            return source.for_each_while(sink);
        } else {
            auto it = std::ranges::begin(source);
            return for_each_between(std::move(it), std::ranges::end(source), sink);
        }
    }
};

inline constexpr for_each_while_fn for_each_while{};

/// The same for the element at a cursor and all behind it.
constexpr bool for_each_from(auto at, auto& sink) {
    for (; !at.done(); at.next())
        if (!sink(at.read())) return false;
    return true;
}

/// Pass every element of a range to `f`. The sink's answer is a constant, so the loop can be vectorised.
struct for_each_fn {
    template <std::ranges::input_range R, class F>
    [[gnu::always_inline]] constexpr void operator()(R&& source, F&& f) const {
        for_each_while(std::forward<R>(source), [&f](auto&& x) {
            f(std::forward<decltype(x)>(x));
            return true;
        });
    }
};

inline constexpr for_each_fn for_each{};

}  // namespace regius::core

#endif  // REGIUS_CORE_FLOW_HPP
