// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_RANDOM_HPP
#define REGIUS_CORE_RANDOM_HPP

#include <regius/core/process_seed.hpp>

#include <bit>
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace regius::core {

/// A source of random bits, such as std::mt19937: std::uniform_random_bit_generator, which needs <random>.
template <class G>
concept random_bits = std::invocable<G&> && std::unsigned_integral<std::invoke_result_t<G&>> && requires {
    { G::min() } -> std::same_as<std::invoke_result_t<G&>>;
    { G::max() } -> std::same_as<std::invoke_result_t<G&>>;
    requires(G::min() < G::max());
};

/// The source for who has none: one a thread, different in each run of the program (see process_seed).
class thread_random {
    std::uint64_t state_ = hashing::word(reinterpret_cast<std::uintptr_t>(this), process_seed());

public:
    using result_type = std::uint64_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }

    // SplitMix64: passes BigCrush, and every state is a good one.
    result_type operator()() noexcept {
        auto x = state_ += 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }

    [[nodiscard]] static thread_random& here() noexcept {
        static thread_local thread_random source;
        return source;
    }
};

/// Another's source, which goes on where it is used.
template <random_bits G>
class borrowed_random {
    G* source_;

public:
    using result_type = std::invoke_result_t<G&>;
    static constexpr result_type min() { return G::min(); }
    static constexpr result_type max() { return G::max(); }

    constexpr explicit borrowed_random(G& source) : source_(&source) {}
    constexpr result_type operator()() const { return (*source_)(); }
};

/// 64 random bits of whatever range a source has.
struct random_word_fn {
    template <random_bits G>
    [[nodiscard]] constexpr std::uint64_t operator()(G& source) const {
        // Of other ranges than a power of two, only as many values count as give whole bits.
        constexpr std::uint64_t range = G::max() - G::min();
        constexpr int bits = range == ~std::uint64_t{0} ? 64 : std::bit_width(range + 1) - 1;
        std::uint64_t word = 0;
        for (int got = 0; got < 64; got += bits) {
            std::uint64_t drawn = 0;
            do drawn = source() - G::min();
            while (bits < 64 && drawn >> (bits % 64) != 0);
            word = bits < 64 ? word << (bits % 64) | drawn : drawn;
        }
        return word;
    }
};
inline constexpr random_word_fn random_word{};

/// A number from 0 to n - 1, each as likely as any other.
struct random_below_fn {
    template <random_bits G>
    [[nodiscard]] constexpr std::uint64_t operator()(G& source, std::uint64_t n) const {
        auto const mask = n <= 1 ? 0 : ~std::uint64_t{0} >> std::countl_zero(n - 1);
        std::uint64_t drawn = 0;
        do drawn = random_word(source) & mask;
        while (drawn >= n && n != 0);
        return drawn;
    }
};
inline constexpr random_below_fn random_below{};

/// A number between 0 and 1, neither of them.
struct random_unit_fn {
    template <random_bits G>
    [[nodiscard]] constexpr double operator()(G& source) const {
        return (static_cast<double>(random_word(source) >> 12) + 0.5) * 0x1p-52;
    }
};
inline constexpr random_unit_fn random_unit{};

}  // namespace regius::core

#endif  // REGIUS_CORE_RANDOM_HPP
