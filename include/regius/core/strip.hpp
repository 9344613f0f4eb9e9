// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_STRIP_HPP
#define REGIUS_CORE_STRIP_HPP

#include <regius/core/none.hpp>
#include <regius/core/skip_space.hpp>
#include <regius/core/text.hpp>
#include <regius/core/utf8.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace regius::core {

/// What `strip` takes away: the characters of a text, a char, or white space.
template <class T>
concept strip_set = text_or_char<T> || std::same_as<std::remove_cvref_t<T>, none_t>;

/// A set of characters: a bit for each of ASCII, and the text that they came from for the others.
class character_set {
    std::uint64_t ascii_[2] = {0, 0};
    std::string_view wide_;

public:
    constexpr explicit character_set(std::string_view text) noexcept {
        for (char const c : text) {
            auto const byte = byte_of(c);
            if (byte < 0x80)
                ascii_[byte / 64] |= std::uint64_t{1} << byte % 64;
            else
                wide_ = text;
        }
    }

    [[nodiscard]] constexpr bool has_ascii(char c) const noexcept {
        return (ascii_[byte_of(c) / 64] >> byte_of(c) % 64 & 1) != 0;
    }
    [[nodiscard]] constexpr bool has_wide(std::string_view character) const noexcept {
        char const* const last = wide_.data() + wide_.size();
        for (char const* at = wide_.data(); at != last;) {
            auto const size = utf8_decode(at, last).size;
            if (std::string_view(at, size) == character) return true;
            at += size;
        }
        return false;
    }
};

constexpr none_t characters_of(none_t) noexcept { return none; }
template <text_or_char Chars>
constexpr character_set characters_of(Chars&& chars) {
    return character_set(core::view_of(chars));
}

constexpr std::string_view strip_left(std::string_view s, none_t) noexcept {
    char const* const last = s.data() + s.size();
    char const* const at = skip_space(s.data(), last);
    return {at, static_cast<std::size_t>(last - at)};
}

constexpr std::string_view strip_right(std::string_view s, none_t) noexcept {
    return {s.data(), static_cast<std::size_t>(skip_space_back(s.data(), s.data() + s.size()) - s.data())};
}

constexpr std::string_view strip_left(std::string_view s, character_set const& set) noexcept {
    while (!s.empty()) {
        std::size_t size = 1;
        if (byte_of(s.front()) < 0x80) {
            if (!set.has_ascii(s.front())) break;
        } else {
            size = utf8_decode(s.data(), s.data() + s.size()).size;
            if (!set.has_wide(s.substr(0, size))) break;
        }
        s.remove_prefix(size);
    }
    return s;
}

constexpr std::string_view strip_right(std::string_view s, character_set const& set) noexcept {
    while (!s.empty()) {
        std::size_t size = 1;
        if (byte_of(s.back()) < 0x80) {
            if (!set.has_ascii(s.back())) break;
        } else {
            size = utf8_decode_back(s.data(), s.data() + s.size()).size;
            if (!set.has_wide(s.substr(s.size() - size))) break;
        }
        s.remove_suffix(size);
    }
    return s;
}

}  // namespace regius::core

#endif  // REGIUS_CORE_STRIP_HPP
