// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_cycle.

#include <regius/itertools/cycle.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <memory>
#include <ranges>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::cycle;

TEST_CASE("cycle: the answers CPython gives", "[itertools][cycle][oracle]") {
    CHECK(list(regius::islice(cycle("abc"sv), 10)) == list("abcabcabca"sv));
    CHECK(list(cycle(ints{})).empty());
    CHECK(pushed(cycle(ints{})).empty());
    CHECK(list(cycle(one_shot<int>({}))).empty());
    CHECK(list(regius::islice(cycle(one_shot<int>({1, 2})), 5)) == ints{1, 2, 1, 2, 1});
    CHECK(pushed(regius::islice(cycle(one_shot<int>({1, 2})), 5)) == ints{1, 2, 1, 2, 1});
    CHECK(pushed(regius::islice(cycle(ints{1, 2}), 5)) == ints{1, 2, 1, 2, 1});
}

TEST_CASE("cycle: reads the source once, and no further than asked", "[itertools][cycle]") {
    int calls = 0;
    auto const view = regius::range(3) | regius::map([&](int x) { return ++calls, x; });
    CHECK(list(regius::islice(cycle(view), 9)).size() == 9);
    CHECK(calls == 3);
    calls = 0;
    auto const even = [&](int x) { return ++calls, x % 2 == 0; };
    CHECK(list(regius::islice(cycle(regius::range(4) | regius::filter(even)), 6)) == ints{0, 2, 0, 2, 0, 2});
    CHECK(calls == 4);
    one_shot<int> source({1, 2, 3});
    auto endless = cycle(source);
    for (int x : endless) {
        CHECK(x == 1);
        break;
    }
    CHECK(source.left() == ints{2, 3});
    CHECK(list(regius::islice(endless, 4)) == ints{2, 3, 1, 2});
}

TEST_CASE("cycle: a temporary is owned and travels", "[itertools][cycle]") {
    auto view = cycle("ab"s);
    auto const moved = std::move(view);
    CHECK(list(regius::islice(moved, 3)) == list("aba"sv));
}

static_assert(std::ranges::forward_range<decltype(cycle(std::declval<ints&>()))>);
static_assert(std::ranges::forward_range<decltype(cycle(std::declval<ints&>())) const>);
static_assert(std::ranges::input_range<decltype(cycle(one_shot<int>({})))>);
static_assert(not std::invocable<decltype(cycle), int>);
static_assert(list(regius::islice(cycle(regius::range(2)), 3)) == ints{0, 1, 0});

}  // namespace
