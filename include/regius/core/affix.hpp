// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_AFFIX_HPP
#define REGIUS_CORE_AFFIX_HPP

#include <regius/core/flow.hpp>
#include <regius/core/text.hpp>

#include <concepts>
#include <ranges>
#include <string_view>
#include <tuple>
#include <utility>

namespace regius::core {

template <class T>
inline constexpr bool is_tuple_of_text = false;
template <class... Ts>
inline constexpr bool is_tuple_of_text<std::tuple<Ts...>> = (text_or_char<Ts const&> && ...);
template <class T, class U>
inline constexpr bool is_tuple_of_text<std::pair<T, U>> = text_or_char<T const&> && text_or_char<U const&>;

/// What `startswith` and `endswith` look for: a text, a char, or several of them in a tuple or a range.
template <class T>
concept affixes = text_or_char<T> || is_tuple_of_text<std::remove_cvref_t<T>> ||
                  (std::ranges::input_range<T> && text_or_char<std::ranges::range_reference_t<T>>);

/// Whether `fits` says yes to one of them.
template <affixes Affixes>
constexpr bool any_affix(Affixes&& affixes, auto fits) {
    if constexpr (text_or_char<Affixes>) {
        return fits(core::view_of(affixes));
    } else if constexpr (is_tuple_of_text<std::remove_cvref_t<Affixes>>) {
        return std::apply([&](auto const&... each) { return (fits(core::view_of(each)) || ...); }, affixes);
    } else {
        return !core::for_each_while(affixes, [&](auto&& each) { return !fits(core::view_of(each)); });
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_AFFIX_HPP
