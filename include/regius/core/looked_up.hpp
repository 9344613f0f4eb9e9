// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_LOOKED_UP_HPP
#define REGIUS_CORE_LOOKED_UP_HPP

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace regius::core {

// An argument as it is looked up: in place where it can be, converted where it must be.
template <class K, class A>
struct looked_up {
    using type = std::conditional_t<std::same_as<K, std::remove_cvref_t<A>>, K const&, K>;
};
template <class C, class Traits, class Alloc, class A>
requires(!std::same_as<std::basic_string<C, Traits, Alloc>, std::remove_cvref_t<A>>) &&
        std::convertible_to<A&, std::basic_string_view<C, Traits>>
struct looked_up<std::basic_string<C, Traits, Alloc>, A> {
    using type = std::basic_string_view<C, Traits>;
};
template <class K, class A>
using looked_up_t = typename looked_up<K, A>::type;

/// What a key can be looked up by: the key, what it can be made of, and text for text.
template <class Q, class K>
concept finds_a_key = std::constructible_from<looked_up_t<K, Q const>, Q const&>;

}  // namespace regius::core

#endif  // REGIUS_CORE_LOOKED_UP_HPP
