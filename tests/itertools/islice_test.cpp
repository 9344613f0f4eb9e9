// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_islice.

#include <regius/itertools/islice.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <limits>
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
using regius::islice;
using regius::none;
using regius::range;

TEST_CASE("islice: refuses at the call what Python refuses", "[itertools][islice][oracle]") {
    CHECK_THROWS_AS(islice(range(9), -1), regius::value_error);
    CHECK_THROWS_WITH(islice(range(9), -1),
                      "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."s);
    CHECK_THROWS_WITH(islice(range(9), -2), "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."s);
    CHECK_THROWS_WITH(islice(range(9), 1, -1),
                      "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."s);
    CHECK_THROWS_WITH(islice(range(9), -1, 1, 0),
                      "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."s);
    CHECK_THROWS_WITH(islice(range(9), 1, 5, 0), "Step for islice() must be a positive integer or None."s);
    CHECK_THROWS_AS(islice(-1), regius::value_error);
    CHECK_THROWS_AS(islice(0, 1, -1), regius::value_error);
}

TEST_CASE("islice: a start that no range reaches is not a start that is not given", "[itertools][islice]") {
    constexpr auto far = std::numeric_limits<std::ptrdiff_t>::max();
    one_shot<int> source({0, 1, 2});
    CHECK(list(islice(source, far, 2)) == ints{});
    CHECK(list(source) == ints{});
    CHECK(list(islice(range(3), far, none)) == ints{});
    CHECK(list(islice(range(3), 0, far, far)) == ints{0});
}

TEST_CASE("islice: bounds that are not given, and sources without an end", "[itertools][islice]") {
    CHECK(list(range(5) | islice(none)) == ints{0, 1, 2, 3, 4});
    CHECK(list(range(5) | islice(1, none)) == ints{1, 2, 3, 4});
    CHECK(list(islice(range(5), none, none, 2)) == ints{0, 2, 4});
    CHECK(list(regius::count(3) | islice(2)) == std::vector<std::ptrdiff_t>{3, 4});
    CHECK(pushed(regius::count() | islice(0, 7, 3)) == std::vector<std::ptrdiff_t>{0, 3, 6});
}

TEST_CASE("islice: a second loop over a one-shot source takes the rest of the slice", "[itertools][islice]") {
    one_shot<int> source({0, 1, 2, 3, 4, 5});
    auto view = islice(source, 4);
    for (int x : view) {
        CHECK(x == 0);
        break;
    }
    view.for_each_while([](int) { return false; });
    CHECK(list(view) == ints{2, 3});
    CHECK(list(view).empty());
    CHECK(source.left() == ints{4, 5});
}

TEST_CASE("islice: computes nothing behind stop", "[itertools][islice]") {
    int calls = 0;
    auto const f = [&calls](int x) { return ++calls, x % 2 == 0; };
    CHECK(list(range(100) | regius::filter(f) | islice(3)) == ints{0, 2, 4});
    CHECK(calls == 5);
    calls = 0;
    CHECK(list(range(100) | regius::map(f) | islice(1, 3)).size() == 2);
    CHECK(calls == 2);
}

static_assert(std::ranges::random_access_range<decltype(islice(std::declval<ints&>(), 2))>);
static_assert(std::ranges::sized_range<decltype(islice(std::list<int>{}, 2))>);
static_assert(std::ranges::forward_range<decltype(islice(std::list<int>{}, 2))>);
static_assert(std::ranges::borrowed_range<decltype(islice(std::declval<ints&>(), 2))>);
static_assert(not std::invocable<decltype(islice), ints, double>);
static_assert(not std::invocable<decltype(islice), int, ints>);
static_assert(list(islice(range(9), 1, 8, 3)) == ints{1, 4, 7});

}  // namespace
