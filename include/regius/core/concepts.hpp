// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CONCEPTS_HPP
#define REGIUS_CORE_CONCEPTS_HPP

#include <regius/core/unwrapped.hpp>

#include <concepts>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

// The concepts are named after what a caller got wrong, because their names are what the compiler prints.

/// What a lazy tool takes: a range that a view can hold, borrowed if it is an lvalue and owned if it is not.
/// An lvalue of a move-only view, such as a generator, is borrowed too: what a tool leaves of it can be read afterwards.
template <class R>
concept iterable = std::ranges::input_range<R> && (std::ranges::viewable_range<R> || std::is_lvalue_reference_v<R>);

/// The view that a tool holds of a range.
template <iterable R>
[[nodiscard]] constexpr auto all(R&& r) {
    if constexpr (std::ranges::viewable_range<R>)
        return std::views::all(std::forward<R>(r));
    else
        return std::ranges::ref_view(r);
}

template <iterable R>
using all_t = decltype(core::all(std::declval<R>()));

/// A function of the elements of R.
template <class F, class... R>
concept function_of_the_elements = std::invocable<std::decay_t<F>&, std::ranges::range_reference_t<R>...>;

/// F as it is, const or not, answers yes or no about a named element of R.
template <class F, class R>
concept asks_the_elements = std::invocable<F&, std::ranges::range_reference_t<R>&> &&
                            std::constructible_from<bool, std::invoke_result_t<F&, std::ranges::range_reference_t<R>&>>;

/// A yes-or-no question about the elements of R. It is asked about a named element, which is handed on afterwards:
/// a predicate that takes its argument by value gets a copy.
template <class F, class R>
concept predicate_of_the_elements = asks_the_elements<std::decay_t<F>, R>;

/// What an element is grouped, sorted or compared by. Asked about a named element, as a predicate is.
template <class F, class R>
concept key_of_the_elements = std::invocable<std::decay_t<F>&, std::ranges::range_reference_t<R>&>;

/// Walking V const is walking V: one begin() serves both.
template <class V>
concept simple_view = std::ranges::view<V> && std::ranges::range<V const> &&
                      std::same_as<std::ranges::iterator_t<V>, std::ranges::iterator_t<V const>> &&
                      std::same_as<std::ranges::sentinel_t<V>, std::ranges::sentinel_t<V const>>;

/// Whether a range has no end: count(), cycle(r), std::views::iota(0). A view of ours says so by a member
/// `static constexpr bool infinite`.
template <class R>
inline constexpr bool enable_infinite = requires { requires std::bool_constant<R::infinite>::value; };
template <class W>
inline constexpr bool enable_infinite<std::ranges::iota_view<W, std::unreachable_sentinel_t>> = true;

template <class R>
concept infinite = std::ranges::input_range<R> && enable_infinite<unwrapped_t<R>>;

/// Whether begin() is the first element each time. It is the next one over a one-shot source: a view that has
/// something to remember over such a source keeps it in itself, so that a second loop goes on where the first was
/// left, as with an iterator in Python. A view of ours that is no forward range says `static constexpr bool restartable`.
template <class R>
inline constexpr bool enable_restartable =
    std::ranges::forward_range<R> || requires { requires std::bool_constant<R::restartable>::value; };

template <class R>
concept restartable = std::ranges::input_range<R> && enable_restartable<unwrapped_t<R>>;

/// The elements of a view that says `static constexpr bool in_pieces` lie here and there: to go to the next one is cheap, to
/// go to the n-th takes a search.
template <class R>
concept in_pieces = requires { requires std::remove_cvref_t<R>::in_pieces; };

/// Positions can be computed: how many elements there are is known, or there is no end to them.
template <class R>
concept indexable =
    std::ranges::random_access_range<R> && (std::ranges::sized_range<R> || infinite<R>) && !in_pieces<R>;

/// Elements of R stay where they are when the walk goes on, so that their addresses may be kept.
template <class R>
concept stays = std::ranges::forward_range<R> && std::is_lvalue_reference_v<std::ranges::range_reference_t<R>>;

template <class T, class... Us>
concept one_of = (std::same_as<T, Us> || ...);

/// What counts something. bool and characters do not.
template <class T>
concept integer = std::integral<T> && !one_of<std::remove_cv_t<T>, bool, char, wchar_t, char8_t, char16_t, char32_t>;

}  // namespace regius::core

#endif  // REGIUS_CORE_CONCEPTS_HPP
