// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_SPLITLINES_HPP
#define REGIUS_TEXT_SPLITLINES_HPP

#include <regius/core/find.hpp>
#include <regius/core/text.hpp>
#include <regius/core/utf8.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <string_view>
#include <utility>

namespace regius {

template <class Text>
class splitlines_view;

/// The lines of a text, with or without what ends them.
///
///     splitlines("one\ntwo\r\n")          // one two
///     splitlines("one\ntwo\r\n", true)    // "one\n", "two\r\n"
///     page | splitlines()                 // the same as splitlines(page)
///
/// Python    s.splitlines(keepends=False)
/// Accepts   a text in UTF-8. A line ends at \n, \r\n, \r, \v, \f, \x1c, \x1d, \x1e, U+0085, U+2028 and U+2029
/// Yields    std::string_view: windows onto the argument; no line at all for an empty text, and none after the
///           last line end
/// Category  forward and common; borrowed and copyable when the text is borrowed
/// Cost      begin() and each step search up to the end of one line; allocates nothing
/// Lifetime  an lvalue, a string_view or a char const* is borrowed, an rvalue std::string is owned by the view
struct splitlines_fn {
    template <core::text S>
    [[nodiscard]] constexpr auto operator()(S&& s, std::same_as<bool> auto keepends) const {
        return splitlines_view<core::holder_of_t<S>>(core::hold(std::forward<S>(s)), keepends);
    }
    template <core::text S>
    [[nodiscard]] constexpr auto operator()(S&& s) const {
        return (*this)(std::forward<S>(s), false);
    }
    [[nodiscard]] constexpr auto operator()(std::same_as<bool> auto keepends) const {
        return core::bind_text(*this, keepends);
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_text(*this, false); }
};

inline constexpr splitlines_fn splitlines{};

namespace detail {

/// The bytes with which the end of a line can start.
struct splitlines_marks {
    constexpr bool operator()(char const* at) const noexcept {
        auto const byte = core::byte_of(*at);
        return (byte >= '\n' && byte <= '\r') || (byte >= 0x1C && byte <= 0x1E) || byte == 0xC2 || byte == 0xE2;
    }
    [[nodiscard]] constexpr bool certain() const noexcept { return true; }
#if defined(__SSE2__)
    unsigned mask(auto load) const noexcept {
        auto const block = load(0);
        auto const feeds = core::between('\n', block, '\r');
        auto const separators = core::between(0x1C, block, 0x1E);
        return core::bits_of(feeds | separators | (block == '\xC2') | (block == '\xE2'));
    }
#endif
};

/// The size of what ends a line at `at`, a mark, or 0.
constexpr std::ptrdiff_t splitlines_end_size(char const* at, char const* last) noexcept {
    if (*at == '\r') return last - at > 1 && at[1] == '\n' ? 2 : 1;
    if (core::byte_of(*at) < 0x80) return 1;
    auto const c = core::utf8_decode(at, last);
    return c.code == 0x85 || c.code == 0x2028 || c.code == 0x2029 ? static_cast<std::ptrdiff_t>(c.size) : 0;
}

class splitlines_cursor {
    char const* at_ = nullptr;
    char const* stop_ = nullptr;  // the end of what is handed out
    char const* next_ = nullptr;
    char const* last_ = nullptr;
    core::scanner<splitlines_marks> scan_;
    bool keepends_ = false;

    constexpr void find() {
        if (next_ == last_) {
            at_ = nullptr;
            return;
        }
        at_ = next_;
        for (;;) {
            stop_ = next_ = scan_.next();
            if (stop_ == last_) return;
            if (stop_ < at_) continue;  // the \n of a \r\n
            if (auto const size = splitlines_end_size(stop_, last_); size != 0) {
                next_ += size;
                if (keepends_) stop_ = next_;
                return;
            }
        }
    }

public:
    splitlines_cursor() = default;
    constexpr splitlines_cursor(std::string_view text, bool keepends)
        : next_(text.data()), last_(next_ + text.size()), scan_(next_, last_, {}), keepends_(keepends) {
        find();
    }

    constexpr std::string_view read() const { return {at_, static_cast<std::size_t>(stop_ - at_)}; }
    constexpr void next() { find(); }
    [[nodiscard]] constexpr bool equal(splitlines_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr bool done() const { return at_ == nullptr; }
};

}  // namespace detail

template <class Text>
class splitlines_view : public core::view_facade<splitlines_view<Text>> {
    core::text_box<Text> text_;
    bool keepends_;

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;

    constexpr splitlines_view(Text text, bool keepends) : text_(std::move(text)), keepends_(keepends) {}

    static constexpr auto first(splitlines_view const& self) {
        return detail::splitlines_cursor(self.text_.view(), self.keepends_);
    }
    static constexpr auto last(splitlines_view const&) { return detail::splitlines_cursor(); }
};

}  // namespace regius

template <>
inline constexpr bool std::ranges::enable_borrowed_range<regius::splitlines_view<std::string_view>> = true;

#endif  // REGIUS_TEXT_SPLITLINES_HPP
