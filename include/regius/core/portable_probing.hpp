// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PORTABLE_PROBING_HPP
#define REGIUS_CORE_PORTABLE_PROBING_HPP

#include <bit>
#include <cstdint>
#include <cstring>

namespace regius::core::probing {

// Which of 16 bytes equal one byte, where there is no instruction for it that is known here.
struct portable {
    static std::uint32_t equal(unsigned char const* bytes, unsigned char wanted) noexcept {
        return half(bytes, wanted) | half(bytes + 8, wanted) << 8;
    }

private:
    static std::uint32_t half(unsigned char const* bytes, unsigned char wanted) noexcept {
        constexpr std::uint64_t ones = 0x0101010101010101U, low = 0x7f7f7f7f7f7f7f7fU;
        std::uint64_t x = 0;
        if constexpr (std::endian::native == std::endian::little)
            std::memcpy(&x, bytes, sizeof x);
        else
            for (unsigned i = 0; i < 8; ++i) x |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
        x ^= ones * wanted;
        std::uint64_t const zeros = ~(((x & low) + low) | x | low);  // the top bit of each byte of x that is zero
        return static_cast<std::uint32_t>((zeros >> 7) * 0x0102040810204080U >> 56);
    }
};

}  // namespace regius::core::probing

#endif  // REGIUS_CORE_PORTABLE_PROBING_HPP
