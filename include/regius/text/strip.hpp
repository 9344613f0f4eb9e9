// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_STRIP_HPP
#define REGIUS_TEXT_STRIP_HPP

#include <regius/core/owned_text.hpp>
#include <regius/core/strip.hpp>
#include <regius/core/text.hpp>

#include <utility>

namespace regius {

/// A text without the white space, or the given characters, at both ends.
///
///     strip("  spacious ")                // "spacious"
///     strip("www.example.com", "cmowz.")  // "example"
///     map(strip, fields)                  // of each
///
/// Python    s.strip(chars=None)
/// Accepts   a text; the characters to take away, as a text (a set of code points, in any order), a char or none
/// Returns   std::string_view: a window onto the argument; std::string where the argument is owned
/// Cost      O(what is taken away); allocates nothing over a borrowed text and over an rvalue std::string
/// Lifetime  an lvalue, a string_view or a char const* is borrowed; an rvalue std::string is cut and handed back
/// Differs   to the right of `|` only as `strip()`: `strip("x")` is a text without its white space
struct strip_fn {
    template <core::text S>
    [[nodiscard]] constexpr auto operator()(S&& s) const {
        auto const part = core::strip_right(core::strip_left(core::view_of(s), none), none);
        return core::part_of(std::forward<S>(s), part);
    }
    template <core::text S, core::strip_set Chars>
    [[nodiscard]] constexpr auto operator()(S&& s, Chars&& chars) const {
        auto const set = core::characters_of(chars);
        return core::part_of(std::forward<S>(s), core::strip_right(core::strip_left(core::view_of(s), set), set));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_text(*this); }
};

inline constexpr strip_fn strip{};

}  // namespace regius

#endif  // REGIUS_TEXT_STRIP_HPP
