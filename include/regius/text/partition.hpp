// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_PARTITION_HPP
#define REGIUS_TEXT_PARTITION_HPP

#include <regius/core/find_text.hpp>
#include <regius/core/partition_fn.hpp>
#include <regius/core/text.hpp>
#include <regius/core/three_parts.hpp>
#include <regius/core/value_error.hpp>

#include <cstddef>

namespace regius {

/// A text in three: what stands before the first separator, the separator, and what stands behind it.
///
///     partition("key = a = b", " = ")         // "key", " = ", "a = b"
///     auto [head, sep, tail] = partition(line, ':');
///
/// Python    s.partition(sep)
/// Accepts   a text; a separator, which is a text or a char
/// Returns   std::tuple of three std::string_view: windows onto the argument; of three std::string where the argument
///           is owned. Without a separator in it: the text and two empty ones
/// Throws    value_error when the separator is empty
template <core::text S, core::text_or_char Separator>
constexpr auto partition_fn::operator()(S&& s, Separator&& separator) const {
    auto const text = core::view_of(s);
    auto const mark = core::view_of(separator);
    if (mark.empty()) throw value_error("empty separator");

    char const* const stop = text.data() + text.size();
    char const* const found = core::find_text(text.data(), stop, mark);
    auto const head = static_cast<std::size_t>(found - text.data());
    return core::three_parts<S>(text, head, found == stop ? 0 : mark.size());
}

}  // namespace regius

#endif  // REGIUS_TEXT_PARTITION_HPP
