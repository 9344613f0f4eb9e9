// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PAIRS_HPP
#define REGIUS_CORE_PAIRS_HPP

#include <regius/core/flow.hpp>
#include <regius/core/hash.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius::core {

template <std::random_access_iterator I>
class reused;

namespace pairs {

struct first_fn {
    template <class E>
    constexpr decltype(auto) operator()(E&& e) const
    requires requires {
        get<0>(std::forward<E>(e));
        get<1>(std::forward<E>(e));
    } || requires {
        std::get<0>(std::forward<E>(e));
        std::get<1>(std::forward<E>(e));
    }
    {
        using std::get;
        return get<0>(std::forward<E>(e));
    }
};

struct second_fn {
    template <class E>
    constexpr decltype(auto) operator()(E&& e) const
    requires std::invocable<first_fn, E>
    {
        using std::get;
        return get<1>(std::forward<E>(e));
    }
};

}  // namespace pairs

/// The key and the value of what a range of pairs holds: pairs, tuples, elements of zip and enumerate.
inline constexpr pairs::first_fn key_of{};
inline constexpr pairs::second_fn value_of{};

// Not a std::ranges::subrange, whose halves are iterators.
template <class E>
concept pair_like = std::invocable<pairs::first_fn, E> && !std::ranges::view<std::remove_cvref_t<E>>;

template <class R>
concept pair_range = std::ranges::input_range<R> && pair_like<std::ranges::range_reference_t<R>>;

namespace pairs {

/// A view that cannot be a key, such as a window on elements that lie elsewhere.
template <class T>
concept window = std::ranges::input_range<T> && std::ranges::view<T> && !(hashable<T> && std::equality_comparable<T>);

// Stays says that a text which is looked at lies where it does for good.
template <class T, bool Stays>
struct owned {
    using type = T;
};
template <class C, bool Stays>
requires std::same_as<C, char> || std::same_as<C, wchar_t> || std::same_as<C, char8_t> || std::same_as<C, char16_t> ||
         std::same_as<C, char32_t>
struct owned<C const*, Stays> {
    using type = std::basic_string<C>;
};
template <class C, class Traits>
struct owned<std::basic_string_view<C, Traits>, false> {
    using type = std::basic_string<C, Traits>;
};
template <window T, bool Stays>
struct owned<T, Stays> {
    using type = std::vector<typename owned<std::ranges::range_value_t<T>, Stays>::type>;
};

template <class X>
inline constexpr bool is_reused = false;
template <class I>
inline constexpr bool is_reused<reused<I>> = true;

template <class Key, class X>
inline constexpr bool refills = false;

}  // namespace pairs

/// The type of the keys that a container makes from values of type T: T, but a std::string for a char const*,
/// whose equality would be that of the addresses, and a std::vector for a window, which has none.
template <class T>
using owned_key = typename pairs::owned<std::decay_t<T>, true>::type;

/// The type of the keys that a container makes from T, taken from the range R: T again, but a std::string for the
/// string_views of a one-shot range, each of which is good only until the next is asked for (the lines of a file).
template <class R, class T>
using key_from = typename pairs::owned<std::decay_t<T>, std::ranges::forward_range<R>>::type;

/// A window whose elements a Key is filled with: what no constructor does, or not in memory that is there already.
template <class X, class Key>
concept piece_of_key =
    std::ranges::view<std::remove_cvref_t<X>> &&
    (!std::constructible_from<Key, X> || pairs::is_reused<std::remove_cvref_t<X>>) && pairs::refills<Key, X>;

/// What a Key can be made of.
template <class X, class Key>
concept makes_key = std::constructible_from<Key, X> || piece_of_key<X, Key>;

template <std::default_initializable Key, std::ranges::input_range X>
requires requires(Key& key, typename Key::value_type& value) {
    key.clear();
    key.push_back(std::move(value));
}
inline constexpr bool pairs::refills<Key, X> = makes_key<std::ranges::range_reference_t<X>, typename Key::value_type>;

template <class Key, makes_key<Key> X>
Key make_key(X&& from);

/// Let a key have the elements of a window, in the memory that it has.
template <class Key, class X>
void refill(Key& key, X&& piece) {
    key.clear();
    if constexpr (std::ranges::sized_range<X> && requires { key.reserve(std::size_t{}); })
        key.reserve(static_cast<std::size_t>(std::ranges::size(piece)));
    core::for_each(piece, [&key](auto&& x) {
        key.push_back(core::make_key<typename Key::value_type>(std::forward<decltype(x)>(x)));
    });
}

template <class Key, makes_key<Key> X>
Key make_key(X&& from) {
    if constexpr (piece_of_key<X, Key>) {
        Key key;
        core::refill(key, from);
        return key;
    } else {
        return Key(std::forward<X>(from));
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_PAIRS_HPP
