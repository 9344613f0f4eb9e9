// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1, of its docstrings and its tests.

#include <regius/more_itertools/minmax.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <random>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::argmax;
using regius::argmin;
using regius::minmax;
using regius::minmax_or;
using regius::tests::one_shot;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("minmax: the answers more_itertools gives", "[more_itertools][minmax][oracle]") {
    CHECK(minmax(std::vector{3, 1, 5}) == std::pair(1, 5));
    CHECK(minmax(4, 2, 6) == std::pair(2, 6));
    CHECK(minmax(1.5, 1) == std::pair(1.0, 1.5));
    CHECK(minmax("b"s, "a"s) == std::pair("a"s, "b"s));
    CHECK(minmax(std::vector{5, 30}, {}, [](int x) { return std::to_string(x); }) == std::pair(30, 5));
    CHECK(minmax(std::vector{7}) == std::pair(7, 7));
    CHECK(minmax_or(std::pair(0, 0), std::vector<int>()) == std::pair(0, 0));
    CHECK(minmax_or(std::pair(0, 0), std::vector{3, 1}) == std::pair(1, 3));
    CHECK(minmax("hello"sv) == std::pair('e', 'o'));
    CHECK((std::vector{3, 1, 5} | minmax()) == std::pair(1, 5));
    CHECK(minmax(std::vector{3, 1, 5}, std::greater()) == std::pair(5, 1));
}

TEST_CASE("argmin, argmax: the answers more_itertools gives", "[more_itertools][minmax][oracle]") {
    CHECK(argmin("efghabcdijkl"sv) == 4);
    CHECK(argmin(std::vector{3, 2, 1, 0, 4, 2, 1, 0}) == 3);
    CHECK(argmax("abcdefghabcd"sv) == 7);
    CHECK(argmax(std::vector{0, 1, 2, 3, 3, 2, 1, 0}) == 3);

    auto const cost = [](int x) { return x * x - 20 * x + 150; };
    std::vector const ages{35, 30, 10, 9, 1};
    CHECK(argmin(ages, cost) == 2);
    CHECK(argmin(ages, {}, cost) == 2);
    CHECK((ages | argmin(cost)) == 2);
    CHECK((ages | argmax()) == 0);
    CHECK(argmax(ages, std::greater()) == 4);
    CHECK(argmax(std::vector{"a"s, "bcd"s, "ef"s}, &std::string::size) == 1);
}

TEST_CASE("minmax: ties and their order are those of more_itertools", "[more_itertools][minmax][oracle]") {
    struct row {
        std::size_t smallest, largest, first_smallest, first_largest;
    };
    // For n = 1, 2, ...: n numbers below 3, and which of them minmax, argmin and argmax choose.
    constexpr row expected[] = {{0, 0, 0, 0}, {0, 0, 0, 0}, {1, 0, 1, 0},   {2, 0, 2, 0}, {1, 2, 1, 2}, {1, 0, 1, 0},
                                {3, 2, 3, 1}, {6, 2, 6, 1}, {0, 2, 0, 1},   {4, 1, 4, 1}, {0, 4, 0, 3}, {0, 3, 0, 3},
                                {0, 1, 0, 1}, {0, 4, 0, 4}, {2, 0, 2, 0},   {0, 2, 0, 1}, {4, 0, 4, 0}, {11, 0, 11, 0},
                                {1, 0, 1, 0}, {4, 0, 4, 0}, {6, 1, 6, 1},   {3, 9, 3, 9}, {3, 6, 3, 6}, {1, 6, 1, 6},
                                {0, 4, 0, 4}, {2, 1, 2, 1}, {0, 13, 0, 13}, {0, 2, 0, 2}, {0, 2, 0, 1}, {0, 2, 0, 2},
                                {3, 0, 3, 0}, {1, 0, 1, 0}, {1, 0, 1, 0},   {3, 0, 3, 0}, {1, 4, 1, 4}, {2, 0, 2, 0},
                                {2, 0, 2, 0}, {2, 3, 2, 3}, {3, 0, 3, 0},   {1, 2, 1, 2}};
    unsigned n = 0;
    for (auto const& [smallest, largest, first_smallest, first_largest] : expected) {
        std::uint64_t state = ++n;
        std::vector<std::pair<unsigned, std::size_t>> numbers;
        for (std::size_t i = 0; i != n; ++i) {
            state = (state * 1103515245 + 12345) % (std::uint64_t{1} << 31);
            numbers.emplace_back(static_cast<unsigned>((state >> 16) % 3), i);
        }
        auto const key = &std::pair<unsigned, std::size_t>::first;
        auto const less = [](auto const& a, auto const& b) { return a.first < b.first; };
        auto const& [low, high] = minmax(numbers, {}, key);
        CHECK(low.second == smallest);
        CHECK(high.second == largest);
        CHECK(&low == &numbers[smallest]);
        auto const by_order = minmax(one_shot(numbers), less);
        CHECK(by_order.first.second == smallest);
        CHECK(by_order.second.second == largest);
        auto const computed = minmax(regius::map(std::identity(), numbers), less);
        CHECK(computed.second.second == largest);
        CHECK(argmin(numbers, key) == first_smallest);
        CHECK(argmax(numbers, key) == first_largest);
        CHECK(argmin(one_shot(numbers), less) == first_smallest);
        CHECK(argmax(one_shot(numbers), less) == first_largest);
    }
}

