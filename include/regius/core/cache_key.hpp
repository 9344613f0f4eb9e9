// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CACHE_KEY_HPP
#define REGIUS_CORE_CACHE_KEY_HPP

#include <regius/core/hash.hpp>
#include <regius/core/signature.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace regius::core {

// What a parameter is remembered as. A view of text is remembered as the text: the view may not outlive the call.
template <class P>
struct cache_key {
    using type = std::decay_t<P>;
};
template <class C, class Traits>
struct cache_key<std::basic_string_view<C, Traits>> {
    using type = std::basic_string<C, Traits>;
};
template <class P>
using cache_key_t = typename cache_key<std::remove_cvref_t<P>>::type;

template <class T>
concept character_pointer = std::is_pointer_v<T> && (std::same_as<std::remove_cv_t<std::remove_pointer_t<T>>, char> ||
                                                     std::same_as<std::remove_cv_t<std::remove_pointer_t<T>>, wchar_t>);

/// A parameter that can be part of a key. Text behind a bare pointer cannot: take std::string_view.
template <class P>
concept hashable_parameter = hashable<cache_key_t<P>> && !character_pointer<std::decay_t<P>>;

template <class Signature>
inline constexpr bool has_hashable_parameters = false;
template <class R, class... Ps>
inline constexpr bool has_hashable_parameters<R(Ps...)> = (hashable_parameter<Ps> && ...);

/// R(Args...), with parameters that can be remembered.
template <class Signature>
concept hashable_signature = has_hashable_parameters<Signature>;

/// A function that says its parameters, all of which can be remembered.
template <class F>
concept cacheable = has_one_signature<F> && has_hashable_parameters<signature_t<F>>;

}  // namespace regius::core

#endif  // REGIUS_CORE_CACHE_KEY_HPP
