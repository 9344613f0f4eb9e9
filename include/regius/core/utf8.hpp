// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_UTF8_HPP
#define REGIUS_CORE_UTF8_HPP

#include <cstddef>

namespace regius::core {

// Text is bytes that are UTF-8 wherever they can be. A byte that belongs to no valid sequence is one character
// of its own, without a code point: it is never equal to another character's, and it is never lost. This is how
// Python reads bytes with errors="surrogateescape".

struct utf8_char {
    char32_t code;     // invalid_utf8 for a byte that belongs to no valid sequence
    std::size_t size;  // bytes, at least 1
};

inline constexpr char32_t invalid_utf8 = 0xFFFFFFFF;

constexpr unsigned byte_of(char c) noexcept { return static_cast<unsigned char>(c); }

/// The character that starts at `at`; `at < last`.
constexpr utf8_char utf8_decode(char const* at, char const* last) noexcept {
    auto const lead = byte_of(*at);
    if (lead < 0x80) return {lead, 1};
    std::size_t const size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    if (size == 1 || static_cast<std::size_t>(last - at) < size) return {invalid_utf8, 1};
    char32_t code = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        auto const next = byte_of(at[i]);
        if ((next & 0xC0U) != 0x80) return {invalid_utf8, 1};
        code = code << 6 | (next & 0x3FU);
    }
    bool const too_long = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    bool const surrogate = code >= 0xD800 && code < 0xE000;
    if (too_long || surrogate || code > 0x10FFFF) return {invalid_utf8, 1};
    return {code, size};
}

/// The character that ends at `last`; `first < last`. Agrees with decoding forward, because a lead byte never
/// stands inside a valid sequence.
constexpr utf8_char utf8_decode_back(char const* first, char const* last) noexcept {
    for (std::size_t size = 1; size <= 4 && size <= static_cast<std::size_t>(last - first); ++size) {
        auto const lead = byte_of(*(last - size));
        if ((lead & 0xC0U) == 0x80) continue;
        auto const c = utf8_decode(last - size, last);
        if (c.size == size) return c;
        break;
    }
    return {invalid_utf8, 1};
}

}  // namespace regius::core

#endif  // REGIUS_CORE_UTF8_HPP
