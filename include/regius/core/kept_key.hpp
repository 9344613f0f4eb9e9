// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_KEPT_KEY_HPP
#define REGIUS_CORE_KEPT_KEY_HPP

#include <regius/core/reading.hpp>

#include <concepts>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>

namespace regius::core {

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

}  // namespace regius::core

#endif  // REGIUS_CORE_KEPT_KEY_HPP
