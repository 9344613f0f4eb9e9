// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_STARTSWITH_HPP
#define REGIUS_TEXT_STARTSWITH_HPP

#include <regius/core/affix.hpp>
#include <regius/core/text.hpp>

#include <initializer_list>
#include <ranges>
#include <string_view>
#include <utility>

namespace regius {

/// Whether a text begins with another, or with one of several.
///
///     startswith("main.cpp", "main")         // true
///     startswith(url, {"http:", "https:"})   // one of them
///
/// Python    s.startswith(prefix)
/// Accepts   a text; a text or a char, or several in a braced list, a tuple or a range
/// Returns   bool: true for an empty prefix, false for an empty list of them
struct startswith_fn {
    template <core::text S, core::affixes Affixes>
    [[nodiscard]] constexpr bool operator()(S&& s, Affixes&& prefix) const {
        auto const text = core::view_of(s);
        return core::any_affix(prefix, [text](std::string_view affix) { return text.starts_with(affix); });
    }
    template <core::text S>
    [[nodiscard]] constexpr bool operator()(S&& s, std::initializer_list<std::string_view> prefix) const {
        return (*this)(s, std::ranges::ref_view(prefix));
    }
    template <core::affixes Affixes>
    [[nodiscard]] constexpr auto operator()(Affixes&& prefix) const {
        return core::bind_text(*this, std::forward<Affixes>(prefix));
    }
};

inline constexpr startswith_fn startswith{};

}  // namespace regius

#endif  // REGIUS_TEXT_STARTSWITH_HPP
