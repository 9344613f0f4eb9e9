// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_NEWLINES_HPP
#define REGIUS_CORE_NEWLINES_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace regius::core {

/// How many bytes one call of `newlines` searches; it also looks at the byte behind them.
inline constexpr std::size_t newline_block = 64;

/// Where lines end in the 64 bytes at `data`: bit i is set for a '\n' and for a '\r' that no '\n' follows.
/// This form needs no vector instructions.
[[nodiscard]] inline std::uint64_t newlines_portable(char const* data) noexcept {
    constexpr std::uint64_t ones = 0x0101010101010101, low7 = 0x7f7f7f7f7f7f7f7f;
    auto const equal = [&](std::uint64_t word, unsigned char c) -> std::uint64_t {
        word ^= ones * c;
        auto const zero_bytes = ~(((word & low7) + low7) | word | low7);  // 0x80 in each byte that was zero
        return ((zero_bytes >> 7) * 0x0102040810204080) >> 56;
    };
    std::uint64_t lf = 0, cr = 0;
    for (unsigned i = 0; i < newline_block; i += 8) {
        std::uint64_t word = 0;
        for (unsigned k = 0; k < 8; ++k) word |= std::uint64_t{static_cast<unsigned char>(data[i + k])} << (8 * k);
        lf |= equal(word, '\n') << i;
        cr |= equal(word, '\r') << i;
    }
    auto const lf_behind = (lf >> 1) | (std::uint64_t{data[newline_block] == '\n'} << 63);
    return lf | (cr & ~lf_behind);
}

#if defined(__SSE2__)
[[nodiscard]] inline std::uint64_t newlines(char const* data) noexcept {
    auto const lf = _mm_set1_epi8('\n');
    auto const cr = _mm_set1_epi8('\r');
    auto const mask = [](__m128i bytes) { return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(bytes))}; };
    __m128i part[4];
    for (int i = 0; i < 4; ++i) part[i] = _mm_loadu_si128(reinterpret_cast<__m128i const*>(data + 16 * i));

    std::uint64_t lfs = 0;
    for (int i = 0; i < 4; ++i) lfs |= mask(_mm_cmpeq_epi8(part[i], lf)) << (16 * i);
    __m128i const any_cr = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(part[0], cr), _mm_cmpeq_epi8(part[1], cr)),
                                        _mm_or_si128(_mm_cmpeq_epi8(part[2], cr), _mm_cmpeq_epi8(part[3], cr)));
    if (_mm_movemask_epi8(any_cr) == 0) return lfs;

    std::uint64_t crs = 0;
    for (int i = 0; i < 4; ++i) crs |= mask(_mm_cmpeq_epi8(part[i], cr)) << (16 * i);
    return lfs | (crs & ~((lfs >> 1) | (std::uint64_t{data[newline_block] == '\n'} << 63)));
}
#else
[[nodiscard]] inline std::uint64_t newlines(char const* data) noexcept { return newlines_portable(data); }
#endif

}  // namespace regius::core

#endif  // REGIUS_CORE_NEWLINES_HPP
