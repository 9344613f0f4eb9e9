// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_REPLACE_HPP
#define REGIUS_TEXT_REPLACE_HPP

#include <regius/core/find.hpp>
#include <regius/core/text.hpp>
#include <regius/core/utf8.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace regius {

/// A text with one part put in the place of another, wherever that stands.
///
///     replace("spam, spam", "spam", "eggs")       // "eggs, eggs"
///     replace("spam, spam", "spam", "eggs", 1)    // "eggs, spam"
///     replace("abc", "", "-")                     // "-a-b-c-"
///     line | replace('\t', ' ')                   // replace(line, '\t', ' ')
///
/// Python    s.replace(old, new, count=-1)
/// Accepts   a text, two texts or chars, and how many places at most, from the left; all if negative
/// Returns   std::string. Places do not overlap; an empty old stands before each code point and at the end
/// Cost      O(length of the argument and of the result); an rvalue std::string is handed back where nothing is
///           found, and changed in place where old and new have one size
struct replace_fn {
    template <core::text S, core::text_or_char Old, core::text_or_char New>
    [[nodiscard]] constexpr std::string operator()(S&& s, Old&& old, New&& with,
                                                   core::count_of_times auto count) const {
        auto const text = core::view_of(s);
        auto const from = core::view_of(old), to = core::view_of(with);
        auto const times = core::times_from(count);
        if (from.empty()) return between(text, to, times);

        char const* const last = text.data() + text.size();
        char const* const found = times == 0 ? last : core::find_text(text.data(), last, from);
        if (found == last) return core::into_string(std::forward<S>(s));
        auto const offset = static_cast<std::size_t>(found - text.data());
        if (from.size() == to.size()) return in_place(core::into_string(std::forward<S>(s)), offset, from, to, times);
        return rebuilt(text, offset, from, to, times);
    }
    template <core::text S, core::text_or_char Old, core::text_or_char New>
    [[nodiscard]] constexpr std::string operator()(S&& s, Old&& old, New&& with) const {
        return (*this)(std::forward<S>(s), std::forward<Old>(old), std::forward<New>(with), -1);
    }

    template <core::text_or_char Old, core::text_or_char New>
    [[nodiscard]] constexpr auto operator()(Old&& old, New&& with, core::count_of_times auto count) const {
        return core::bind_text(*this, std::forward<Old>(old), std::forward<New>(with), count);
    }
    template <core::text_or_char Old, core::text_or_char New>
    [[nodiscard]] constexpr auto operator()(Old&& old, New&& with) const {
        return core::bind_text(*this, std::forward<Old>(old), std::forward<New>(with), -1);
    }

private:
    static constexpr std::string between(std::string_view text, std::string_view to, std::ptrdiff_t times) {
        std::string out;
        for (; times > 0; --times) {
            out.append(to);
            if (text.empty()) break;
            auto const size = core::utf8_decode(text.data(), text.data() + text.size()).size;
            out.append(text.substr(0, size));
            text.remove_prefix(size);
        }
        out.append(text);
        return out;
    }

    static constexpr std::string in_place(std::string text, std::size_t offset, std::string_view from,
                                          std::string_view to, std::ptrdiff_t times) {
        char* const first = text.data();
        char* const last = first + text.size();
        if (from.size() == 1 && times == core::any_number_of_times) {
            for (char* at = first + offset; at != last; ++at) *at = *at == from.front() ? to.front() : *at;
            return text;
        }
        for (char* at = first + offset; at != last && times > 0; --times) {
            std::char_traits<char>::copy(at, to.data(), to.size());
            at += to.size();
            at = first + (core::find_text(at, last, from) - first);
        }
        return text;
    }

    static constexpr std::string rebuilt(std::string_view text, std::size_t offset, std::string_view from,
                                         std::string_view to, std::ptrdiff_t times) {
        std::string out;
        out.reserve(text.size());
        char const* at = text.data();
        char const* const last = at + text.size();
        for (char const* found = at + offset; found != last && times > 0; --times) {
            out.append(at, found);
            out.append(to);
            at = found + from.size();
            found = core::find_text(at, last, from);
        }
        out.append(at, last);
        return out;
    }
};

inline constexpr replace_fn replace{};

}  // namespace regius

#endif  // REGIUS_TEXT_REPLACE_HPP
