// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_BYTE_VECTOR_HPP
#define REGIUS_CORE_BYTE_VECTOR_HPP

#if defined(__SSE2__)

#include <cstring>

namespace regius::core {

// Sixteen bytes in one register, by the vector types that GCC and Clang have in the language: & | == go byte by byte, and
// a char beside a vector stands for sixteen of them. <emmintrin.h> would bring 2,700 lines for the same instructions, more
// than anything here that uses them.
using byte_vector [[gnu::vector_size(16)]] = char;

inline byte_vector load_block(char const* at) noexcept {
    byte_vector bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/// The top bit of each byte, that of the first as bit 0: what a comparison found.
inline unsigned bits_of(byte_vector mask) noexcept { return static_cast<unsigned>(__builtin_ia32_pmovmskb128(mask)); }

}  // namespace regius::core

#endif

#endif  // REGIUS_CORE_BYTE_VECTOR_HPP
