// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_combinations (and oracle_test).

#include <regius/itertools/combinations.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/itertools/permutations.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

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
using regius::combinations;
using regius::range;

TEST_CASE("combinations: the answers CPython gives", "[itertools][combinations][oracle]") {
    CHECK(list(combinations("ABC"sv, 2)) == std::vector<std::vector<char>>{{'A', 'B'}, {'A', 'C'}, {'B', 'C'}});
    CHECK_THROWS_WITH(combinations(range(2), -1), "r must be non-negative"s);
    CHECK_THROWS_AS(combinations(-1), regius::value_error);
    CHECK(list("ABCD"sv | combinations(0)) == std::vector<std::vector<char>>{{}});
}

TEST_CASE("combinations: reads the range once, at the call, and can be walked twice", "[itertools][combinations]") {
    int calls = 0;
    auto view = combinations(range(4) | regius::map([&](int x) { return ++calls, x; }), 2);
    CHECK(calls == 4);
    CHECK(list(view) == pushed(view));
    CHECK(calls == 4);
}

TEST_CASE("combinations: refers to elements that stay, and collects to what can be kept", "[itertools][combinations]") {
    ints v{1, 2};
    for (auto chosen : combinations(v, 1)) chosen[0] = 0;
    CHECK(v == ints{0, 0});
    auto const words = combinations("ABC"s, 2) | regius::to<std::vector<std::string>>();
    CHECK(words[0].size() == 2);
}

TEST_CASE("combinations, permutations: of bits", "[itertools][combinations]") {
    std::vector const bits{true, false, true};
    using rows = std::vector<std::vector<bool>>;
    CHECK(list(combinations(bits, 2)) == rows{{true, false}, {true, true}, {false, true}});
    CHECK(pushed(combinations(bits, 2)) == list(combinations(bits, 2)));
    CHECK(list(regius::permutations(std::vector{true, false})) == rows{{true, false}, {false, true}});
}

TEST_CASE("combinations_n: tuples of references", "[itertools][combinations]") {
    std::vector<std::unique_ptr<int>> v;
    for (int x : {1, 2, 3}) v.push_back(std::make_unique<int>(x));
    int total = 0;
    for (auto [a, b] : regius::combinations_n<2>(v)) total += 10 * *a + *b;
    CHECK(total == 12 + 13 + 23);
    CHECK(list(regius::combinations_n<0>(v)).size() == 1);
    CHECK(list(regius::combinations_n<4>(range(3))).empty());
    CHECK(pushed(regius::combinations_n<4>(range(3))).empty());
}

static_assert(std::ranges::forward_range<decltype(regius::combinations_n<2>(ints{}))>);
static_assert(list(regius::combinations_n<2>(range(3))).size() == 3);

static_assert(std::ranges::input_range<decltype(combinations(ints{}, 2))>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(combinations(ints{}, 2))>, ints>);
static_assert(not std::invocable<decltype(combinations), ints, double>);
static_assert(not std::invocable<decltype(combinations), decltype(std::views::iota(0)), int>);  // it has no end
static_assert(list(combinations(range(3), 2)).size() == 3);

}  // namespace
