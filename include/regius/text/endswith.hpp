// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_ENDSWITH_HPP
#define REGIUS_TEXT_ENDSWITH_HPP

#include <regius/core/affix.hpp>
#include <regius/core/text.hpp>

#include <initializer_list>
#include <ranges>
#include <string_view>
#include <utility>

namespace regius {

/// Whether a text ends with another, or with one of several.
///
///     endswith("main.cpp", ".cpp")           // true
///     endswith(name, {".cpp", ".hpp"})       // one of them
///
/// Python    s.endswith(suffix)
/// Accepts   a text; a text or a char, or several in a braced list, a tuple or a range
/// Returns   bool: true for an empty suffix, false for an empty list of them
struct endswith_fn {
    template <core::text S, core::affixes Affixes>
    [[nodiscard]] constexpr bool operator()(S&& s, Affixes&& suffix) const {
        auto const text = core::view_of(s);
        return core::any_affix(suffix, [text](std::string_view affix) { return text.ends_with(affix); });
    }
    template <core::text S>
    [[nodiscard]] constexpr bool operator()(S&& s, std::initializer_list<std::string_view> suffix) const {
        return (*this)(s, std::ranges::ref_view(suffix));
    }
    template <core::affixes Affixes>
    [[nodiscard]] constexpr auto operator()(Affixes&& suffix) const {
        return core::bind_text(*this, std::forward<Affixes>(suffix));
    }
};

inline constexpr endswith_fn endswith{};

}  // namespace regius

#endif  // REGIUS_TEXT_ENDSWITH_HPP
