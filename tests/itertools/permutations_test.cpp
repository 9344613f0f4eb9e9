// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_permutations (and oracle_test).

#include <regius/itertools/permutations.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
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
using regius::permutations;
using regius::range;

TEST_CASE("permutations: the answers CPython gives", "[itertools][permutations][oracle]") {
    CHECK(list(permutations("AB"sv)) == std::vector<std::vector<char>>{{'A', 'B'}, {'B', 'A'}});
    CHECK(list(permutations(ints{1, 1, 2})).size() == 6);
    CHECK(list(permutations(ints{})).size() == 1);
    CHECK_THROWS_WITH(permutations(range(2), -1), "r must be non-negative"s);
    CHECK_THROWS_AS(permutations(-1), regius::value_error);
    CHECK(list("ABCD"sv | permutations(0)) == std::vector<std::vector<char>>{{}});
}

TEST_CASE("permutations: reads the range once, at the call, and can be walked twice", "[itertools][permutations]") {
    int calls = 0;
    auto view = permutations(range(4) | regius::map([&](int x) { return ++calls, x; }), 2);
    CHECK(calls == 4);
    CHECK(list(view) == pushed(view));
    CHECK(calls == 4);
}

TEST_CASE("permutations: refers to elements that stay, and collects to what can be kept", "[itertools][permutations]") {
    ints v{1, 2};
    for (auto chosen : permutations(v, 1)) chosen[0] = 0;
    CHECK(v == ints{0, 0});
    auto const words = permutations("ABC"s, 2) | regius::to<std::vector<std::string>>();
    CHECK(words[0].size() == 2);
}

TEST_CASE("permutations_n: tuples of references", "[itertools][permutations]") {
    std::vector<std::unique_ptr<int>> v;
    for (int x : {1, 2, 3}) v.push_back(std::make_unique<int>(x));
    int total = 0;
    for (auto [a, b] : regius::permutations_n<2>(v)) total += 10 * *a + *b;
    CHECK(total == 12 + 13 + 21 + 23 + 31 + 32);
    CHECK(list(regius::permutations_n<0>(v)).size() == 1);
    CHECK(list(regius::permutations_n<4>(range(3))).empty());
    CHECK(pushed(regius::permutations_n<4>(range(3))).empty());
}

static_assert(std::ranges::forward_range<decltype(regius::permutations_n<2>(ints{}))>);
static_assert(list(regius::permutations_n<2>(range(3))).size() == 6);

static_assert(std::ranges::input_range<decltype(permutations(ints{}, 2))>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(permutations(ints{}, 2))>, ints>);
static_assert(not std::invocable<decltype(permutations), ints, double>);
static_assert(not std::invocable<decltype(permutations), decltype(std::views::iota(0)), int>);  // it has no end
static_assert(list(permutations(range(3), 2)).size() == 6);

}  // namespace
