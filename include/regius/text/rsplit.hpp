// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_RSPLIT_HPP
#define REGIUS_TEXT_RSPLIT_HPP

#include <regius/core/cutting_tool.hpp>
#include <regius/core/find_text.hpp>
#include <regius/core/pieces.hpp>
#include <regius/core/skip_space.hpp>
#include <regius/core/text.hpp>
#include <regius/core/view.hpp>
#include <regius/core/words.hpp>

#include <cstddef>
#include <iterator>
#include <ranges>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

template <class Text>
class rsplit_words_view;
template <class Text, class Separator>
class rsplit_view;

/// Cut a text as `split` does, making the cuts from the right: what is left over is the first piece.
///
///     rsplit("a.b.c", ".", 1)         // a.b c
///     rsplit(" a  b ", none, 1)       // " a", b
///     path | rsplit("/", 1)           // rsplit(path, "/", 1)
///
/// Python    s.rsplit(sep=None, maxsplit=-1)
/// Accepts   what `split` accepts
/// Yields    std::string_view: windows onto the argument, in the order in which they stand in it, as in Python
/// Category  forward and common; borrowed and copyable when the text and the separator are borrowed, except that
///           iterators need the view where the separator is a text
/// Cost      the call searches as far as the cuts go; each step searches one piece; allocates the places of the cuts
///           only where the separator can overlap itself ("--", "aba")
/// Throws    value_error from the call when the separator is empty
/// Lifetime  an lvalue, a string_view or a char const* is borrowed, an rvalue std::string is owned by the view
/// Differs   `rsplit(x)` with a single text is that text cut into words, and to the right of `|` the separator x
struct rsplit_fn : core::cutting_tool<rsplit_words_view, rsplit_view> {};

inline constexpr rsplit_fn rsplit{};

namespace detail {

/// The places of a text, found from the left or known beforehand, where searching from the left would find others.
class rsplit_places : public core::text_places {
    char const* text_ = nullptr;
    std::size_t const* cut_ = nullptr;  // one past the next, as they stand from right to left
    std::size_t const* last_cut_ = nullptr;

public:
    rsplit_places() = default;
    constexpr explicit rsplit_places(core::text_places const& places) : core::text_places(places) {}
    constexpr rsplit_places(core::text_places const& places, char const* text, std::vector<std::size_t> const& cuts)
        : core::text_places(places), text_(text), cut_(cuts.data() + cuts.size()), last_cut_(cuts.data()) {}

    constexpr char const* next(char const* at) {
        if (cut_ == last_cut_) return core::text_places::next(at);
        return text_ + *--cut_;
    }
};

/// Whether two places of a text can overlap: its beginning is also its end.
constexpr bool rsplit_overlaps(std::string_view text) {
    for (std::size_t size = 1; size < text.size(); ++size)
        if (text[size - 1] == text.back() && text.ends_with(text.substr(0, size))) return true;
    return false;
}

}  // namespace detail

template <class Text>
class rsplit_words_view : public core::view_facade<rsplit_words_view<Text>> {
    core::text_box<Text> text_;
    std::size_t head_ = 0;  // the first piece, where it is what is left over

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;

    constexpr rsplit_words_view(Text text, std::ptrdiff_t cuts) : text_(std::move(text)) {
        if (cuts == core::any_number_of_times) return;
        auto const s = text_.view();
        char const* at = s.data() + s.size();
        for (;; --cuts) {
            at = core::skip_space_back(s.data(), at);
            if (at == s.data() || cuts == 0) break;
            at = core::find_space_back(s.data(), at);
        }
        head_ = static_cast<std::size_t>(at - s.data());
    }

    static constexpr auto first(rsplit_words_view const& self) {
        auto const text = self.text_.view();
        return self.head_ == 0 ? core::word_cursor(text, core::any_number_of_times)
                               : core::word_cursor(text, text.data() + self.head_);
    }
    static constexpr auto last(rsplit_words_view const&) { return core::word_cursor(); }

    /// `line | rsplit(x)`: x was not the text, but the separator.
    template <core::text S>
    [[nodiscard]] friend constexpr auto operator|(S&& s, rsplit_words_view self) {
        return rsplit(std::forward<S>(s), std::move(self.text_).release());
    }
};

template <class Text, class Separator>
class rsplit_view : public core::view_facade<rsplit_view<Text, Separator>> {
    static constexpr bool by_char = std::same_as<Separator, char>;
    struct nothing {};

    core::text_box<Text> text_;
    core::separator_box<Separator> separator_;
    std::ptrdiff_t head_ = -1;  // the size of the first piece, where it is what is left over
    [[no_unique_address]] std::conditional_t<by_char, nothing, std::vector<std::size_t>> cuts_;
    bool overlaps_ = false;

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;

    constexpr rsplit_view(Text text, Separator separator, std::ptrdiff_t cuts)
        : text_(std::move(text)), separator_(std::move(separator)) {
        if constexpr (!by_char) overlaps_ = detail::rsplit_overlaps(separator_.view());
        if (cuts == core::any_number_of_times && !overlaps_) return;
        auto const s = text_.view();
        for (char const* at = s.data() + s.size(); cuts != 0; --cuts) {
            auto const found = core::find_last_text(s.data(), at, separator_.view());
            if (found == at) break;
            at = found;
            head_ = found - s.data();
            if constexpr (!by_char)
                if (overlaps_) cuts_.push_back(static_cast<std::size_t>(head_));
        }
        if (cuts == 0 && head_ == -1) head_ = static_cast<std::ptrdiff_t>(s.size());
    }

    static constexpr auto first(rsplit_view const& self) {
        auto const text = self.text_.view();
        auto const stop = text.data() + text.size();
        if constexpr (by_char) {
            auto const start = self.head_ < std::ssize(text) ? text.data() + (self.head_ + 1) : stop;
            return cursor(self, text, self.separator_.places(start, stop));
        } else {
            if (self.overlaps_) {
                detail::rsplit_places const known(self.separator_.places(stop, stop), text.data(), self.cuts_);
                return core::piece_cursor(text, known, core::any_number_of_times);
            }
            auto const start = self.head_ < 0 ? text.data() : text.data() + self.head_;
            return cursor(self, text, detail::rsplit_places(self.separator_.places(start, stop)));
        }
    }
    static constexpr auto last(rsplit_view const&) { return decltype(first(std::declval<rsplit_view const&>()))(); }

private:
    static constexpr auto cursor(rsplit_view const& self, std::string_view text, auto places) {
        return self.head_ < 0 ? core::piece_cursor(text, places, core::any_number_of_times)
                              : core::piece_cursor(text, places, text.data() + self.head_);
    }
};

}  // namespace regius

template <>
inline constexpr bool std::ranges::enable_borrowed_range<regius::rsplit_words_view<std::string_view>> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<regius::rsplit_view<std::string_view, char>> = true;

#endif  // REGIUS_TEXT_RSPLIT_HPP
