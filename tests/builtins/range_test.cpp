// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_range.py.

#include <regius/builtins/range.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>
#include <support/sources.hpp>

#include <climits>
#include <concepts>
#include <cstdint>
#include <limits>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::range;

// ---------------------------------------------------------------- 1. what Python says (and tests/itertools/oracle_test)

TEST_CASE("range: compares as a sequence", "[builtins][range][oracle]") {
    CHECK(range(0) == range(2, 1, 3));
    CHECK(range(0, 3, 2) == range(0, 4, 2));
    CHECK(range(3) == range(0L, 3L, 1));
    CHECK_FALSE(range(3) == range(1, 4));
    CHECK_FALSE(range(0, 9, 3) == range(0, 9, 4));
}

TEST_CASE("range: refuses what Python refuses", "[builtins][range][oracle]") {
    CHECK_THROWS_WITH(range(1, 2, 0), "range() arg 3 must not be zero"s);
    CHECK_THROWS_AS(range(1, 2, 0), regius::value_error);
    CHECK_THROWS_WITH(range(5)[5], "range object index out of range"s);
    CHECK_THROWS_AS(range(5)[-6], regius::index_error);
    CHECK_THROWS_WITH(range(5).index(7), "7 is not in range"s);
    CHECK(range(2, 11, 3)[-1] == 8);
    CHECK(range(2, 11, 3).index(8) == 2);
    CHECK(range(2, 11, 3).count(8) == 1);
    CHECK(range(2, 11, 3).count(9) == 0);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("range: mixed types never wrap", "[builtins][range]") {
    CHECK(list(range(0u, -1)).empty());
    CHECK(list(range(5u, -1, -1)) == std::vector<unsigned>{5, 4, 3, 2, 1, 0});
    CHECK(list(range(5u, -1, -2)) == std::vector<unsigned>{5, 3, 1});
    CHECK_THROWS_AS(range(5u, -3, -2), regius::value_error);
    CHECK_THROWS_AS(range(-1, 5u), regius::value_error);
    CHECK_THROWS_AS(range(INT_MIN, UINT_MAX), regius::value_error);
    CHECK(range(std::size_t{3}, -1, -1).contains(0));
    CHECK_FALSE(range(5u).contains(-1));
    CHECK_FALSE(range(std::uint8_t{5}).contains(256 + 3));
}

TEST_CASE("range: reaches the last value of its type in both directions", "[builtins][range]") {
    CHECK(list(range(INT_MAX - 2, INT_MAX)) == ints{INT_MAX - 2, INT_MAX - 1});
    CHECK(list(range(INT_MAX - 4, INT_MAX, 2)) == ints{INT_MAX - 4, INT_MAX - 2});
    CHECK(list(range(INT_MIN + 2, INT_MIN, -1)) == ints{INT_MIN + 2, INT_MIN + 1});
    CHECK(list(range(std::int64_t{INT_MAX}, std::int64_t{INT_MAX} + 1)) == std::vector<std::int64_t>{INT_MAX});
    CHECK(list(range(std::int8_t{-128}, std::int8_t{127}, std::int8_t{100})) ==
          std::vector<std::int8_t>{-128, -28, 72});
    CHECK(list(range(std::uint8_t{0}, std::uint8_t{255}, std::uint8_t{128})) == std::vector<std::uint8_t>{0, 128});
    auto const whole = range(LLONG_MIN, LLONG_MAX);
    CHECK(whole[0] == LLONG_MIN);
    CHECK(whole.contains(LLONG_MAX - 1));
    CHECK_THROWS_AS(whole.size(), regius::value_error);
    CHECK(list(range(LLONG_MIN, LLONG_MAX, LLONG_MAX)) == std::vector<long long>{LLONG_MIN, -1, LLONG_MAX - 1});
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::ranges::random_access_range<decltype(range(5))>);
static_assert(std::ranges::sized_range<decltype(range(5))> && std::ranges::common_range<decltype(range(5))>);
static_assert(std::ranges::borrowed_range<decltype(range(0, 5, 2))>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(range(5))>, int>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(range(std::size_t{5}))>, std::size_t>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(range(0, 5u))>, unsigned>);
static_assert(not std::invocable<decltype(range), double>);
static_assert(not std::invocable<decltype(range), int, double>);
static_assert(not std::invocable<decltype(range), bool>);
static_assert(not std::invocable<decltype(range)>);

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int total = 0;
    for (int i : range(2, 11, 3)) total += i;
    for (int i : range(5) | std::views::reverse) total += i;
    return total;
}() == 25);
static_assert(range(10).size() == 10 && range(10)[9] == 9);

}  // namespace
