// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_dropwhile.

#include <regius/itertools/dropwhile.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::dropwhile;
using regius::range;

constexpr auto small = [](int x) { return x < 3; };
constexpr auto same = [](auto x) { return static_cast<int>(x); };

TEST_CASE("dropwhile: the answers CPython gives", "[itertools][dropwhile][oracle]") {
    CHECK(list(dropwhile(small, ints{1, 2, 5, 1, 2})) == ints{5, 1, 2});
    CHECK(list(dropwhile(small, ints{})).empty());
    CHECK(list(ints{1} | dropwhile(small)).empty());
    CHECK(pushed(dropwhile(small, ints{1, 2, 5, 1, 2})) == ints{5, 1, 2});
    CHECK(list(range(5) | regius::map(same) | dropwhile(small)) == ints{3, 4});
    CHECK(list(dropwhile(small, std::list{1, 5, 6}) | std::views::reverse) == ints{6, 5});
}

TEST_CASE("dropwhile: never asks again, in a second loop neither", "[itertools][dropwhile][oracle]") {
    int asked = 0;
    one_shot<int> source({1, 5, 1, 2});
    auto view = dropwhile([&](int x) { return ++asked, x < 3; }, source);
    for (int x : view) {
        CHECK(x == 5);
        break;
    }
    CHECK(list(view) == ints{1, 2});
    CHECK(asked == 2);
}

static_assert(std::ranges::bidirectional_range<decltype(dropwhile(small, std::declval<ints&>()))>);
static_assert(not std::invocable<decltype(dropwhile), int, ints>);
static_assert(list(dropwhile(small, range(5))) == ints{3, 4});

}  // namespace
