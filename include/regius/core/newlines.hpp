// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_NEWLINES_HPP
#define REGIUS_CORE_NEWLINES_HPP

#include <regius/core/byte_vector.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

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
    byte_vector part[4];
    for (int i = 0; i < 4; ++i) part[i] = load_block(data + 16 * i);

    std::uint64_t lfs = 0;
    for (int i = 0; i < 4; ++i) lfs |= std::uint64_t{bits_of(part[i] == '\n')} << (16 * i);
    if (bits_of((part[0] == '\r') | (part[1] == '\r') | (part[2] == '\r') | (part[3] == '\r')) == 0) return lfs;

    std::uint64_t crs = 0;
    for (int i = 0; i < 4; ++i) crs |= std::uint64_t{bits_of(part[i] == '\r')} << (16 * i);
    return lfs | (crs & ~((lfs >> 1) | (std::uint64_t{data[newline_block] == '\n'} << 63)));
}
#else
[[nodiscard]] inline std::uint64_t newlines(char const* data) noexcept { return newlines_portable(data); }
#endif

}  // namespace regius::core

#endif  // REGIUS_CORE_NEWLINES_HPP
