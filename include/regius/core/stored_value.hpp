// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_STORED_VALUE_HPP
#define REGIUS_CORE_STORED_VALUE_HPP

#include <ranges>
#include <utility>

namespace regius::core {

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

#endif  // REGIUS_CORE_STORED_VALUE_HPP
