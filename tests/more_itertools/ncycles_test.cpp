// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_recipes.py, NcyclesTests; more answers in windows_oracle_test.cpp.

#include <regius/more_itertools/ncycles.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/io/lines.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <limits>
#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::ncycles;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using strings = std::vector<std::string>;

TEST_CASE("ncycles: the answers Python gives", "[more_itertools][ncycles][oracle]") {
    CHECK(regius::to<std::string>(ncycles("ab"sv, 3)) == "ababab");
    CHECK(list(range(2) | ncycles(2)) == ints{0, 1, 0, 1});
    CHECK(list(ncycles(range(100), 0)).empty());
    CHECK(list(ncycles(range(100), -10)).empty());
    CHECK(list(ncycles(ints{}, 1000000000000)).empty());
}

TEST_CASE("ncycles: a one-shot source is read by the call", "[more_itertools][ncycles][oracle]") {
    one_shot<int> source({1, 2});
    auto const view = ncycles(source, 2);
    CHECK(source.left().empty());
    CHECK(list(view) == ints{1, 2, 1, 2});
    int calls = 0;
    auto const counted = [&calls](int x) { return ++calls, x; };
    CHECK(list(range(3) | regius::map(counted) | ncycles(3)).size() == 9);
    CHECK(calls == 3);
    auto const even = [&calls](int x) { return ++calls, x % 2 == 0; };
    CHECK(pushed(range(3) | regius::filter(even) | ncycles(2)) == ints{0, 2, 0, 2});
    CHECK(calls == 6);
}

TEST_CASE("ncycles: elements are those of the range", "[more_itertools][ncycles]") {
    ints v{1, 2};
    for (int& x : ncycles(v, 3)) x *= 2;
    CHECK(v == ints{8, 16});
    std::vector<std::unique_ptr<int>> pointers(2);
    CHECK(ncycles(pointers, 2)[3] == nullptr);
    CHECK(list(ncycles(std::vector<bool>{true, false}, 2)) == std::vector{true, false, true, false});
    auto view = [] { return std::list{"a"s, "b"s} | ncycles(2); }();
    auto moved = std::move(view);
    CHECK(list(moved) == strings{"a", "b", "a", "b"});
    CHECK(ncycles(v, 1000000000000)[1999999999999] == 16);
    CHECK_THROWS_AS(ncycles(v, std::numeric_limits<std::ptrdiff_t>::max()).size(), regius::value_error);
}

using over_vector = decltype(ncycles(std::declval<ints&>(), 2));
static_assert(std::ranges::random_access_range<over_vector const> && std::ranges::sized_range<over_vector>);
static_assert(std::ranges::common_range<over_vector>);
static_assert(std::ranges::forward_range<decltype(ncycles(std::list<int>{}, 2)) const>);
static_assert(not std::invocable<decltype(ncycles), decltype(regius::count()), int>);
static_assert(not std::invocable<decltype(ncycles), ints&, double>);
static_assert([] {
    int total = 0;
    for (int x : ncycles(range(1, 4), 2)) total = total * 3 + x;
    return total;
}() == ((((1 * 3 + 2) * 3 + 3) * 3 + 1) * 3 + 2) * 3 + 3);

}  // namespace
