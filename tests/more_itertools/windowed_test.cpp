// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_more.py, WindowedTests.

#include <regius/more_itertools/windowed.hpp>  // first, so the header must stand on its own

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
#include <vector>

namespace {

using namespace std::literals;
using regius::range;
using regius::windowed;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using windows = std::vector<ints>;
using strings = std::vector<std::string>;

windows rows(auto&& r) { return regius::to<windows>(r); }
strings words(auto&& r) { return regius::to<strings>(r); }

TEST_CASE("windowed: the answers Python gives", "[more_itertools][windowed][oracle]") {
    ints const five{1, 2, 3, 4, 5};
    CHECK(rows(windowed(five, 3)) == windows{{1, 2, 3}, {2, 3, 4}, {3, 4, 5}});
    CHECK(rows(five | windowed(6)) == windows{{1, 2, 3, 4, 5, 0}});
    CHECK(rows(five | windowed(7, -1)) == windows{{1, 2, 3, 4, 5, -1, -1}});
    CHECK(rows(five | windowed(3, -1, 2)) == windows{{1, 2, 3}, {3, 4, 5}});
    CHECK(rows(five | windowed(3, -1, 4)) == windows{{1, 2, 3}, {5, -1, -1}});
    CHECK(rows(five | windowed(3, -1, 99)) == windows{{1, 2, 3}});
    CHECK(rows(windowed(ints{}, 3, -1)).empty());
    CHECK(words(windowed("ABCDEF"sv, 3, '!', 2)) == strings{"ABC", "CDE", "EF!"});
    CHECK(words("AB"sv | windowed(3, '!')) == strings{"AB!"});
}

TEST_CASE("windowed: refuses n and step below one at the call", "[more_itertools][windowed][oracle]") {
    one_shot<int> source({1, 2, 3});
    CHECK_THROWS_WITH(windowed(source, 0), "n must be > 0"s);
    CHECK_THROWS_WITH(windowed(source, -1, 7), "n must be > 0"s);
    CHECK_THROWS_WITH(windowed(source, 3, 7, 0), "step must be >= 1"s);
    CHECK_THROWS_WITH(windowed(0), "n must be > 0"s);
    CHECK_THROWS_WITH(windowed(3, 7, -5), "step must be >= 1"s);
    CHECK(source.left() == ints{1, 2, 3});
    CHECK(rows(windowed(source, 2, 0, 999999999999)) == windows{{1, 2}});
}

TEST_CASE("windowed: a fill value of another type", "[more_itertools][windowed]") {
    std::vector const names{"one"s, "two"s};
    auto const view = windowed(names, 3, "-");
    CHECK(list(view) == std::vector<strings>{{"one", "two", "-"}});
    CHECK(&view[0][1] == &names[1]);
    auto const wider = windowed(ints{1}, 2, 0.5);
    CHECK(list(wider) == std::vector<std::vector<double>>{{1, 0.5}});
    std::vector<bool> const bits{true};
    CHECK(list(windowed(bits, 2)) == std::vector<std::vector<bool>>{{true, false}});
    CHECK(list(windowed(bits | regius::filter([](bool x) { return x; }), 3, true)) ==
          std::vector<std::vector<bool>>{{true, true, true}});
}

TEST_CASE("windowed: asks and computes once an element, and none that is skipped twice", "[more_itertools][windowed]") {
    int calls = 0;
    auto const counted = [&calls](int x) { return ++calls, x; };
    CHECK(list(range(6) | regius::map(counted) | windowed(3)).size() == 4);
    CHECK(calls == 6);
    CHECK(pushed(range(6) | regius::map(counted) | windowed(2, 0, 4)) == windows{{0, 1}, {4, 5}});
    CHECK(calls == 12);
    auto const even = [&calls](int x) { return ++calls, x % 2 == 0; };
    CHECK(list(range(10) | regius::filter(even) | windowed(2)).size() == 4);
    CHECK(calls == 22);
}

TEST_CASE("windowed: pushes the windows that it walks over", "[more_itertools][windowed]") {
    for (int size : range(9))
        for (int n : range(1, 5))
            for (int step : range(1, 6)) {
                auto const over = list(range(size));
                auto view = windowed(over, n, -1, step);
                CHECK(pushed(view) == list(view));
                CHECK(pushed(view).size() == view.size());
            }
}

TEST_CASE("windowed: works on ranges without an end", "[more_itertools][windowed]") {
    auto endless = regius::count() | windowed(2, 0, 3);
    CHECK(rows(regius::islice(endless, 3)) == windows{{0, 1}, {3, 4}, {6, 7}});
    CHECK(endless.begin()[1000][1] == 3001);
    auto const odd = [](auto x) { return x % 2 != 0; };
    auto filtered = regius::count() | regius::filter(odd) | windowed(2);
    CHECK((*filtered.begin())[1] == 3);
}

TEST_CASE("windowed: elements that cannot be copied", "[more_itertools][windowed]") {
    std::vector<std::unique_ptr<int>> pointers(3);
    for (auto window : windowed(pointers, 2, nullptr, 2)) CHECK(window[1] == nullptr);
    std::list<std::unique_ptr<int>> nodes(3);
    std::size_t seen = 0;
    for (auto window : nodes | regius::filter([](auto const& p) { return !p; }) | windowed(2)) seen += window.size();
    CHECK(seen == 4);
}

TEST_CASE("windowed: lines of a file are kept when the next one is read", "[more_itertools][windowed]") {
    auto const file = [] { return regius::lines(std::istringstream("one\ntwo\nthree\n")); };
    CHECK(list(windowed(file(), 2, "-", 2)) == std::vector<strings>{{"one", "two"}, {"three", "-"}});
}

TEST_CASE("windowed: a temporary is moved in", "[more_itertools][windowed]") {
    auto view = [] { return windowed("ABC"s, 2, '-', 2); }();
    auto moved = std::move(view);
    CHECK(words(moved) == strings{"AB", "C-"});
    auto walked = [] { return std::list{1, 2, 3} | windowed(2, 0, 2); }();
    auto walked_too = std::move(walked);
    CHECK(list(walked_too) == windows{{1, 2}, {3, 0}});
}

using over_vector = decltype(windowed(std::declval<ints&>(), 2));
static_assert(std::ranges::random_access_range<over_vector> && std::ranges::random_access_range<over_vector const>);
static_assert(std::ranges::common_range<over_vector> && std::ranges::sized_range<over_vector>);
static_assert(std::same_as<std::ranges::range_value_t<over_vector>, ints>);
static_assert(std::same_as<std::ranges::range_reference_t<std::ranges::range_reference_t<over_vector>>, int const&>);
using over_source = decltype(windowed(one_shot<int>({}), 2));
static_assert(std::ranges::input_range<over_source> && not std::ranges::forward_range<over_source>);
static_assert(std::same_as<std::ranges::range_value_t<over_source>, ints>);
static_assert(not std::invocable<decltype(windowed), ints, double>);
static_assert(not std::invocable<decltype(windowed), ints, int, std::string>);
static_assert(not std::invocable<decltype(windowed), ints, int, int, double>);
static_assert([] {
    int total = 0;
    for (auto window : windowed(range(1, 5), 3, 7, 2)) total += window[0] * window[2];
    for (auto window : range(1, 5) | regius::map([](int x) { return x; }) | windowed(3, 7, 2))
        total += window[0] * window[2];
    return total;
}() == 2 * (1 * 3 + 3 * 7));

}  // namespace
