// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_REMOVEPREFIX_HPP
#define REGIUS_TEXT_REMOVEPREFIX_HPP

#include <regius/core/owned_text.hpp>
#include <regius/core/text.hpp>

#include <utility>

namespace regius {

/// A text without the prefix given, where it begins with it; else the text itself.
///
///     removeprefix("v1.2", "v")             // "1.2"
///     name | removeprefix("v")
///
/// Python    s.removeprefix(prefix)
/// Accepts   a text; a text or a char
/// Returns   std::string_view: a window onto the argument; std::string where the argument is owned
/// Lifetime  an lvalue, a string_view or a char const* is borrowed; an rvalue std::string is cut and handed back
struct removeprefix_fn {
    template <core::text S, core::text_or_char Affix>
    [[nodiscard]] constexpr auto operator()(S&& s, Affix&& prefix) const {
        auto const text = core::view_of(s);
        auto const wanted = core::view_of(prefix);
        return core::part_of(std::forward<S>(s), text.starts_with(wanted) ? text.substr(wanted.size()) : text);
    }
    template <core::text_or_char Affix>
    [[nodiscard]] constexpr auto operator()(Affix&& prefix) const {
        return core::bind_text(*this, std::forward<Affix>(prefix));
    }
};

inline constexpr removeprefix_fn removeprefix{};

}  // namespace regius

#endif  // REGIUS_TEXT_REMOVEPREFIX_HPP
