// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_PARTITION_HPP
#define REGIUS_TEXT_PARTITION_HPP

#include <regius/core/errors.hpp>
#include <regius/core/find.hpp>
#include <regius/core/partition_fn.hpp>
#include <regius/core/text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

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

    using part = std::conditional_t<core::borrowed_text<S>, std::string_view, std::string>;
    auto const three = [](std::string_view head, std::string_view middle, std::string_view rest) {
        return std::tuple<part, part, part>(head, middle, rest);
    };
    char const* const stop = text.data() + text.size();
    char const* const found = core::find_text(text.data(), stop, mark);
    if (found == stop) return three(text, text.substr(text.size()), text.substr(text.size()));
    auto const head = static_cast<std::size_t>(found - text.data());
    return three(text.substr(0, head), text.substr(head, mark.size()), text.substr(head + mark.size()));
}

}  // namespace regius

#endif  // REGIUS_TEXT_PARTITION_HPP
