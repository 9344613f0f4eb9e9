// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_LSTRIP_HPP
#define REGIUS_TEXT_LSTRIP_HPP

#include <regius/core/owned_text.hpp>
#include <regius/core/strip.hpp>
#include <regius/core/text.hpp>

#include <utility>

namespace regius {

/// A text without the white space, or the given characters, at its beginning.
///
///     lstrip("  spacious ")                // "spacious "
///     lstrip("0042", "0")                 // "42"
///
/// Python    s.lstrip(chars=None)
/// Accepts   a text; the characters to take away, as a text (a set of code points, in any order), a char or none
/// Returns   std::string_view: a window onto the argument; std::string where the argument is owned
/// Cost      O(what is taken away); allocates nothing over a borrowed text and over an rvalue std::string
/// Lifetime  an lvalue, a string_view or a char const* is borrowed; an rvalue std::string is cut and handed back
/// Differs   to the right of `|` only as `lstrip()`: `lstrip("x")` is a text without its white space
struct lstrip_fn {
    template <core::text S>
    [[nodiscard]] constexpr auto operator()(S&& s) const {
        return core::part_of(std::forward<S>(s), core::strip_left(core::view_of(s), none));
    }
    template <core::text S, core::strip_set Chars>
    [[nodiscard]] constexpr auto operator()(S&& s, Chars&& chars) const {
        return core::part_of(std::forward<S>(s), core::strip_left(core::view_of(s), core::characters_of(chars)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_text(*this); }
};

inline constexpr lstrip_fn lstrip{};

}  // namespace regius

#endif  // REGIUS_TEXT_LSTRIP_HPP
