// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SPACE_HPP
#define REGIUS_CORE_SPACE_HPP

#include <regius/core/find.hpp>
#include <regius/core/utf8.hpp>

#include <bit>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace regius::core {

// White space is what str.isspace() says: \t \n \v \f \r \x1c-\x1f and ' ', and in UTF-8 U+0085, U+00A0, U+1680,
// U+2000-200A, U+2028, U+2029, U+202F, U+205F, U+3000. The lead bytes of the latter are C2, E1, E2 and E3; a lead
// byte stands only at the start of a character, so no other byte needs a look.

/// The bytes with which a character of white space of more than one byte can start.
struct wide_space_starts {
    constexpr bool operator()(char c) const noexcept {
        auto const byte = byte_of(c);
        return byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3);
    }
#if defined(__SSE2__)
    __m128i operator()(__m128i block) const noexcept {
        auto const c2 = _mm_cmpeq_epi8(block, _mm_set1_epi8(static_cast<char>(0xC2)));
        auto const e1_to_e3 = at_most(_mm_sub_epi8(block, _mm_set1_epi8(static_cast<char>(0xE1))), 2);
        return _mm_or_si128(c2, e1_to_e3);
    }
#endif
};

/// The bytes with which a character of white space can start, and the few others below ' '.
struct space_starts {
    constexpr bool operator()(char c) const noexcept { return byte_of(c) <= ' ' || wide_space_starts{}(c); }
#if defined(__SSE2__)
    __m128i operator()(__m128i block) const noexcept {
        return _mm_or_si128(at_most(block, ' '), wide_space_starts{}(block));
    }
#endif
};

struct ascii_space {
    constexpr bool operator()(char c) const noexcept {
        auto const byte = byte_of(c);
        return byte == ' ' || (byte >= '\t' && byte <= '\r') || (byte >= 0x1C && byte <= 0x1F);
    }
#if defined(__SSE2__)
    __m128i operator()(__m128i block) const noexcept {
        auto const tab_to_return = at_most(_mm_sub_epi8(block, _mm_set1_epi8('\t')), '\r' - '\t');
        auto const separator_or_blank = at_most(_mm_sub_epi8(block, _mm_set1_epi8(0x1C)), ' ' - 0x1C);
        return _mm_or_si128(tab_to_return, separator_or_blank);
    }
#endif
};

inline constexpr ascii_space is_ascii_space{};

/// The size of the white space character of more than one byte that starts at `at`, or 0.
constexpr std::size_t wide_space_size(char const* at, char const* last) noexcept {
    if (!wide_space_starts{}(*at)) return 0;
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

/// The size of the white space character that starts at `at`, or 0; `at < last`.
constexpr std::size_t space_size(char const* at, char const* last) noexcept {
    if (is_ascii_space(*at)) return 1;
    return byte_of(*at) < 0x80 ? 0 : wide_space_size(at, last);
}

/// Call f(word) for each run of characters between white space, until it returns false; whether it never did.
template <class F>
constexpr bool for_each_word(char const* at, char const* last, F f) {
    char const* word = nullptr;  // where the current one starts
    auto const turn = [&](char const* place) {
        if (word == nullptr) {
            word = place;
            return true;
        }
        std::string_view const found(word, static_cast<std::size_t>(place - word));
        word = nullptr;
        return static_cast<bool>(f(found));
    };
#if defined(__SSE2__)
    if (!std::is_constant_evaluated()) {
        while (last - at >= find_block) {
            if (block_mask(at, wide_space_starts{}) == 0) {
                auto const spaces = block_mask(at, is_ascii_space);
                auto const before = spaces << 1 | (word == nullptr ? 1U : 0U);
                for (auto turns = (spaces ^ before) & 0xFFFFU; turns != 0; turns &= turns - 1)
                    if (!turn(at + std::countr_zero(turns))) return false;
                at += find_block;
            } else {
                for (auto const end = at + find_block; at < end;) {
                    auto const size = space_size(at, last);
                    if ((size == 0) == (word == nullptr) && !turn(at)) return false;
                    at += size == 0 ? 1 : size;
                }
            }
        }
    }
#endif
    while (at != last) {
        auto const size = space_size(at, last);
        if ((size == 0) == (word == nullptr) && !turn(at)) return false;
        at += size == 0 ? 1 : size;
    }
    return word == nullptr || turn(last);
}

/// The first character in [at, last) that is not white space, or last.
constexpr char const* skip_space(char const* at, char const* last) noexcept {
    while (at != last) {
        auto const size = space_size(at, last);
        if (size == 0) break;
        at += size;
    }
    return at;
}

/// The first white space in [at, last), or last.
constexpr char const* find_space(char const* at, char const* last) noexcept {
    for (;; ++at) {
        at = find_byte_of(at, last, space_starts{});
        if (at == last || space_size(at, last) != 0) return at;
    }
}

/// Where the white space at the end of [first, at) starts.
constexpr char const* skip_space_back(char const* first, char const* at) noexcept {
    while (at != first) {
        if (is_ascii_space(at[-1])) {
            --at;
            continue;
        }
        if (byte_of(at[-1]) < 0x80) break;
        auto const size = utf8_decode_back(first, at).size;
        if (size == 1 || wide_space_size(at - size, at) == 0) break;
        at -= size;
    }
    return at;
}

/// The end of the last white space in [first, at), or first.
constexpr char const* find_space_back(char const* first, char const* at) noexcept {
    while (at != first) {
        auto const size = byte_of(at[-1]) < 0x80 ? 1 : utf8_decode_back(first, at).size;
        if (space_size(at - size, at) != 0) break;
        at -= size;
    }
    return at;
}

}  // namespace regius::core

#endif  // REGIUS_CORE_SPACE_HPP
