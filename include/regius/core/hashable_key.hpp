// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_HASHABLE_KEY_HPP
#define REGIUS_CORE_HASHABLE_KEY_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/hash.hpp>
#include <regius/core/kept_key.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>

namespace regius::core {

// A reference to a bit of a vector<bool> or a bitset; one to const has nothing to flip, but an address like no other's.
// <vector> is not included for their names.
template <class T>
concept reference_to_bit = std::is_class_v<T> && requires(T const& bit) {
    { bit.operator bool() } -> std::same_as<bool>;
} && (requires(T& bit) { bit.flip(); } || requires(T const& bit) { bit.operator&(); });

/// What is kept of a key that is looked up: kept_key, but the bool that a bit is, which has a hash.
template <class R, class Key>
using hashed_key = std::conditional_t<reference_to_bit<kept_key<R, Key>>, bool, kept_key<R, Key>>;

/// A function of the elements of R whose results, as they are kept, have a hash.
template <class F, class R>
concept hashable_key_of_the_elements =
    key_of_the_elements<F, R> &&
    hashable<hashed_key<R, std::invoke_result_t<std::decay_t<F>&, std::ranges::range_reference_t<R>&>>>;

}  // namespace regius::core

#endif  // REGIUS_CORE_HASHABLE_KEY_HPP
