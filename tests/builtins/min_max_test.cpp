// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, BuiltinTest.test_max, test_min.

#include <regius/builtins/min_max.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <functional>
#include <limits>
#include <list>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::max;
using regius::max_or;
using regius::min;
using regius::min_or;
using regius::range;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("min and max: the answers CPython gives", "[builtins][min_max][oracle]") {
    CHECK(min("123123"sv) == '1');
    CHECK(max("123123"sv) == '3');
    CHECK(min(ints{3, 1, 2}) == 1);
    CHECK(max(std::list{3, 1, 2}) == 3);
    CHECK(max(1, 2, 3) == 3);
    CHECK(min(1, 2.5) == 1.0);
    CHECK(max("b"s, "a"s) == "b");
    CHECK(max_or(-1, ints{}) == -1);
    CHECK(min_or(-1, ints{4}) == 4);
    CHECK(max(one_shot<int>({1, 3, 2})) == 3);
    CHECK_THROWS_WITH(min(ints{}), "min() iterable argument is empty"s);
    CHECK_THROWS_WITH(max(std::vector<std::string>{}), "max() iterable argument is empty"s);
    CHECK_THROWS_AS(max(ints{}), regius::value_error);
}

TEST_CASE("min and max: the first of those that tie, for both", "[builtins][min_max][oracle]") {
    std::vector<std::string> const words{"bb", "aa", "c", "d"};
    CHECK(min(words, {}, &std::string::size) == "c");
    CHECK(max(words, {}, &std::string::size) == "bb");
    CHECK(max(words, std::ranges::greater{}, &std::string::size) == "c");
    CHECK(&max(words, {}, &std::string::size) == &words[0]);  // where it lies
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("min and max: the projection once an element", "[builtins][min_max]") {
    int calls = 0;
    auto const view = range(10) | regius::map([&](int x) { return ++calls, x; });
    int asked = 0;
    CHECK(max(view, {}, [&](int x) { return ++asked, -x; }) == 0);
    CHECK(calls == 10);
    CHECK(asked == 10);
    CHECK(min(view) == 0);
    CHECK(calls == 20);
}

TEST_CASE("max, min: of a container that is given away, the element itself", "[builtins][min_max]") {
    auto const pointers = [] {
        std::vector<std::unique_ptr<int>> v;
        for (int const i : {1, 3, 2}) v.push_back(std::make_unique<int>(i));
        return v;
    };
    auto const number = [](auto const& p) { return *p; };
    CHECK(*regius::max(pointers(), {}, number) == 3);
    CHECK(*regius::min(pointers(), {}, number) == 1);
    CHECK(*regius::max_or(nullptr, pointers(), {}, number) == 3);
    auto const kept = pointers();
    CHECK(*regius::max(kept, {}, number) == 3);
}

TEST_CASE("min and max: extreme values, floating-point numbers and elements that only move", "[builtins][min_max]") {
    CHECK(max(ints{std::numeric_limits<int>::min()}) == std::numeric_limits<int>::min());
    CHECK(min(ints{std::numeric_limits<int>::max()}) == std::numeric_limits<int>::max());
    CHECK(min(std::vector{2.5, 1.5}) == 1.5);
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(max(std::vector{nan, 1.0}) != max(std::vector{nan, 1.0}));  // nothing is greater than the first, as in Python
    std::vector<std::unique_ptr<int>> v;
    v.push_back(std::make_unique<int>(4));
    CHECK(*min(v, {}, [](auto const& p) { return *p; }) == 4);
    CHECK(*max(range(3) | regius::map([](int x) { return std::make_unique<int>(x); }), {},
               [](auto const& p) { return *p; }) == 2);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(not std::invocable<decltype(min), int>);
static_assert(not std::invocable<decltype(min), ints, std::negate<>>);
static_assert(not std::invocable<decltype(max), ints, int>);

// ---------------------------------------------------------------- 5. at compile time

static_assert(max(range(5)) == 4 && min(range(5), {}, std::negate{}) == 4 && max(1, 2) == 2);

}  // namespace
