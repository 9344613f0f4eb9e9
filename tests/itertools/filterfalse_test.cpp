// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_filterfalse.

#include <regius/itertools/filterfalse.hpp>  // first, so the header must stand on its own

#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::filterfalse;
using regius::range;

constexpr auto even = [](int x) { return x % 2 == 0; };

TEST_CASE("filterfalse: the answers CPython gives", "[itertools][filterfalse][oracle]") {
    CHECK(list(filterfalse(even, range(6))) == ints{1, 3, 5});
    CHECK(list(filterfalse(ints{0, 1, 0, 2, 0})) == ints{0, 0, 0});
    CHECK(list(range(6) | filterfalse(even)) == ints{1, 3, 5});
    CHECK(list(std::vector{"a"s, ""s} | filterfalse()) == std::vector{""s});
    CHECK(pushed(filterfalse(even, range(6))) == ints{1, 3, 5});
    CHECK(list(filterfalse(even, one_shot<int>({1, 2, 3}))) == ints{1, 3});
}

static_assert(std::ranges::bidirectional_range<decltype(filterfalse(even, std::declval<ints&>()))>);
static_assert(std::ranges::bidirectional_range<decltype(filterfalse(even, std::declval<ints&>())) const>);
static_assert(not std::invocable<decltype(filterfalse), int, ints>);
static_assert(list(filterfalse(even, range(4))) == ints{1, 3});

}  // namespace
