// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, BuiltinTest.test_sum; test_math.py, testProd.

#include <regius/builtins/sum.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/chain.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::prod;
using regius::range;
using regius::sum;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("sum: the answers CPython gives", "[builtins][sum][oracle]") {
    CHECK(sum(ints{}) == 0);
    CHECK(sum(range(2, 8)) == 27);
    CHECK(sum(ints{1}, 7) == 8);
    CHECK(sum(std::vector<double>(10, 0.1)) == 1.0);
    CHECK(std::signbit(sum(std::vector<double>{}, -0.0)));
    CHECK(std::signbit(sum(std::vector{-0.0}, -0.0)));
    // CPython 3.13 carries along what is lost between numbers that are both floats.
    CHECK(sum(std::vector{0.1, 0.1}, 1) == 1.2000000000000002);
    CHECK(sum(std::vector{0.1, 0.1}, 1.0) == 1.2);
    CHECK(sum(std::vector{1, 2, 3, 4}, 0.7) == 10.7);
    CHECK(sum(std::vector<std::int64_t>{9007199254740992, 3}, 2.5) == 9007199254740996.0);
    CHECK(sum(std::vector{0.5, 0.25}, 1) == 1.75);
    CHECK(sum(ints{1, 2}, 0.5) == 3.5);
    CHECK((range(5) | regius::map([](int x) { return x * x; }) | sum()) == 30);
    CHECK((ints{1, 2} | sum(10)) == 13);
    auto const infinity = std::numeric_limits<double>::infinity();
    CHECK(sum(std::vector{1.0, infinity}) == infinity);
    CHECK(sum(std::vector{infinity, -infinity}) != sum(std::vector{infinity, -infinity}));
}

TEST_CASE("prod: the answers CPython gives", "[builtins][prod][oracle]") {
    CHECK(prod(ints{}) == 1);
    CHECK(prod(range(1, 6)) == 120);
    CHECK(prod(std::vector{1.5, 2.0}) == 3.0);
    CHECK(prod(ints{2, 3}, 5) == 30);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("sum: small integers do not overflow, large ones wrap without harm", "[builtins][sum]") {
    CHECK(sum(std::vector<std::uint8_t>(3, 255)) == 765);
    CHECK(sum(std::vector<int>(4, std::numeric_limits<int>::max())) == 4LL * std::numeric_limits<int>::max());
    auto const most = std::numeric_limits<std::int64_t>::max();
    CHECK(sum(std::vector{most, std::int64_t{1}}) == std::numeric_limits<std::int64_t>::min());
    CHECK(sum(std::vector<bool>{true, false, true}) == 2);
    CHECK(sum(std::vector{0.5f, 0.25f}) == 0.75);
}

TEST_CASE("sum, prod: take an array", "[builtins][sum][prod]") {
    int const numbers[] = {2, 3, 4};
    CHECK(sum(numbers) == 9);
    CHECK(prod(numbers) == 24);
    CHECK((numbers | sum(1)) == 10);
    int const more = 2;
    CHECK((numbers | prod(more)) == 48);
}

TEST_CASE("sum: adds anything that has a plus", "[builtins][sum]") {
    using namespace std::chrono;
    CHECK(sum(std::vector{1s, 2s}) == 3s);
    CHECK(sum(std::vector{1s, 2s}, 500ms) == 3500ms);
    CHECK(sum(regius::chain(ints{1}, range(3), ints{5})) == 9);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(sum(ints{})), std::int64_t>);
static_assert(std::same_as<decltype(sum(std::vector<unsigned>{})), std::uint64_t>);
static_assert(std::same_as<decltype(sum(std::vector<float>{})), double>);
static_assert(not std::invocable<decltype(sum), std::vector<std::string>>);
static_assert(not std::invocable<decltype(sum), std::vector<std::string>, std::string>);
static_assert(not std::invocable<decltype(sum), std::vector<ints>>);

// ---------------------------------------------------------------- 5. at compile time

static_assert(sum(range(101)) == 5050);
static_assert(prod(range(1, 11)) == 3628800);

}  // namespace
