// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_SPLIT_HPP
#define REGIUS_TEXT_SPLIT_HPP

#include <regius/core/cutting_tool.hpp>
#include <regius/core/pieces.hpp>
#include <regius/core/text.hpp>
#include <regius/core/view.hpp>
#include <regius/core/words.hpp>

#include <cstddef>
#include <ranges>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius {

template <class Text>
class split_words_view;
template <class Text, class Separator>
class split_view;

/// Cut a text at a separator, or at runs of white space where no separator is given.
///
///     split(" a  b ")                 // a b
///     split("a,,b", ",")              // a, an empty piece, b
///     split(line, none, 2)            // two words and the rest
///     line | split(",")               // split(line, ",")
///
/// Python    s.split(sep=None, maxsplit=-1)
/// Accepts   a text of N bytes; a separator (text, char or none); how many cuts at most, any number if negative.
///           White space is Python's, in UTF-8; a byte that is not valid UTF-8 is part of a piece
/// Yields    std::string_view: windows onto the argument. No piece is empty where white space separates; at least
///           one piece where a separator does: split("", ",") is one empty piece
/// Category  forward and common; borrowed and copyable when the text and the separator are borrowed
/// Cost      begin() and each step search up to the end of one piece: whoever reads the first three fields pays for
///           those; allocates nothing
/// Throws    value_error from the call when the separator is empty
/// Lifetime  an lvalue, a string_view or a char const* is borrowed, an rvalue std::string is owned by the view
/// Differs   lazy; `split(x)` with a single text is that text cut into words, and to the right of `|` the separator x
struct split_fn : core::cutting_tool<split_words_view, split_view> {};

inline constexpr split_fn split{};

template <class Text>
class split_words_view : public core::view_facade<split_words_view<Text>> {
    core::text_box<Text> text_;
    std::ptrdiff_t cuts_;

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;

    constexpr split_words_view(Text text, std::ptrdiff_t cuts) : text_(std::move(text)), cuts_(cuts) {}

    static constexpr auto first(split_words_view const& self) {
        return core::word_cursor(self.text_.view(), self.cuts_);
    }
    static constexpr auto last(split_words_view const&) { return core::word_cursor(); }

    /// `line | split(x)`: x was not the text, but the separator.
    template <core::text S>
    [[nodiscard]] friend constexpr auto operator|(S&& s, split_words_view self) {
        return split(std::forward<S>(s), std::move(self.text_).release());
    }
};

template <class Text, class Separator>
class split_view : public core::view_facade<split_view<Text, Separator>> {
    core::text_box<Text> text_;
    core::separator_box<Separator> separator_;
    std::ptrdiff_t cuts_;

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;

    constexpr split_view(Text text, Separator separator, std::ptrdiff_t cuts)
        : text_(std::move(text)), separator_(std::move(separator)), cuts_(cuts) {}

    static constexpr auto first(split_view const& self) {
        auto const text = self.text_.view();
        auto const places = self.separator_.places(text.data(), text.data() + text.size());
        return core::piece_cursor(text, places, self.cuts_);
    }
    static constexpr auto last(split_view const&) { return decltype(first(std::declval<split_view const&>()))(); }
};

}  // namespace regius

template <>
inline constexpr bool std::ranges::enable_borrowed_range<regius::split_words_view<std::string_view>> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<regius::split_view<std::string_view, std::string_view>> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<regius::split_view<std::string_view, char>> = true;

#endif  // REGIUS_TEXT_SPLIT_HPP
