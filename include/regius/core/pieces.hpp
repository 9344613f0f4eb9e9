// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PIECES_HPP
#define REGIUS_CORE_PIECES_HPP

#include <regius/core/find.hpp>
#include <regius/core/text.hpp>
#include <regius/core/value_error.hpp>

#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace regius::core {

// Cursors over the pieces of a text, for `split` and `rsplit`. A piece is recognised by where it starts, because no
// two of a text start at one place; a cursor past the last piece has no start.

/// Where a char stands in a text, place after place.
class char_places {
    scanner<one_byte> scan_;

public:
    char_places() = default;
    constexpr char_places(char const* at, char const* last, char byte) noexcept : scan_(at, last, one_byte(byte)) {}

    [[nodiscard]] constexpr std::ptrdiff_t size() const noexcept { return 1; }
    constexpr char const* next(char const*) noexcept { return scan_.next(); }
};

/// Where a text stands in another, place after place, none overlapping the one before.
class text_places {
    scanner<whole_text> scan_;
    char const* last_ = nullptr;
    std::ptrdiff_t size_ = 0;

public:
    text_places() = default;
    constexpr text_places(char const* at, char const* last, std::string_view text) noexcept
        : scan_(at, end_of(at, last, text), whole_text(text)), last_(last), size_(std::ssize(text)) {}

    [[nodiscard]] constexpr std::ptrdiff_t size() const noexcept { return size_; }
    /// The next place at or behind `at`, or last.
    constexpr char const* next(char const* at) noexcept {
        for (;;) {
            auto const place = scan_.next();
            if (last_ - place < size_) return last_;
            if (place >= at) return place;
        }
    }

private:
    static constexpr char const* end_of(char const* at, char const* last, std::string_view text) noexcept {
        return last - at < std::ssize(text) ? at : last - (std::ssize(text) - 1);
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
    [[nodiscard]] constexpr text_places places(char const* at, char const* last) const {
        return {at, last, text_.view()};
    }
};

template <>
class separator_box<char> {
    char separator_;

public:
    constexpr explicit separator_box(char separator) noexcept : separator_(separator) {}
    [[nodiscard]] constexpr char_places places(char const* at, char const* last) const noexcept {
        return {at, last, separator_};
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {&separator_, 1}; }
};

/// The pieces between separators.
template <class Places>
class piece_cursor {
    char const* at_ = nullptr;
    char const* stop_ = nullptr;
    char const* last_ = nullptr;
    std::ptrdiff_t cuts_ = 0;  // how many more may be made
    [[no_unique_address]] Places places_;

    constexpr void find() {
        if (cuts_ == 0) {
            stop_ = last_;
        } else {
            --cuts_;
            stop_ = places_.next(at_);
        }
    }

public:
    piece_cursor() = default;
    constexpr piece_cursor(std::string_view text, Places places, std::ptrdiff_t cuts)
        : at_(text.data()), last_(at_ + text.size()), cuts_(cuts), places_(places) {
        find();
    }
    /// The first piece is known: it ends at the separator at `stop`. The places are those behind it.
    constexpr piece_cursor(std::string_view text, Places places, char const* stop)
        : at_(text.data()), stop_(stop), last_(at_ + text.size()), cuts_(any_number_of_times), places_(places) {}

    constexpr std::string_view read() const { return {at_, static_cast<std::size_t>(stop_ - at_)}; }
    constexpr void next() {
        if (stop_ == last_) {
            at_ = nullptr;
        } else {
            at_ = stop_ + places_.size();
            find();
        }
    }
    [[nodiscard]] constexpr bool equal(piece_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr bool done() const { return at_ == nullptr; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_PIECES_HPP
