// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, TestSorted; test_sort.py.

#include <regius/builtins/sorted.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::range;
using regius::sorted;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("sorted: the answers CPython gives", "[builtins][sorted][oracle]") {
    CHECK(sorted(ints{3, 1, 2}) == ints{1, 2, 3});
    CHECK(sorted(ints{}) == ints{});
    CHECK((ints{3, 1, 2} | sorted(std::ranges::greater{})) == ints{3, 2, 1});
    CHECK((std::list{3, 1, 2} | sorted()) == ints{1, 2, 3});
    CHECK(sorted("hello"sv) == std::vector<char>{'e', 'h', 'l', 'l', 'o'});
    CHECK(sorted(std::vector{"bb"s, "a"s, "cc"s, "d"s}, {}, &std::string::size) ==
          std::vector{"a"s, "d"s, "bb"s, "cc"s});
    CHECK(sorted(std::vector{"bb"s, "a"s, "cc"s}, std::ranges::greater{}, &std::string::size) ==
          std::vector{"bb"s, "cc"s, "a"s});
    CHECK(sorted(one_shot<int>({2, 1})) == ints{1, 2});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("sorted: is stable, as std::stable_sort is, at every length", "[builtins][sorted]") {
    std::mt19937 random(1);
    for (std::size_t n = 0; n != 200; n += n < 70 ? 1 : 13) {
        std::vector<std::tuple<int, std::size_t>> v;
        for (std::size_t i = 0; i != n; ++i) v.emplace_back(static_cast<int>(random() % (n / 4 + 1)), i);
        auto const key = [](auto const& t) { return std::get<0>(t); };
        auto expected = v;
        std::sort(expected.begin(), expected.end());
        CHECK(sorted(v, {}, key) == expected);
        CHECK(sorted(v, [&](auto const& a, auto const& b) { return key(a) < key(b); }) == expected);
    }
}

TEST_CASE("sorted: sorts bits", "[builtins][sorted]") {
    std::vector<bool> const bits{true, false, true, false, false};
    CHECK(sorted(bits) == std::vector{false, false, false, true, true});
    CHECK(sorted(bits, std::ranges::greater{}) == std::vector{true, true, false, false, false});
    CHECK(sorted(bits, {}, std::logical_not{}) == std::vector{true, true, false, false, false});
}

TEST_CASE("sorted: asks for each key once", "[builtins][sorted]") {
    int calls = 0;
    CHECK(sorted(ints{3, 1, 2, 5, 4}, {}, [&](int x) { return ++calls, -x; }) == ints{5, 4, 3, 2, 1});
    CHECK(calls == 5);
}

TEST_CASE("sorted: moves out of what it owns, and copies an lvalue", "[builtins][sorted]") {
    std::vector<std::unique_ptr<int>> v;
    for (int x : {3, 1, 2}) v.push_back(std::make_unique<int>(x));
    auto const by_value = [](auto const& p) { return *p; };
    auto const out = sorted(std::move(v), {}, by_value);
    CHECK(*out[0] == 1);
    std::list<std::unique_ptr<int>> l;
    l.push_back(std::make_unique<int>(1));
    CHECK(sorted(std::move(l), {}, by_value).size() == 1);
    ints const kept{2, 1};
    CHECK(sorted(kept) == ints{1, 2});
    CHECK(kept == ints{2, 1});
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(sorted(range(3))), ints>);
static_assert(not std::invocable<decltype(sorted), int>);
static_assert(not std::invocable<decltype(sorted), ints, std::negate<>>);

TEST_CASE("sorted: the pairs of a map are sorted as pairs that can move", "[builtins][sorted]") {
    std::map<int, int> const squares{{-2, 4}, {1, 1}, {3, 9}};
    auto const by_square = sorted(squares, {}, [](auto const& pair) { return pair.second; });
    CHECK(by_square == std::vector<std::pair<int, int>>{{1, 1}, {-2, 4}, {3, 9}});
    CHECK(sorted(squares, std::ranges::greater{}).front() == std::pair(3, 9));
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(sorted(range(40, 0, -1)) == list(range(1, 41)));
static_assert(sorted(range(3), {}, [](int x) { return -x; }) == ints{2, 1, 0});

}  // namespace
