// SPDX-License-Identifier: MIT

#include <regius/core/random.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>

namespace {

using namespace regius::core;

static_assert(random_bits<std::mt19937> && random_bits<std::minstd_rand> && random_bits<thread_random>);
static_assert(random_bits<std::random_device> && random_bits<borrowed_random<std::mt19937> const>);
static_assert(not random_bits<int (*)()>);

/// Two values, which are not 0 and 1.
struct coin {
    using result_type = std::uint8_t;
    static constexpr result_type min() { return 7; }
    static constexpr result_type max() { return 8; }
    std::mt19937 source{5};
    result_type operator()() { return static_cast<result_type>(7 + source() % 2); }
};

/// Three values: of the two bits that they nearly have, one can be used.
struct die_of_three {
    using result_type = unsigned;
    static constexpr result_type min() { return 1; }
    static constexpr result_type max() { return 3; }
    std::mt19937 source{5};
    result_type operator()() { return std::uniform_int_distribution(1U, 3U)(source); }
};

template <class G>
bool every_bit_is_even(G random) {
    constexpr int n = 4000;
    std::array<int, 64> ones{};
    for (int i = 0; i != n; ++i) {
        auto const word = random_word(random);
        for (std::size_t bit = 0; bit != 64; ++bit) ones[bit] += static_cast<int>(word >> bit & 1);
    }
    for (int count : ones)
        if (count < n / 2 - 160 || count > n / 2 + 160) return false;  // five standard deviations
    return true;
}

TEST_CASE("random_word: every bit is 0 as often as 1, whatever the range of the source", "[core][random]") {
    CHECK(every_bit_is_even(std::mt19937(1)));
    CHECK(every_bit_is_even(std::mt19937_64(1)));
    CHECK(every_bit_is_even(std::minstd_rand(1)));    // 1 .. 2^31 - 2
    CHECK(every_bit_is_even(std::ranlux24_base(1)));  // 24 bits
    CHECK(every_bit_is_even(coin()));
    CHECK(every_bit_is_even(die_of_three()));
    CHECK(every_bit_is_even(thread_random()));
}

TEST_CASE("random_below: all numbers are as likely", "[core][random]") {
    std::mt19937 random(2);
    for (std::uint64_t n : {1U, 2U, 3U, 5U, 8U, 10U}) {
        std::array<int, 10> seen{};
        for (int i = 0; i != 10000; ++i) ++seen.at(random_below(random, n));
        double squares = 0;
        for (std::size_t i = 0; i != n; ++i) {
            double const expected = 10000.0 / static_cast<double>(n);
            squares += (seen[i] - expected) * (seen[i] - expected) / expected;
        }
        CAPTURE(n);
        CHECK(squares < 30);  // nine degrees of freedom at most: one in 2,000 is above
    }
    CHECK(random_below(random, 0) == 0);
    CHECK(random_below(random, ~std::uint64_t{0}) < ~std::uint64_t{0});
}

TEST_CASE("random_unit: lies between 0 and 1", "[core][random]") {
    struct constant {
        using result_type = std::uint64_t;
        static constexpr result_type min() { return 0; }
        static constexpr result_type max() { return ~result_type{0}; }
        result_type value;
        result_type operator()() const { return value; }
    };
    constant none{0}, all{~std::uint64_t{0}};
    CHECK(random_unit(none) > 0);
    CHECK(random_unit(all) < 1);
    std::mt19937 random(3);
    double total = 0;
    for (int i = 0; i != 10000; ++i) total += random_unit(random);
    CHECK(total > 4850);
    CHECK(total < 5150);
}

TEST_CASE("thread_random: no two sources give the same", "[core][random]") {
    thread_random a, b;
    CHECK(a() != b());
    auto& here = thread_random::here();
    CHECK(&here == &thread_random::here());
    CHECK(here() != here());
}

}  // namespace
