// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FLOW_HPP
#define REGIUS_CORE_FLOW_HPP

#include <concepts>
#include <cstddef>
#include <ranges>
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
// Always inlined: where clang made a call of it, what the view and the sink count was in memory (4 x over runs).

template <class R, class Sink>
concept has_for_each_while = requires(R& source, Sink& sink) {
    { source.for_each_while(sink) } -> std::same_as<bool>;
};

namespace flow {

template <class R>
inline constexpr bool wraps_range = false;  // ref_view and owning_view: their base() is what flows
template <class R>
inline constexpr bool wraps_range<std::ranges::ref_view<R>> = true;
template <class R>
inline constexpr bool wraps_range<std::ranges::owning_view<R>> = true;

}  // namespace flow

/// Pass the elements of a range to `sink` until it returns false; whether all were passed.
struct for_each_while_fn {
    template <std::ranges::input_range R, class Sink>
    [[gnu::always_inline]] constexpr bool operator()(R&& source, Sink&& sink) const {
        if constexpr (flow::wraps_range<std::remove_cvref_t<R>>) {
            auto&& base = source.base();
            return (*this)(base, sink);
        } else if constexpr (has_for_each_while<R, Sink>) {
            return source.for_each_while(sink);
        } else {
            auto it = std::ranges::begin(source);
            auto const last = std::ranges::end(source);
            for (; it != last; ++it)
                if (!sink(*it)) return false;
            return true;
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

/// A filter can also say of each element of its source whether it keeps it. A sink that can take an element back, as
/// by overwriting it, then needs no branch: a member `void for_each_marked(sink)` calls sink(element, kept).
template <class R>
concept has_for_each_marked =
    std::ranges::input_range<R> && requires(R& source) { source.for_each_marked([](auto&&, bool) {}); };

/// What leaves elements out does not know how many remain, but how many they are at most: a member `size_limit()`.
template <class R>
concept has_size_limit = requires(R& range) {
    { range.size_limit() } -> std::same_as<std::size_t>;
};

struct for_each_marked_fn {
    template <has_for_each_marked R, class Sink>
    constexpr void operator()(R&& source, Sink&& sink) const {
        source.for_each_marked(sink);
    }
};

inline constexpr for_each_marked_fn for_each_marked{};

}  // namespace regius::core

#endif  // REGIUS_CORE_FLOW_HPP
