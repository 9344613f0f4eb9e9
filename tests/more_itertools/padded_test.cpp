// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_recipes.py, PadNoneTests and test_more.py, PaddedTest; more answers in windows_oracle_test.cpp.

#include <regius/more_itertools/padded.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/io/lines.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::padded;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using strings = std::vector<std::string>;

TEST_CASE("padded: the answers Python gives", "[more_itertools][padded][oracle]") {
    ints const three{1, 2, 3};
    CHECK(list(padded(three, 0, 5)) == ints{1, 2, 3, 0, 0});
    CHECK(list(three | padded(7, 2)) == ints{1, 2, 3});
    CHECK(list(padded(three, 7, 2, true)) == ints{1, 2, 3, 7});
    CHECK(list(three | padded(7, 3, true)) == ints{1, 2, 3});
    CHECK(list(padded(ints{}, 7, 3, true)).empty());
    CHECK(list(padded(ints{}, 7, 2)) == ints{7, 7});
    CHECK(list(regius::islice(padded(three), 5)) == ints{1, 2, 3, 0, 0});
    CHECK(list(regius::islice(three | padded(7), 5)) == ints{1, 2, 3, 7, 7});
    CHECK(list(regius::islice(one_shot(three) | padded(7), 5)) == ints{1, 2, 3, 7, 7});
    CHECK(regius::to<std::string>(padded("ab"sv, '-', 4)) == "ab--");
    CHECK(list(strings{"one"} | padded("-", 2)) == strings{"one", "-"});
    CHECK(list(padded(strings{"one"}, "-", 2)) == strings{"one", "-"});
    CHECK(list(padded(ints{1}, 0.5, 2)) == std::vector{1.0, 0.5});
}

TEST_CASE("padded: refuses n below one at the call", "[more_itertools][padded][oracle]") {
    one_shot<int> source({1, 2});
    CHECK_THROWS_WITH(padded(source, 0, 0), "n must be at least 1"s);
    CHECK_THROWS_AS(padded(source, 0, -1, true), regius::value_error);
    CHECK_THROWS_AS(padded(0, 0), regius::value_error);
    CHECK(source.left() == ints{1, 2});
    CHECK(padded(ints{1}, 0, 1000000000000).size() == 1000000000000);
    CHECK(padded(ints{1}, 0, 1000000000000)[999999999999] == 0);
}

TEST_CASE("padded: each element is computed once, and may be of any kind", "[more_itertools][padded]") {
    int calls = 0;
    auto const counted = [&calls](int x) { return ++calls, x; };
    CHECK(list(range(3) | regius::map(counted) | padded(9, 4)) == ints{0, 1, 2, 9});
    CHECK(pushed(range(3) | regius::map(counted) | padded(9, 4)) == ints{0, 1, 2, 9});
    CHECK(calls == 6);
    std::vector<std::unique_ptr<int>> pointers(2);
    int seen = 0;
    for (auto const& p : padded(pointers, nullptr, 3)) seen += !p;
    CHECK(seen == 3);
    CHECK(list(padded(std::vector<bool>{true}, false, 2)) == std::vector{true, false});
    auto view = [] { return padded("ab"s, '-', 3); }();
    auto moved = std::move(view);
    CHECK(regius::to<std::string>(moved) == "ab-");
    CHECK(regius::to<strings>(regius::lines(std::istringstream("one\n")) | padded("--"sv, 2)) == strings{"one", "--"});
}

using over_vector = decltype(padded(std::declval<ints&>(), 0, 5));
static_assert(std::ranges::random_access_range<over_vector const> && std::ranges::sized_range<over_vector>);
static_assert(std::same_as<std::ranges::range_reference_t<over_vector>, int const&>);
static_assert(std::ranges::forward_range<decltype(padded(std::list<int>{}, 0, 5)) const>);
static_assert(regius::core::infinite<decltype(padded(std::list<int>{}, 0))>);
static_assert(std::ranges::random_access_range<decltype(padded(std::declval<ints&>(), 0))>);
static_assert(not std::ranges::forward_range<decltype(padded(one_shot<int>({}), 0, 5))>);
static_assert(not std::invocable<decltype(padded), ints&, std::string, int>);
static_assert(not std::invocable<decltype(padded), ints&, int, double>);
static_assert([] {
    int total = 0;
    for (int x : padded(range(1, 4), 10, 5)) total += x;
    return total;
}() == 26);

}  // namespace
