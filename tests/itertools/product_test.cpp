// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_product.

#include <regius/itertools/product.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <memory>
#include <ranges>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::product;
using regius::product_repeat;
using regius::range;

using pairs = std::vector<std::tuple<char, int>>;

TEST_CASE("product: the answers CPython gives", "[itertools][product][oracle]") {
    CHECK(list(product()).size() == 1);
    CHECK(list(product("ab"sv, range(2))) == pairs{{'a', 0}, {'a', 1}, {'b', 0}, {'b', 1}});
    CHECK(pushed(product("ab"sv, range(2))) == pairs{{'a', 0}, {'a', 1}, {'b', 0}, {'b', 1}});
    CHECK(list(product(range(0), range(2))).empty());
    CHECK(list(product(range(2), range(0))).empty());
    CHECK(pushed(product(range(2), range(0), range(2))).empty());
    CHECK(product(range(2), range(3), range(7)).size() == 42);
    CHECK(list(product(std::list{1}, one_shot<int>({2, 3}))) == std::vector<std::tuple<int, int>>{{1, 2}, {1, 3}});
    CHECK_THROWS_WITH(product_repeat(range(2), -1), "repeat argument cannot be negative"s);
    one_shot<int> unread({1, 2});
    CHECK(std::ranges::distance(product_repeat(unread, 0)) == 1);
    CHECK(list(unread) == std::vector<int>{1, 2});
    CHECK(list(product_repeat(range(2), 0)) == std::vector<ints>{{}});
}

TEST_CASE("product: computes the elements of a range once, and refers to those that stay", "[itertools][product]") {
    int calls = 0;
    CHECK(list(product(range(3), range(2) | regius::map([&](int x) { return ++calls, x; }))).size() == 6);
    CHECK(calls == 2);
    std::vector<std::unique_ptr<int>> pointers(2);
    for (auto [p, x] : product(pointers, range(2))) p = std::make_unique<int>(x);
    CHECK(*pointers[1] == 1);
}

static_assert(std::ranges::forward_range<decltype(product(ints{}, range(2)))>);
static_assert(std::ranges::forward_range<decltype(product(range(1), range(2))) const>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(product_repeat(range(2), 2))>, ints>);
static_assert(not std::invocable<decltype(product), int>);
static_assert(not std::invocable<decltype(product_repeat), ints, double>);
static_assert(not std::invocable<decltype(product), decltype(std::views::iota(0))>);  // it has no end
static_assert(list(product(range(2), range(2))).size() == 4);

}  // namespace
