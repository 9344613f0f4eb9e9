// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_combinations_with_replacement (and oracle_test).

#include <regius/itertools/combinations_with_replacement.hpp>  // first, so the header must stand on its own

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
using regius::combinations_with_replacement;
using regius::range;

TEST_CASE("combinations_with_replacement: the answers CPython gives",
          "[itertools][combinations_with_replacement][oracle]") {
    CHECK(list(combinations_with_replacement("AB"sv, 2)) ==
          std::vector<std::vector<char>>{{'A', 'A'}, {'A', 'B'}, {'B', 'B'}});
    CHECK_THROWS_WITH(combinations_with_replacement(range(2), -1), "r must be non-negative"s);
    CHECK_THROWS_AS(combinations_with_replacement(-1), regius::value_error);
    CHECK(list("ABCD"sv | combinations_with_replacement(0)) == std::vector<std::vector<char>>{{}});
}

TEST_CASE("combinations_with_replacement: reads the range once, at the call, and can be walked twice",
          "[itertools][combinations_with_replacement]") {
    int calls = 0;
    auto view = combinations_with_replacement(range(4) | regius::map([&](int x) { return ++calls, x; }), 2);
    CHECK(calls == 4);
    CHECK(list(view) == pushed(view));
    CHECK(calls == 4);
}

TEST_CASE("combinations_with_replacement: refers to elements that stay, and collects to what can be kept",
          "[itertools][combinations_with_replacement]") {
    ints v{1, 2};
    for (auto chosen : combinations_with_replacement(v, 1)) chosen[0] = 0;
    CHECK(v == ints{0, 0});
    auto const words = combinations_with_replacement("ABC"s, 2) | regius::to<std::vector<std::string>>();
    CHECK(words[0].size() == 2);
}

static_assert(std::ranges::input_range<decltype(combinations_with_replacement(ints{}, 2))>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(combinations_with_replacement(ints{}, 2))>, ints>);
static_assert(not std::invocable<decltype(combinations_with_replacement), ints, double>);
static_assert(
    not std::invocable<decltype(combinations_with_replacement), decltype(std::views::iota(0)), int>);  // it has no end
static_assert(list(combinations_with_replacement(range(3), 2)).size() == 6);

}  // namespace
