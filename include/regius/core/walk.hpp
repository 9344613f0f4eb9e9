// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_WALK_HPP
#define REGIUS_CORE_WALK_HPP

#include <regius/core/box.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>

namespace regius::core {

/// Where one range is walked. An iterator of a one-shot source, or one that cannot be made from nothing, is there only
/// from the first element on.
template <class V>
using walk = std::conditional_t<std::default_initializable<std::ranges::iterator_t<V>> && std::ranges::forward_range<V>,
                                box<std::ranges::iterator_t<V>>, std::optional<std::ranges::iterator_t<V>>>;

}  // namespace regius::core

#endif  // REGIUS_CORE_WALK_HPP
