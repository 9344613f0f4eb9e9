// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_takewhile.

#include <regius/itertools/takewhile.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <memory>
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
using regius::takewhile;

constexpr auto small = [](int x) { return x < 3; };
constexpr auto same = [](auto x) { return static_cast<int>(x); };

TEST_CASE("takewhile: the answers CPython gives", "[itertools][takewhile][oracle]") {
    CHECK(list(takewhile(small, ints{1, 2, 5, 1})) == ints{1, 2});
    CHECK(list(takewhile(small, ints{})).empty());
    CHECK(list(ints{5} | takewhile(small)).empty());
    CHECK(list(range(2) | takewhile(small)) == ints{0, 1});
    CHECK(pushed(takewhile(small, ints{1, 2, 5, 1})) == ints{1, 2});
    CHECK(list(regius::count() | regius::map(same) | takewhile(small)) == ints{0, 1, 2});
}

TEST_CASE("takewhile: loses exactly one element of a one-shot source, and then none",
          "[itertools][takewhile][oracle]") {
    one_shot<int> source({1, 2, 5, 1, 2});
    auto view = takewhile(small, source);
    CHECK(list(view) == ints{1, 2});
    CHECK(source.left() == ints{1, 2});
    CHECK(list(view).empty());
    CHECK(pushed(view).empty());
    CHECK(source.left() == ints{1, 2});
}

TEST_CASE("takewhile: asks and computes once an element", "[itertools][takewhile]") {
    int asked = 0, computed = 0;
    auto view = range(10) | regius::map([&](int x) { return ++computed, x; }) |
                takewhile([&](int x) { return ++asked, x < 3; });
    CHECK(list(view) == ints{0, 1, 2});
    CHECK((asked == 4 && computed == 4));
    CHECK(list(range(9) | regius::map([](int x) { return std::make_unique<int>(x); }) |
               takewhile([](auto const& p) { return *p < 2; }))
              .size() == 2);
}

static_assert(std::ranges::forward_range<decltype(takewhile(small, std::declval<ints&>()))>);
static_assert(std::ranges::forward_range<decltype(takewhile(small, std::declval<ints&>())) const>);
static_assert(not std::invocable<decltype(takewhile), int, ints>);
static_assert(not std::invocable<decltype(takewhile), decltype(small), int>);
static_assert(list(takewhile(small, range(9))) == ints{0, 1, 2});

}  // namespace
