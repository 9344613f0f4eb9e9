// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FIND_HPP
#define REGIUS_CORE_FIND_HPP

#include <regius/core/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace regius::core {

// Searching text. What is looked for is a set of bytes: a class with
//
//     constexpr bool operator()(char) const
//     __m128i operator()(__m128i) const           the same for 16 bytes at once: 0xFF where it is one of them
//
// Fields and words are short, so what counts is the price of a search that ends within a few bytes: one block
// here costs less than calling memchr does.

struct one_byte {
    char byte;

    constexpr bool operator()(char c) const noexcept { return c == byte; }
#if defined(__SSE2__)
    __m128i operator()(__m128i block) const noexcept { return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte)); }
#endif
};

#if defined(__SSE2__)
inline constexpr std::ptrdiff_t find_block = 16;

inline __m128i load_block(char const* at) noexcept { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(at)); }

/// Which of the bytes, as numbers from 0 to 255, are at most `limit`.
inline __m128i at_most(__m128i bytes, char limit) noexcept {
    return _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(limit)), bytes);
}

template <class Set>
unsigned block_mask(char const* at, Set set) noexcept {
    return static_cast<unsigned>(_mm_movemask_epi8(set(load_block(at))));
}
#endif

/// The first of these bytes in [at, last), or last.
template <class Set>
constexpr char const* find_byte_of(char const* at, char const* last, Set set) noexcept {
#if defined(__SSE2__)
    if (!std::is_constant_evaluated()) {
        for (; last - at >= find_block; at += find_block)
            if (auto const mask = block_mask(at, set)) return at + std::countr_zero(mask);
    }
#endif
    for (; at != last; ++at)
        if (set(*at)) return at;
    return last;
}

/// Call f(place) for each of these bytes in [at, last), until it returns false; whether it never did.
template <class Set, class F>
constexpr bool for_each_byte_of(char const* at, char const* last, Set set, F f) {
#if defined(__SSE2__)
    if (!std::is_constant_evaluated() && last - at >= find_block) {
        auto const visit = [&](char const* block, unsigned mask) {
            for (; mask != 0; mask &= mask - 1)
                if (!f(block + std::countr_zero(mask))) return false;
            return true;
        };
        for (; last - at >= find_block; at += find_block)
            if (!visit(at, block_mask(at, set))) return false;
        auto const done = static_cast<unsigned>(find_block - (last - at));  // the last block looks at these twice
        return visit(at, block_mask(last - find_block, set) >> done);
    }
#endif
    for (; at != last; ++at)
        if (set(*at) && !f(at)) return false;
    return true;
}

/// The last of these bytes in [first, at), or at.
template <class Set>
constexpr char const* find_last_byte_of(char const* first, char const* const at, Set set) noexcept {
    char const* end = at;
#if defined(__SSE2__)
    if (!std::is_constant_evaluated()) {
        for (; end - first >= find_block; end -= find_block)
            if (auto const mask = block_mask(end - find_block, set)) return end - 1 - (std::countl_zero(mask) - 16);
    }
#endif
    while (end != first)
        if (set(*--end)) return end;
    return at;
}

/// Where `text` starts first in [at, last), or last. An empty text is found at once.
constexpr char const* find_text(char const* at, char const* last, std::string_view text) noexcept {
    auto const size = static_cast<std::ptrdiff_t>(text.size());
    if (size == 0) return at;
    if (size == 1) return find_byte_of(at, last, one_byte{text.front()});
    auto const matches = [&](char const* start) {
        return std::char_traits<char>::compare(start + 1, text.data() + 1, text.size() - 1) == 0;
    };
#if defined(__SSE2__)
    if (!std::is_constant_evaluated()) {
        // Both the first and the last byte must fit: in most text that leaves the true matches.
        one_byte const front{text.front()}, back{text.back()};
        for (; last - at >= find_block + size - 1; at += find_block) {
            auto mask = block_mask(at, front);
            if (mask != 0) mask &= block_mask(at + size - 1, back);
            for (; mask != 0; mask &= mask - 1) {
                auto const start = at + std::countr_zero(mask);
                if (matches(start)) return start;
            }
        }
    }
#endif
    for (; last - at >= size; ++at)
        if (*at == text.front() && matches(at)) return at;
    return last;
}

/// Where `text` starts last in [first, at), or at. An empty text is found at once.
constexpr char const* find_last_text(char const* first, char const* at, std::string_view text) noexcept {
    if (text.size() == 1) return find_last_byte_of(first, at, one_byte{text.front()});
    std::string_view const whole(first, static_cast<std::size_t>(at - first));
    auto const found = whole.rfind(text);
    return found == std::string_view::npos ? at : first + found;
}

}  // namespace regius::core

#endif  // REGIUS_CORE_FIND_HPP
