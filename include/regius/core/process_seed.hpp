// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PROCESS_SEED_HPP
#define REGIUS_CORE_PROCESS_SEED_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>

#if __has_include(<sys/random.h>)
#include <sys/random.h>
#endif

namespace regius::core {

namespace hashing {

// The halves of the 128-bit product: each bit of the result is made from all bits of both factors.
[[nodiscard]] constexpr std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept {
#ifdef __SIZEOF_INT128__
    __extension__ using wide = unsigned __int128;
    wide const product = static_cast<wide>(a) * b;
    return static_cast<std::uint64_t>(product >> 64) ^ static_cast<std::uint64_t>(product);
#else
    std::uint64_t const al = a & 0xffffffffU, ah = a >> 32, bl = b & 0xffffffffU, bh = b >> 32;
    std::uint64_t const middle = (al * bl >> 32) + (ah * bl & 0xffffffffU) + al * bh;
    return (ah * bh + (ah * bl >> 32) + (middle >> 32)) ^ (a * b);
#endif
}

// No structure in common with the keys that programs use: neither small, nor a ratio, nor a power.
inline constexpr std::uint64_t multiplier = 0x9fb21c651e98df25U;

[[nodiscard]] constexpr std::uint64_t word(std::uint64_t x, std::uint64_t seed) noexcept {
    return fold(x ^ seed, multiplier);
}

// The seed as a stranger would choose the second secret: an input that cancels one of two factors needs to know it.
[[nodiscard]] constexpr std::uint64_t second_seed(std::uint64_t seed) noexcept {
    return std::rotl(seed, 32) ^ 0x2d358dccaa6c78a5U;
}

template <class Word>
[[nodiscard]] inline std::uint64_t load(unsigned char const* p) noexcept {
    Word w;
    std::memcpy(&w, p, sizeof w);
    return w;
}

[[nodiscard]] inline std::uint64_t bytes(void const* data, std::size_t size, std::uint64_t seed) noexcept {
    auto const* p = static_cast<unsigned char const*>(data);
    auto const second = second_seed(seed) ^ size;
    std::uint64_t a = 0, b = 0;
    if (size <= 16) {
        if (size >= 8) {
            a = load<std::uint64_t>(p);
            b = load<std::uint64_t>(p + size - 8);
        } else if (size >= 4) {
            a = load<std::uint32_t>(p);
            b = load<std::uint32_t>(p + size - 4);
        } else if (size > 0) {
            a = static_cast<std::uint64_t>(p[0]) << 16 | static_cast<std::uint64_t>(p[size / 2]) << 8 | p[size - 1];
        }
    } else {
        auto const* const tail = p + size - 16;
        for (; p < tail; p += 16) seed = fold(load<std::uint64_t>(p) ^ seed, load<std::uint64_t>(p + 8) ^ second);
        a = load<std::uint64_t>(tail);
        b = load<std::uint64_t>(tail + 8);
    }
    return fold(a ^ seed, b ^ second);
}

/// Sixty-four bits of the system's random numbers, or 0 where it has none.
[[nodiscard]] inline std::uint64_t system_random() noexcept {
    std::uint64_t bits = 0;
#if defined(__APPLE__) || defined(__FreeBSD__) || defined(__OpenBSD__) || defined(__NetBSD__)
    arc4random_buf(&bits, sizeof bits);
    return bits;
#elif __has_include(<sys/random.h>)
    return ::getrandom(&bits, sizeof bits, 0) < 0 ? 0 : bits;
#else
    return bits;
#endif
}

[[nodiscard]] inline std::uint64_t choose_seed() noexcept {
#if defined(_MSC_VER)
#pragma warning(suppress : 4996)
#endif
    if (char const* const fixed = std::getenv("REGIUS_HASH_SEED"); fixed != nullptr && *fixed != '\0')
        return word(std::strtoull(fixed, nullptr, 10), 0);
    // What the system offers, the time, and where the loader put the program and the stack.
    auto seed = word(system_random(), static_cast<std::uint64_t>(std::time(nullptr)));
    seed = word(reinterpret_cast<std::uintptr_t>(&choose_seed), seed);
    return word(reinterpret_cast<std::uintptr_t>(&seed), seed);
}

}  // namespace hashing

/// The number that differs from one run of a program to the next, so that nobody can prepare keys that collide.
/// REGIUS_HASH_SEED, as an environment variable or as a macro, fixes it for a reproducible run.
///
/// Python    PYTHONHASHSEED
[[nodiscard]] inline std::uint64_t process_seed() noexcept {
#ifdef REGIUS_HASH_SEED
    return hashing::word(REGIUS_HASH_SEED, 0);
#else
    static std::uint64_t const seed = hashing::choose_seed();  // on first use: a static table may be built before main
    return seed;
#endif
}

}  // namespace regius::core

#endif  // REGIUS_CORE_PROCESS_SEED_HPP
