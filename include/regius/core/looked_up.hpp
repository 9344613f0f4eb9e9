// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_LOOKED_UP_HPP
#define REGIUS_CORE_LOOKED_UP_HPP

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace regius::core {

template <class K>
inline constexpr bool is_string = false;
template <class C, class Traits, class Alloc>
inline constexpr bool is_string<std::basic_string<C, Traits, Alloc>> = true;

// An argument as it is looked up: in place where it can be, converted where it must be.
template <class K, class A>
struct looked_up {
    using type = K;
};
template <class K, class A>
requires std::same_as<K, std::remove_cvref_t<A>>
struct looked_up<K, A> {
    using type = K const&;
};
template <class K, class A>
requires is_string<K> && (!std::same_as<K, std::remove_cvref_t<A>>) &&
         std::convertible_to<A&, std::basic_string_view<typename K::value_type, typename K::traits_type>>
struct looked_up<K, A> {
    using type = std::basic_string_view<typename K::value_type, typename K::traits_type>;
};
template <class K, class A>
using looked_up_t = typename looked_up<K, A>::type;

/// What a key can be looked up by: the key, what it can be made of, and text for text.
template <class Q, class K>
concept finds_a_key = std::constructible_from<looked_up_t<K, Q const>, Q const&>;

}  // namespace regius::core

#endif  // REGIUS_CORE_LOOKED_UP_HPP
