// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_READING_HPP
#define REGIUS_CORE_READING_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/unwrapped.hpp>

#include <concepts>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius::core {

// Each upstream element is computed once. A tool such as `filter` looks at an element before it hands it on; where
// reading means calling somebody's function (`map(f)` below it), reading twice would call it twice. Such a tool reads
// in place where reading costs nothing; elsewhere it reads once, keeps what it got, and is an input range.

/// Whether an element of R can be read again and again at no cost and with the same result. True of containers; a
/// view of ours says so by a member `static constexpr bool rereadable`; specialise it for a view of your own.
template <class R>
inline constexpr bool enable_rereadable = !std::ranges::view<R> || std::ranges::contiguous_range<R> ||
                                          requires { requires std::bool_constant<R::rereadable>::value; };

template <class I, class S, std::ranges::subrange_kind K>
requires std::forward_iterator<I> && std::is_lvalue_reference_v<std::iter_reference_t<I>>
inline constexpr bool enable_rereadable<std::ranges::subrange<I, S, K>> = true;
template <class W, class B>
inline constexpr bool enable_rereadable<std::ranges::iota_view<W, B>> = true;

template <class R>
concept rereadable = std::ranges::input_range<R> && enable_rereadable<unwrapped_t<R>>;

template <class V>
inline constexpr bool enable_rereadable<std::ranges::take_view<V>> = rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::drop_view<V>> = rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::reverse_view<V>> = rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::common_view<V>> = rereadable<V>;

/// Whether walking over elements of R again computes nothing: true of containers and of what finds its next element by
/// counting. Walking over a filter again would ask its question again.
template <class R>
inline constexpr bool enable_rewalkable = std::ranges::random_access_range<R> || !std::ranges::view<R>;

template <class R>
concept rewalkable = std::ranges::forward_range<R> && enable_rewalkable<unwrapped_t<R>>;

/// Elements can be walked over and read again and again, and nothing is computed.
template <class R>
concept revisitable = rewalkable<R> && rereadable<R>;

/// What an element of R, or the T made of it, is kept as when the walk goes on. A string_view that a one-shot source hands
/// out, such as a line of a file, may look at a buffer that the next one overwrites: it is kept as std::string.
template <class R, class T = std::ranges::range_value_t<R>>
using kept_value_t = std::conditional_t<std::same_as<T, std::string_view> && !core::restartable<R>, std::string, T>;

}  // namespace regius::core

#endif  // REGIUS_CORE_READING_HPP
