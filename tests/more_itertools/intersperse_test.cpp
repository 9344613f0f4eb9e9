// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_more.py, IntersperseTests; more answers in windows_oracle_test.cpp.

#include <regius/more_itertools/intersperse.hpp>  // first, so the header must stand on its own

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
using regius::intersperse;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using strings = std::vector<std::string>;

TEST_CASE("intersperse: the answers Python gives", "[more_itertools][intersperse][oracle]") {
    CHECK(list(intersperse(0, ints{1, 2, 3, 4, 5})) == ints{1, 0, 2, 0, 3, 0, 4, 0, 5});
    CHECK(list(range(1, 6) | intersperse(0, 2)) == ints{1, 2, 0, 3, 4, 0, 5});
    CHECK(list(intersperse(", ", strings{"a", "b"})) == strings{"a", ", ", "b"});
    CHECK(list(strings{"a", "b"} | intersperse("-"s)) == strings{"a", "-", "b"});
    CHECK(regius::to<std::string>("abc"sv | intersperse('-')) == "a-b-c");
    CHECK(list(intersperse(0, ints{})).empty());
    CHECK(list(intersperse(0.5, ints{1, 2})) == std::vector{1.0, 0.5, 2.0});
    CHECK(list(intersperse(0, ints{1, 2}, 999999999999)) == ints{1, 2});
}

TEST_CASE("intersperse: refuses n below one at the call", "[more_itertools][intersperse][oracle]") {
    one_shot<int> source({1, 2});
    CHECK_THROWS_WITH(intersperse(0, source, 0), "n must be > 0"s);
    CHECK_THROWS_AS(intersperse(0, source, -1), regius::value_error);
    CHECK_THROWS_AS(intersperse(0, 0), regius::value_error);
    CHECK(source.left() == ints{1, 2});
}

TEST_CASE("intersperse: a filler comes once the element behind it has", "[more_itertools][intersperse]") {
    one_shot<int> source({1, 2, 3});
    auto view = intersperse(0, source);
    int left[] = {2, 1, 1, 0, 0};
    std::size_t i = 0;
    for (int x : view) {
        CHECK(x == (i % 2 == 0 ? static_cast<int>(i / 2) + 1 : 0));
        CHECK(source.left().size() == static_cast<std::size_t>(left[i++]));
    }
    CHECK(i == 5);
    auto left_at_filler = intersperse(0, one_shot<int>({1, 2, 3}));
    left_at_filler.for_each_while([](int x) { return x != 0; });
    auto moved = std::move(left_at_filler);
    CHECK(list(moved) == ints{2, 0, 3});
    CHECK(list(regius::islice(regius::count() | intersperse(-1), 4)) == std::vector<std::ptrdiff_t>{0, -1, 1, -1});
}

TEST_CASE("intersperse: each element is computed once, and may be of any kind", "[more_itertools][intersperse]") {
    int calls = 0;
    auto const counted = [&calls](int x) { return ++calls, x; };
    CHECK(list(range(4) | regius::map(counted) | intersperse(9, 3)) == ints{0, 1, 2, 9, 3});
    CHECK(pushed(range(4) | regius::map(counted) | intersperse(9, 3)) == ints{0, 1, 2, 9, 3});
    CHECK(calls == 8);
    std::vector<std::unique_ptr<int>> pointers(2);
    int seen = 0;
    for (auto const& p : intersperse(std::make_unique<int>(7), pointers)) seen += p ? *p : 1;
    CHECK(seen == 1 + 7 + 1);
    CHECK(list(intersperse(true, std::vector<bool>(2))) == std::vector{false, true, false});
    auto view = [] { return "abc"s | intersperse('-'); }();
    auto moved = std::move(view);
    CHECK(regius::to<std::string>(moved) == "a-b-c");
    auto file = regius::lines(std::istringstream("one\ntwo\n")) | intersperse("--"sv);
    CHECK(regius::to<strings>(file) == strings{"one", "--", "two"});
}

using over_vector = decltype(intersperse(0, std::declval<ints&>()));
static_assert(std::ranges::random_access_range<over_vector const> && std::ranges::sized_range<over_vector>);
static_assert(std::same_as<std::ranges::range_reference_t<over_vector>, int const&>);
static_assert(std::ranges::bidirectional_range<decltype(intersperse(0, std::list<int>{}))>);
static_assert(std::ranges::input_range<decltype(intersperse(0, one_shot<int>({})))>);
static_assert(not std::invocable<decltype(intersperse), std::string, ints&>);
static_assert(not std::invocable<decltype(intersperse), ints&, int, int>);
static_assert([] {
    int total = 0;
    for (int x : intersperse(10, range(1, 4))) total = total * 2 + x;
    return total;
}() == (((1 * 2 + 10) * 2 + 2) * 2 + 10) * 2 + 3);

}  // namespace
