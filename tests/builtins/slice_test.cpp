// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_slice.py (and tests/itertools/oracle_test).

#include <regius/builtins/slice.hpp>  // first, so the header must stand on its own

#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <climits>
#include <forward_list>
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
using regius::range;
using regius::slice;

using regius::none;

TEST_CASE("slice: cuts from both ends, in both directions", "[builtins][slice][oracle]") {
    CHECK(list("ABCDEFG"sv | slice(-2, none)) == std::vector<char>{'F', 'G'});
    CHECK(list(slice(range(6), 1, -1)) == ints{1, 2, 3, 4});
    CHECK(list(slice(range(6), none, none, -2)) == ints{5, 3, 1});
    CHECK(list(slice(range(6), LLONG_MIN, LLONG_MAX)) == ints{0, 1, 2, 3, 4, 5});
    CHECK(list(slice(range(6), LLONG_MAX, LLONG_MIN, LLONG_MIN)) == ints{5});
    CHECK(list(slice(slice(range(10), 2, none), none, none, 3)) == ints{2, 5, 8});
    CHECK_THROWS_WITH(slice(range(3), 0, 1, 0), "slice step cannot be zero"s);
    CHECK_THROWS_AS(slice(0, 1, 0), regius::value_error);
}

TEST_CASE("slice: one bound is where to stop", "[builtins][slice][oracle]") {
    CHECK(list(slice(range(6), 2)) == ints{0, 1});
    CHECK(list(slice(range(6), -2)) == ints{0, 1, 2, 3});
    CHECK(list(slice(range(6), none)) == ints{0, 1, 2, 3, 4, 5});
    CHECK(list(range(6) | slice(3)) == ints{0, 1, 2});
}

TEST_CASE("slice: cuts a linked list as it cuts a vector", "[builtins][slice]") {
    for (int n = 0; n != 5; ++n) {
        ints const numbers = list(range(n));
        std::list<int> const nodes(numbers.begin(), numbers.end());
        for (int start = -6; start != 7; ++start)
            for (int stop = -6; stop != 7; ++stop)
                for (int step : {-3, -2, -1, 1, 2, 3}) {
                    auto const expected = list(slice(numbers, start, stop, step));
                    auto const view = slice(nodes, start, stop, step);
                    CHECK(list(view) == expected);
                    CHECK(pushed(view) == expected);
                    CHECK(view.size() == expected.size());
                    CHECK(list(view | std::views::reverse) == ints(expected.rbegin(), expected.rend()));
                }
    }
    CHECK(list(slice(std::list{1, 2, 3}, -2, none)) == ints{2, 3});
}

TEST_CASE("slice: is a view", "[builtins][slice]") {
    ints v{1, 2, 3, 4};
    for (int& x : slice(v, none, none, 2)) x = 0;
    CHECK(v == ints{0, 2, 0, 4});
    auto const owned = slice(ints{1, 2, 3}, -2, none);
    CHECK(owned[1] == 3);
}

static_assert(std::ranges::random_access_range<decltype(slice(std::declval<ints&>(), 0, 1))>);
static_assert(std::ranges::borrowed_range<decltype(slice(std::declval<ints&>(), 0, 1))>);
static_assert(std::ranges::bidirectional_range<decltype(slice(std::declval<std::list<int>&>(), 0, 1))>);
static_assert(std::ranges::sized_range<decltype(slice(std::declval<std::list<int>&>(), 0, 1))>);
static_assert(not std::invocable<decltype(slice), one_shot<int>, int, int>);
static_assert(not std::invocable<decltype(slice), std::forward_list<int>&, int, int>);
static_assert(not std::invocable<decltype(slice), ints, double, int>);
static_assert(list(slice(range(5), -3, -1)) == ints{2, 3});

}  // namespace
