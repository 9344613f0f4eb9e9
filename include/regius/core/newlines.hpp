// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_NEWLINES_HPP
#define REGIUS_CORE_NEWLINES_HPP

#include <regius/core/byte_vector.hpp>
#include <regius/core/portable_probing.hpp>

#include <cstddef>
#include <cstdint>

namespace regius::core {

/// How many bytes one call of `newlines` searches; it also looks at the byte behind them.
inline constexpr std::size_t newline_block = 64;

/// Where lines end in the 64 bytes at `data`: bit i is set for a '\n' and for a '\r' that no '\n' follows.
/// This form needs no vector instructions.
[[nodiscard]] inline std::uint64_t newlines_portable(char const* data) noexcept {
    std::uint64_t lf = 0, cr = 0;
    for (unsigned i = 0; i < newline_block; i += 16) {
        auto const* const bytes = reinterpret_cast<unsigned char const*>(data + i);
        lf |= std::uint64_t{probing::portable::equal(bytes, '\n')} << i;
        cr |= std::uint64_t{probing::portable::equal(bytes, '\r')} << i;
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