TEST_CASE("minmax: a nan loses as it does in Python", "[more_itertools][minmax][oracle]") {
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(minmax(std::vector{nan, 5.0}).second));
    CHECK(minmax(std::vector{5.0, nan}) == std::pair(5.0, 5.0));
    CHECK(minmax(std::vector{3.0, nan, 1.0}) == std::pair(3.0, 3.0));
    CHECK(minmax(std::vector{1.0, nan, 2.0, 0.0}) == std::pair(0.0, 2.0));
    CHECK(argmin(std::vector{3.0, nan, 1.0}) == 2);
    CHECK(argmax(std::vector{nan, 1.0}) == 0);
}

TEST_CASE("minmax: nothing has neither", "[more_itertools][minmax]") {
    std::vector<int> const none;
    CHECK_THROWS_WITH(minmax(none),
                      "`minmax()` argument is an empty iterable. Provide a `default` value to suppress this error.");
    CHECK_THROWS_WITH(argmin(none), "min() iterable argument is empty");
    CHECK_THROWS_WITH(argmax(none), "max() iterable argument is empty");
    CHECK_THROWS_AS(minmax(std::vector<std::string>()), std::invalid_argument);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("minmax: agrees with the standard algorithms", "[more_itertools][minmax]") {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<int> numbers(random() % 50 + 1);
        for (auto& x : numbers) x = static_cast<int>(random() % 100) - 50;
        auto const [low, high] = std::ranges::minmax(numbers);
        CHECK(minmax(numbers) == std::pair(low, high));
        CHECK(minmax(numbers, [](int a, int b) { return a < b; }) == std::pair(low, high));
        CHECK(minmax(one_shot(numbers)) == std::pair(low, high));
        CHECK(argmin(numbers) == static_cast<std::size_t>(std::ranges::min_element(numbers) - numbers.begin()));
        CHECK(argmax(numbers) == static_cast<std::size_t>(std::ranges::max_element(numbers) - numbers.begin()));
    }
}

TEST_CASE("argmin: the smallest may be the largest of its type", "[more_itertools][minmax]") {
    auto const most = std::numeric_limits<int>::max();
    CHECK(argmin(std::vector{most, most}) == 0);
    CHECK(argmax(std::vector{-most - 1, -most - 1}) == 0);
    CHECK(minmax(std::vector{most, most}) == std::pair(most, most));
}

TEST_CASE("minmax: element and key are computed once each", "[more_itertools][minmax]") {
    int elements = 0, keys = 0;
    auto const computed = regius::map([&](int x) { return ++elements, std::to_string(x); }, std::vector{30, 5, 4, 9});
    auto const key = [&](std::string const& s) { return ++keys, s.size(); };
    CHECK(minmax(computed, {}, key) == std::pair("5"s, "30"s));
    CHECK(elements == 4);
    CHECK(keys == 4);
    CHECK(argmax(computed, key) == 0);
    CHECK(elements == 8);
    CHECK(keys == 8);
}

TEST_CASE("minmax: two elements cost three comparisons", "[more_itertools][minmax]") {
    int comparisons = 0;
    std::vector<int> const numbers(101, 1);
    (void)minmax(numbers, [&](int a, int b) { return ++comparisons, a < b; });
    CHECK(comparisons == 150);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class R>
using of = decltype(minmax(std::declval<R>()));

static_assert(std::same_as<of<std::vector<int>&>, std::pair<int, int>>);
static_assert(std::same_as<of<std::vector<double>&>, std::pair<double, double>>);
static_assert(std::same_as<of<std::vector<std::string>&>, std::pair<std::string&, std::string&>>);
static_assert(std::same_as<of<std::vector<std::string>>, std::pair<std::string, std::string>>);
static_assert(std::same_as<of<std::vector<bool>&>, std::pair<bool, bool>>);
static_assert(std::same_as<decltype(argmin(std::vector<int>())), std::size_t>);

template <class Tool, class... Args>
concept can_ask = requires(Tool const& tool, Args&&... args) { tool(std::forward<Args>(args)...); };

static_assert(not can_ask<regius::minmax_fn, int>);
static_assert(not can_ask<regius::minmax_fn, decltype(regius::count())>);
static_assert(not can_ask<decltype(argmin), decltype(regius::count())>);
static_assert(not can_ask<decltype(argmin), std::vector<std::vector<void (*)()>>, int>);
static_assert(can_ask<regius::minmax_fn, std::vector<std::unique_ptr<int>>&>);
static_assert(not can_ask<regius::minmax_fn, one_shot<std::unique_ptr<int>>>);  // one element would be both
static_assert(can_ask<decltype(argmin), one_shot<std::unique_ptr<int>>&>);

TEST_CASE("minmax: bits of vector<bool> and elements that only move", "[more_itertools][minmax]") {
    CHECK(minmax(std::vector{true, false}) == std::pair(false, true));
    CHECK(argmax(std::vector{false, true, true}) == 1);
    auto const pointers = regius::map([](int i) { return std::make_unique<int>(i); }, std::vector{2, 5, 3});
    CHECK(argmax(pointers, [](auto const& p) { return *p; }) == 1);
}

// ---------------------------------------------------------------- 5. at compile time

constexpr int numbers[] = {3, 1, 2};
static_assert(minmax(numbers) == std::pair(1, 3));
#if !defined(__clang__) || \
    defined(_LIBCPP_VERSION)  // clang copies no empty std::optional of libstdc++ 12 at compile time
static_assert(minmax(numbers, {}, [](int x) { return -x; }) == std::pair(3, 1));
#endif
static_assert(argmin(numbers) == 1 && argmax(numbers) == 0);

}  // namespace
