// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_combinations (and oracle_test).

#include <regius/itertools/combinations.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/itertools/combinations_with_replacement.hpp>
#include <regius/itertools/permutations.hpp>
#include <regius/itertools/product.hpp>
#include <regius/more_itertools/last.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <numeric>
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

TEST_CASE("combinations and its kin: push what they walk, for every k", "[itertools][combinations]") {
    auto const same = [](auto view, std::size_t number_of_choices) {
        auto const choices = list(view);
        CHECK(choices.size() == number_of_choices);
        CHECK(std::ranges::is_sorted(choices));
        CHECK(std::ranges::adjacent_find(choices) == choices.end());
        CHECK(pushed(view) == choices);
        for (std::size_t n = 0; n < choices.size(); n += 3) {
            std::vector<ints> some;
            CHECK_FALSE(view.for_each_while([&](auto choice) { return some.push_back(choice), some.size() <= n; }));
            CHECK(std::ranges::equal(some, choices | std::views::take(n + 1)));
        }
    };
    for (std::size_t n = 0; n != 6; ++n) {
        ints v(n);
        std::iota(v.begin(), v.end(), 0);
        std::size_t chosen = 1, arranged = 1, repeated = 1, powers = 1;
        for (std::size_t k = 0; k != n + 2; ++k) {
            same(combinations(v, k), chosen);
            same(combinations(range(static_cast<int>(n)), k), chosen);
            same(regius::permutations(v, k), arranged);
            same(regius::combinations_with_replacement(v, k), repeated);
            if (k < 5) same(regius::product_repeat(v, k), powers);
            chosen = k < n ? chosen * (n - k) / (k + 1) : 0;
            arranged = k < n ? arranged * (n - k) : 0;
            repeated = repeated * (n + k) / (k + 1);
            powers *= n;
        }
    }
}

TEST_CASE("combinations: one that is picked out of many is kept", "[itertools][combinations]") {
    auto const texts = [] { return std::vector{"a"s, "b"s, "c"s, "d"s}; };
    CHECK(regius::last(combinations(range(5), 3)) == ints{2, 3, 4});
    CHECK(regius::last(combinations(texts(), 2)) == std::vector{"c"s, "d"s});
}

static_assert(std::ranges::forward_range<decltype(regius::combinations_n<2>(ints{}))>);
static_assert(list(regius::combinations_n<2>(range(3))).size() == 3);

static_assert(std::ranges::input_range<decltype(combinations(ints{}, 2))>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(combinations(ints{}, 2))>, ints>);
static_assert(not std::invocable<decltype(combinations), ints, double>);
static_assert(not std::invocable<decltype(combinations), decltype(std::views::iota(0)), int>);  // it has no end
static_assert(list(combinations(range(3), 2)).size() == 3);

}  // namespace
