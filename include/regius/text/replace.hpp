// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_REPLACE_HPP
#define REGIUS_TEXT_REPLACE_HPP

#include <regius/core/owned_text.hpp>
#include <regius/core/pieces.hpp>
#include <regius/core/text.hpp>
#include <regius/core/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
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
    [[nodiscard]] constexpr std::string operator()(S&& s, Old&& old, New&& replacement,
                                                   core::count_of_times auto amount) const {
        auto const text = core::view_of(s);
        auto const from = core::view_of(old), to = core::view_of(replacement);
        auto const times = core::times_from(amount);
        if (from.empty()) return between(text, to, times);

        core::text_places places(text.data(), text.data() + text.size(), from);
        if (times == 0 || places.next(text.data()) == text.data() + text.size())
            return core::into_string(std::forward<S>(s));
        if (from.size() == to.size() && !shares(text, from) && !shares(text, to)) {
            std::string out = core::into_string(std::forward<S>(s));
            change(out, from, to, times);
            return out;
        }
        return rebuilt(text, from, to, times);
    }
    template <core::text S, core::text_or_char Old, core::text_or_char New>
    [[nodiscard]] constexpr std::string operator()(S&& s, Old&& old, New&& replacement) const {
        return (*this)(std::forward<S>(s), std::forward<Old>(old), std::forward<New>(replacement), -1);
    }

    template <core::text_or_char Old, core::text_or_char New>
    [[nodiscard]] constexpr auto operator()(Old&& old, New&& replacement, core::count_of_times auto amount) const {
        return core::bind_text(*this, std::forward<Old>(old), std::forward<New>(replacement), amount);
    }
    template <core::text_or_char Old, core::text_or_char New>
    [[nodiscard]] constexpr auto operator()(Old&& old, New&& replacement) const {
        return core::bind_text(*this, std::forward<Old>(old), std::forward<New>(replacement), -1);
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

    static constexpr void change(std::string& text, std::string_view from, std::string_view to, std::ptrdiff_t times) {
        char* const start = text.data();
        char* const stop = start + text.size();
        if (from.size() == 1 && times == core::any_number_of_times) {
            char const old = from.front(), replacement = to.front();
            for (char* at = start; at != stop; ++at) *at = *at == old ? replacement : *at;
            return;
        }
        core::text_places places(start, stop, from);
        for (char const* at = start; times > 0; --times) {
            auto const place = places.next(at);
            if (place == stop) return;
            std::char_traits<char>::copy(start + (place - start), to.data(), to.size());
            at = place + to.size();
        }
    }

    /// Whether `part` stands in the memory of `text`, which is going to change.
    static constexpr bool shares(std::string_view text, std::string_view part) noexcept {
        if (std::is_constant_evaluated()) return false;
        auto const start = std::bit_cast<std::uintptr_t>(text.data()), at = std::bit_cast<std::uintptr_t>(part.data());
        return at < start + text.size() && start < at + part.size();
    }

    static constexpr std::string rebuilt(std::string_view text, std::string_view from, std::string_view to,
                                         std::ptrdiff_t times) {
        char const* at = text.data();
        char const* const stop = at + text.size();
        auto size = text.size();
        if (to.size() > from.size()) {
            core::text_places places(at, stop, from);
            for (auto left = times; left > 0; --left) {
                auto const place = places.next(at);
                if (place == stop) break;
                at = place + from.size();
                size += to.size() - from.size();
            }
            at = text.data();
        }
        std::string out(size, '\0');
        char* to_at = out.data();
        char* const to_last = to_at + size;
        core::text_places places(at, stop, from);
        for (; times > 0; --times) {
            auto const place = places.next(at);
            if (place == stop) break;
            to_at = copy(to_at, to_last, at, place, stop);
            to_at = copy(to_at, to_last, to.data(), to.data() + to.size(), to.data() + to.size());
            at = place + from.size();
        }
        to_at = copy(to_at, to_last, at, stop, stop);
        out.resize(static_cast<std::size_t>(to_at - out.data()));
        return out;
    }

    /// Pieces are short: where there is room for 16 bytes, 16 are copied, which needs no call of memcpy.
    static constexpr char* copy(char* to, char const* to_last, char const* start, char const* stop,
                                char const* readable) {
        auto const size = stop - start;
        if (!std::is_constant_evaluated() && size <= 16 && to_last - to >= 16 && readable - start >= 16)
            std::memcpy(to, start, 16);
        else
            std::char_traits<char>::copy(to, start, static_cast<std::size_t>(size));
        return to + size;
    }
};

inline constexpr replace_fn replace{};

}  // namespace regius

#endif  // REGIUS_TEXT_REPLACE_HPP
