// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PIECES_HPP
#define REGIUS_CORE_PIECES_HPP

#include <regius/core/errors.hpp>
#include <regius/core/find.hpp>
#include <regius/core/space.hpp>
#include <regius/core/text.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace regius::core {

// Cursors over the pieces of a text, for `split` and `rsplit`. A piece is recognised by where it starts, because no
// two of a text start at one place; a cursor past the last piece has no start.

class char_separator {
    char byte_{};

public:
    char_separator() = default;
    constexpr explicit char_separator(char byte) noexcept : byte_(byte) {}

    [[nodiscard]] constexpr std::ptrdiff_t size() const noexcept { return 1; }
    [[nodiscard]] constexpr char front() const noexcept { return byte_; }
    constexpr char const* find(char const* at, char const* last) const noexcept {
        return find_byte_of(at, last, one_byte{byte_});
    }
    constexpr char const* find_last(char const* first, char const* at) const noexcept {
        return find_last_byte_of(first, at, one_byte{byte_});
    }
};

class text_separator {
    std::string_view text_;

public:
    text_separator() = default;
    constexpr explicit text_separator(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr std::ptrdiff_t size() const noexcept { return static_cast<std::ptrdiff_t>(text_.size()); }
    [[nodiscard]] constexpr char front() const noexcept { return text_.front(); }
    constexpr char const* find(char const* at, char const* last) const noexcept { return find_text(at, last, text_); }
    constexpr char const* find_last(char const* first, char const* at) const noexcept {
        return find_last_text(first, at, text_);
    }
};

/// The separator inside a view: a char, or a text that is borrowed or owned.
///
/// Throws    value_error from the constructor when the text is empty
template <class Separator>
class separator_box {
    text_box<Separator> text_;

public:
    constexpr explicit separator_box(Separator separator) : text_(std::move(separator)) {
        if (text_.view().empty()) throw value_error("empty separator");
    }
    [[nodiscard]] constexpr std::string_view view() const { return text_.view(); }
    [[nodiscard]] constexpr text_separator get() const { return text_separator(text_.view()); }
};

template <>
class separator_box<char> {
    char_separator separator_;

public:
    constexpr explicit separator_box(char separator) noexcept : separator_(separator) {}
    [[nodiscard]] constexpr char_separator get() const noexcept { return separator_; }
};

/// The pieces between separators.
template <class Separator>
class piece_cursor {
    char const* at_ = nullptr;
    char const* stop_ = nullptr;
    char const* last_ = nullptr;
    std::ptrdiff_t cuts_ = 0;  // how many more may be made
    [[no_unique_address]] Separator separator_;

    constexpr void find() {
        if (cuts_ == 0) {
            stop_ = last_;
        } else {
            --cuts_;
            stop_ = separator_.find(at_, last_);
        }
    }

public:
    piece_cursor() = default;
    constexpr piece_cursor(std::string_view text, Separator separator, std::ptrdiff_t cuts)
        : at_(text.data()), last_(at_ + text.size()), cuts_(cuts), separator_(separator) {
        find();
    }
    /// The first piece is known: it ends at the separator at `stop`.
    constexpr piece_cursor(std::string_view text, Separator separator, char const* stop)
        : at_(text.data()), stop_(stop), last_(at_ + text.size()), cuts_(any_number_of_times), separator_(separator) {}

    constexpr std::string_view read() const { return {at_, static_cast<std::size_t>(stop_ - at_)}; }
    constexpr void next() {
        if (stop_ == last_) {
            at_ = nullptr;
        } else {
            at_ = stop_ + separator_.size();
            find();
        }
    }
    [[nodiscard]] constexpr bool equal(piece_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr bool done() const { return at_ == nullptr; }
};

/// Call sink(piece) for each piece between separators of one byte, until it returns false; whether it never did.
template <class Sink>
constexpr bool for_each_piece(std::string_view text, char separator, Sink& sink) {
    char const* at = text.data();
    char const* const last = at + text.size();
    auto const pass = [&](char const* stop) {
        std::string_view const piece(at, static_cast<std::size_t>(stop - at));
        at = stop + 1;
        return static_cast<bool>(sink(piece));
    };
    return for_each_byte_of(at, last, one_byte{separator}, pass) &&
           sink(std::string_view(at, static_cast<std::size_t>(last - at)));
}

/// The pieces between runs of white space.
class word_cursor {
    char const* at_ = nullptr;
    char const* stop_ = nullptr;
    char const* last_ = nullptr;
    std::ptrdiff_t cuts_ = 0;

    constexpr void find(char const* from) {
        at_ = skip_space(from, last_);
        if (at_ == last_) {
            at_ = nullptr;
        } else if (cuts_ == 0) {
            stop_ = last_;
        } else {
            --cuts_;
            stop_ = find_space(at_, last_);
        }
    }

public:
    word_cursor() = default;
    constexpr word_cursor(std::string_view text, std::ptrdiff_t cuts) : last_(text.data() + text.size()), cuts_(cuts) {
        find(text.data());
    }
    /// The first piece is known: it ends at the white space at `stop`.
    constexpr word_cursor(std::string_view text, char const* stop)
        : at_(text.data()), stop_(stop), last_(text.data() + text.size()), cuts_(any_number_of_times) {}

    constexpr std::string_view read() const { return {at_, static_cast<std::size_t>(stop_ - at_)}; }
    constexpr void next() { find(stop_); }
    [[nodiscard]] constexpr bool equal(word_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr bool done() const { return at_ == nullptr; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_PIECES_HPP
