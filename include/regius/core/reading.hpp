// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_READING_HPP
#define REGIUS_CORE_READING_HPP

#include <regius/core/concepts.hpp>

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
inline constexpr bool enable_rereadable = !std::ranges::view<R> || std::ranges::contiguous_range<R>;

template <class R>
requires requires {
    { R::rereadable } -> std::convertible_to<bool>;
}
inline constexpr bool enable_rereadable<R> = R::rereadable;

template <class R>
inline constexpr bool enable_rereadable<std::ranges::ref_view<R>> = enable_rereadable<R>;
template <class R>
inline constexpr bool enable_rereadable<std::ranges::owning_view<R>> = enable_rereadable<R>;
template <class I, class S, std::ranges::subrange_kind K>
requires std::forward_iterator<I> && std::is_lvalue_reference_v<std::iter_reference_t<I>>
inline constexpr bool enable_rereadable<std::ranges::subrange<I, S, K>> = true;
template <class W, class B>
inline constexpr bool enable_rereadable<std::ranges::iota_view<W, B>> = true;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::take_view<V>> = enable_rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::drop_view<V>> = enable_rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::reverse_view<V>> = enable_rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::common_view<V>> = enable_rereadable<V>;

template <class R>
concept rereadable = std::ranges::input_range<R> && enable_rereadable<std::remove_cvref_t<R>>;

/// Whether walking over elements of R again computes nothing: true of containers and of what finds its next element by
/// counting. Walking over a filter again would ask its question again.
template <class R>
inline constexpr bool enable_rewalkable = std::ranges::random_access_range<R> || !std::ranges::view<R>;
template <class R>
inline constexpr bool enable_rewalkable<std::ranges::ref_view<R>> = enable_rewalkable<R>;
template <class R>
inline constexpr bool enable_rewalkable<std::ranges::owning_view<R>> = enable_rewalkable<R>;

template <class R>
concept rewalkable = std::ranges::forward_range<R> && enable_rewalkable<std::remove_cvref_t<R>>;

/// Elements can be walked over and read again and again, and nothing is computed.
template <class R>
concept revisitable = rewalkable<R> && rereadable<R>;

/// What may be kept of a key after its element is gone. Text that is not owned is kept as std::string: a string_view
/// may look into the element, and two equal texts may have two addresses. Only where the elements are string_views
/// themselves, stored and not computed, is a string_view safe as it is. An element that is its own key is kept as the
/// value that it stands for: a bit of vector<bool>, a row of references.
template <class V, class Key>
using kept_key = std::conditional_t<
    std::same_as<std::decay_t<Key>, char const*> || std::same_as<std::decay_t<Key>, char*> ||
        (std::same_as<std::decay_t<Key>, std::string_view> &&
         !(std::ranges::forward_range<V> && rereadable<V> &&
           std::same_as<std::ranges::range_value_t<V>, std::string_view>)),
    std::string,
    std::conditional_t<std::same_as<std::decay_t<Key>, std::remove_cvref_t<std::ranges::range_reference_t<V>>>,
                       std::ranges::range_value_t<V>, std::decay_t<Key>>>;

/// What an element of R, or the T made of it, is kept as when the walk goes on. A string_view that a one-shot source hands
/// out, such as a line of a file, may look at a buffer that the next one overwrites: it is kept as std::string.
template <class R, class T = std::ranges::range_value_t<R>>
using kept_value_t = std::conditional_t<std::same_as<T, std::string_view> && !core::restartable<R>, std::string, T>;

template <class T>
struct stored_value {
    using type = T;
};
template <class K, class V>
struct stored_value<std::pair<K const, V>> {
    using type = std::pair<K, V>;
};
template <class K, class V>
struct stored_value<std::pair<K const&, V const&>> {
    using type = std::pair<K, V>;
};

/// What an element of R is kept as where it must be moved about: the [key, value] of a map without const and references.
template <class R>
using stored_value_t = typename stored_value<std::ranges::range_value_t<R>>::type;

}  // namespace regius::core

#endif  // REGIUS_CORE_READING_HPP
