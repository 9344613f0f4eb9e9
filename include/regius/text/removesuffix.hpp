// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_REMOVESUFFIX_HPP
#define REGIUS_TEXT_REMOVESUFFIX_HPP

#include <regius/core/owned_text.hpp>
#include <regius/core/text.hpp>

#include <utility>

namespace regius {

/// A text without the suffix given, where it ends with it; else the text itself.
///
///     removesuffix("main.cpp", ".cpp")      // "main"
///     name | removesuffix(".cpp")
///
/// Python    s.removesuffix(suffix)
/// Accepts   a text; a text or a char
/// Returns   std::string_view: a window onto the argument; std::string where the argument is owned
/// Lifetime  an lvalue, a string_view or a char const* is borrowed; an rvalue std::string is cut and handed back
struct removesuffix_fn {
    template <core::text S, core::text_or_char Affix>
    [[nodiscard]] constexpr auto operator()(S&& s, Affix&& suffix) const {
        auto const text = core::view_of(s);
        auto const wanted = core::view_of(suffix);
        return core::part_of(std::forward<S>(s),
                             text.ends_with(wanted) ? text.substr(0, text.size() - wanted.size()) : text);
    }
    template <core::text_or_char Affix>
    [[nodiscard]] constexpr auto operator()(Affix&& suffix) const {
        return core::bind_text(*this, std::forward<Affix>(suffix));
    }
};

inline constexpr removesuffix_fn removesuffix{};

}  // namespace regius

#endif  // REGIUS_TEXT_REMOVESUFFIX_HPP
