// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_recipes.py, BeforeAndAfterTests.

#include <regius/more_itertools/before_and_after.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/next.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
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
using regius::before_and_after;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;

constexpr auto even = [](int x) { return x % 2 == 0; };
constexpr auto truthy = [](int x) { return x != 0; };

TEST_CASE("before_and_after: the answers Python gives", "[more_itertools][before_and_after][oracle]") {
    auto const check = [](ints const& all, ints const& first_ones, ints const& others) {
        CAPTURE(all);
        auto [before, after] = before_and_after(truthy, all);
        CHECK(list(before) == first_ones);
        CHECK(list(after) == others);
        auto [before2, after2] = one_shot(all) | before_and_after(truthy);
        CHECK(pushed(before2) == first_ones);
        CHECK(pushed(before2).empty());
        CHECK(pushed(after2) == others);
        CHECK(pushed(after2).empty());
        auto [before3, after3] = std::list(all.begin(), all.end()) | before_and_after(truthy);
        for (auto& b = before3; int x : b) CHECK(x != 0);
        CHECK(list(after3) == others);
    };
    check({}, {}, {});
    check({1, 2}, {1, 2}, {});
    check({0, 1, 2}, {}, {0, 1, 2});
    check({1, 0, 2, 0}, {1}, {0, 2, 0});
    check({1, 2, 0}, {1, 2}, {0});
    auto const is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    auto [capitals, rest] = before_and_after(is_upper, "ABCdEfGhI"sv);
    CHECK(regius::to<std::string>(capitals) == "ABC");
    CHECK(regius::to<std::string>(rest) == "dEfGhI");
}

TEST_CASE("before_and_after: asks and computes once, pulls no more than it must",
          "[more_itertools][before_and_after]") {
    int calls = 0;
    int asked = 0;
    auto const counted = [&calls](int x) { return ++calls, x; };
    auto const small = [&asked](int x) { return ++asked, x < 3; };
    auto [before, after] = range(6) | regius::map(counted) | before_and_after(small);
    CHECK(calls == 0);
    CHECK(list(before) == ints{0, 1, 2});
    CHECK((calls == 4 && asked == 4));
    CHECK(list(after) == ints{3, 4, 5});
    CHECK((calls == 6 && asked == 4));

    one_shot<int> source({2, 4, 5, 6});
    auto [evens, others] = before_and_after(even, source);
    CHECK(regius::next(evens) == 2);
    CHECK(source.left() == ints{4, 5, 6});
    CHECK(list(evens) == ints{4});
    CHECK(source.left() == ints{6});
    CHECK(regius::next(others) == 5);
    CHECK(source.left() == ints{6});
    CHECK(regius::next(others) == 6);
    CHECK_THROWS_AS(regius::next(others), regius::stop_iteration);

    auto [small_ones, endless] = before_and_after([](auto x) { return x < 3; }, regius::count());
    CHECK(list(small_ones).size() == 3);
    CHECK(regius::next(endless) == 3);
}

TEST_CASE("before_and_after: one may outlive the other, and both may move", "[more_itertools][before_and_after]") {
    auto after = [] {
        auto [a, b] = std::vector{2, 3, 4} | before_and_after(even);
        CHECK(list(a) == ints{2});
        return std::move(b);
    }();
    auto moved = std::move(after);
    CHECK(list(moved) == ints{3, 4});
    auto const made = [](int x) { return std::make_unique<int>(x); };
    auto const is_small = [](std::unique_ptr<int> const& p) { return *p < 1; };
    auto [a, b] = range(3) | regius::map(made) | before_and_after(is_small);
    std::vector<std::unique_ptr<int>> all;
    for (auto& r = a; auto&& p : r) all.push_back(std::move(p));
    for (auto& r = b; auto&& p : r) all.push_back(std::move(p));
    CHECK((all.size() == 3 && *all[0] == 0 && *all[1] == 1 && *all[2] == 2));
    ints v{2, 3};
    auto [c, d] = before_and_after(even, v);
    for (auto& r = c; int& x : r) x = 0;
    for (auto& r = d; int& x : r) x = 1;
    CHECK(v == ints{0, 1});
}

TEST_CASE("before_and_after: the second, read too early, takes from the first", "[more_itertools][before_and_after]") {
    auto [a, b] = before_and_after([](int x) { return x < 3; }, range(6));
    CHECK(regius::next(b) == 0);
    CHECK(list(a) == ints{1, 2});
    CHECK(list(b) == ints{3, 4, 5});
}

using halves = decltype(before_and_after(even, std::declval<ints&>()));
static_assert(std::ranges::input_range<decltype(halves::first)> && std::ranges::view<decltype(halves::second)>);
static_assert(not std::ranges::forward_range<decltype(halves::first)>);
static_assert(not std::copyable<decltype(halves::first)>);
static_assert(not std::invocable<decltype(before_and_after), decltype(even), std::vector<std::string>&>);
static_assert(not std::invocable<decltype(before_and_after), ints&, decltype(even)>);

}  // namespace
