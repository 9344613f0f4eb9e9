// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_RPARTITION_HPP
#define REGIUS_TEXT_RPARTITION_HPP

#include <regius/core/find_text.hpp>
#include <regius/core/text.hpp>
#include <regius/core/three_parts.hpp>
#include <regius/core/value_error.hpp>

#include <cstddef>
#include <utility>

namespace regius {

/// A text in three: what stands before the last separator, the separator, and what stands behind it.
///
///     rpartition("a.b.c", ".")                // "a.b", ".", "c"
///     auto [head, sep, tail] = rpartition(line, ':');
///
/// Python    s.rpartition(sep)
/// Accepts   a text; a separator, which is a text or a char
/// Returns   std::tuple of three std::string_view: windows onto the argument; of three std::string where the argument
///           is owned. Without a separator in it: two empty ones and the text
/// Throws    value_error when the separator is empty
struct rpartition_fn {
    template <core::text S, core::text_or_char Separator>
    [[nodiscard]] constexpr auto operator()(S&& s, Separator&& separator) const {
        auto const text = core::view_of(s);
        auto const mark = core::view_of(separator);
        if (mark.empty()) throw value_error("empty separator");

        char const* const stop = text.data() + text.size();
        char const* const found = core::find_last_text(text.data(), stop, mark);
        if (found == stop) return core::three_parts<S>(text, 0, 0);
        return core::three_parts<S>(text, static_cast<std::size_t>(found - text.data()), mark.size());
    }
    template <core::text_or_char Separator>
    [[nodiscard]] constexpr auto operator()(Separator&& separator) const {
        return core::bind_text(*this, std::forward<Separator>(separator));
    }
};

inline constexpr rpartition_fn rpartition{};

}  // namespace regius

#endif  // REGIUS_TEXT_RPARTITION_HPP
