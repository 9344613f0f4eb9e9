// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ALIKE_HPP
#define REGIUS_CORE_ALIKE_HPP

#include <cstddef>
#include <ranges>
#include <type_traits>

namespace regius::core {

/// An element that is handed out as a T is still there then: a text that is made on the spot is gone before a view of it
/// is looked at.
template <class Element, class T>
concept lives_on_as = std::is_reference_v<Element> || !std::ranges::range<Element> ||
                      std::ranges::borrowed_range<Element> || !std::ranges::borrowed_range<T>;

/// Ranges whose elements can stand for one another.
template <class... Rs>
concept alike_elements =
    requires {
        typename std::common_reference_t<std::ranges::range_reference_t<Rs>...>;
        typename std::common_type_t<std::ranges::range_value_t<Rs>...>;
    } &&
    (lives_on_as<std::ranges::range_reference_t<Rs>, std::common_reference_t<std::ranges::range_reference_t<Rs>...>> &&
     ...);

/// What an element of any of them is handed out as.
template <class... Rs>
using alike_reference = std::common_reference_t<std::ranges::range_reference_t<Rs>...>;
template <class... Rs>
using alike_value = std::common_type_t<std::ranges::range_value_t<Rs>...>;

/// One of N things that have types of their own, by a number known at run time: f(std::integral_constant of `which`).
template <class Result, std::size_t N, std::size_t I = 0>
constexpr Result choose(std::size_t which, auto const& f) {
    if constexpr (I + 1 < N) {
        if (which != I) return choose<Result, N, I + 1>(which, f);
    }
    return static_cast<Result>(f(std::integral_constant<std::size_t, I>()));
}

}  // namespace regius::core

#endif  // REGIUS_CORE_ALIKE_HPP
