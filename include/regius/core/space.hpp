// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SPACE_HPP
#define REGIUS_CORE_SPACE_HPP

#include <regius/core/utf8.hpp>

#include <cstddef>

namespace regius::core {

// White space is what str.isspace() says: \t \n \v \f \r \x1c-\x1f and ' ', and in UTF-8 U+0085, U+00A0, U+1680,
// U+2000-200A, U+2028, U+2029, U+202F, U+205F, U+3000. The lead bytes of the latter are C2, E1, E2 and E3; a lead
// byte stands only at the start of a character, so no other byte needs a look.

struct ascii_space_table {
    bool has[256] = {};

    consteval ascii_space_table() {
        for (unsigned byte = '\t'; byte <= '\r'; ++byte) has[byte] = true;
        for (unsigned byte = 0x1C; byte <= ' '; ++byte) has[byte] = true;
    }
};

inline constexpr ascii_space_table ascii_spaces;

// A table, because which of several characters of white space it is cannot be predicted.
constexpr bool is_ascii_space(char c) noexcept { return ascii_spaces.has[byte_of(c)]; }

/// The size of the white space character that starts at `at`, or 0; `at < last`.
constexpr std::size_t space_size(char const* at, char const* last) noexcept {
    auto const lead = byte_of(*at);
    if (lead < 0x80) return is_ascii_space(*at) ? 1 : 0;
    if (lead != 0xC2 && (lead < 0xE1 || lead > 0xE3)) return 0;
    auto const c = utf8_decode(at, last);
    switch (c.code) {
        case 0x85:
        case 0xA0:
        case 0x1680:
        case 0x2028:
        case 0x2029:
        case 0x202F:
        case 0x205F:
        case 0x3000: return c.size;
        default: return c.code >= 0x2000 && c.code <= 0x200A ? c.size : 0;
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_SPACE_HPP
