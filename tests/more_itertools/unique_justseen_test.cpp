// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its docstrings.

#include <regius/more_itertools/unique_justseen.hpp>  // first, so the header must stand on its own

#include <regius/itertools/cycle.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>
#include <support/text.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <random>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::unique_justseen;
using regius::tests::joined;
using regius::tests::list;
using regius::tests::lower;
using regius::tests::one_shot;
using regius::tests::pushed;

using squared = int (*)(int);

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("unique_justseen: the answers more_itertools gives", "[more_itertools][unique_justseen][oracle]") {
    CHECK(joined(unique_justseen("AAAABBBCCDAABBB"sv)) == "ABCDAB");
    CHECK(joined(unique_justseen("ABBCcAD"sv, lower)) == "ABCAD");
    CHECK(joined("ABBCcAD"sv | unique_justseen(lower)) == "ABCAD");
    CHECK(joined("aAA"sv | unique_justseen()) == "aA");
    CHECK(joined(unique_justseen(""sv)) == "");
}

TEST_CASE("unique_justseen: the first of a run is the one that stays", "[more_itertools][unique_justseen]") {
    std::vector<std::pair<int, char>> pairs{{1, 'a'}, {1, 'b'}, {2, 'c'}, {1, 'd'}, {1, 'e'}};
    for (auto& [key, c] : unique_justseen(pairs, &std::pair<int, char>::first)) c = '!';
    CHECK(pairs == std::vector<std::pair<int, char>>{{1, '!'}, {1, 'b'}, {2, '!'}, {1, '!'}, {1, 'e'}});
}

TEST_CASE("unique_justseen: nan is not equal to itself", "[more_itertools][unique_justseen]") {
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(list(unique_justseen(std::vector{nan, nan, 1.0, 1.0})).size() == 3);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("unique_justseen: agrees with a loop, pulled and pushed", "[more_itertools][unique_justseen]") {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        std::vector<unsigned> numbers(random() % 100);
        for (auto& x : numbers) x = static_cast<unsigned>(random() % 9);
        auto const third = [](unsigned x) { return x / 3; };
        std::vector<unsigned> expected, by_key;
        for (std::size_t i = 0; i != numbers.size(); ++i) {
            if (i == 0 || numbers[i - 1] != numbers[i]) expected.push_back(numbers[i]);
            if (i == 0 || third(numbers[i - 1]) != third(numbers[i])) by_key.push_back(numbers[i]);
        }

        CHECK(list(unique_justseen(numbers)) == expected);
        CHECK(pushed(unique_justseen(numbers)) == expected);
        CHECK(list(unique_justseen(numbers, third)) == by_key);
        CHECK(pushed(unique_justseen(numbers, third)) == by_key);
        CHECK(list(unique_justseen(one_shot(numbers), third)) == by_key);
        CHECK(pushed(unique_justseen(one_shot(numbers))) == expected);
    }
}

TEST_CASE("unique_justseen: element and key are computed once each", "[more_itertools][unique_justseen]") {
    int elements = 0, keys = 0;
    auto const computed = "AABB"sv | std::views::transform([&](char c) { return ++elements, c; });
    CHECK(joined(unique_justseen(computed, [&](char c) { return ++keys, c; })) == "AB");
    CHECK(elements == 4);
    CHECK(keys == 4);
}

TEST_CASE("unique_justseen: reads no further than the element it yields", "[more_itertools][unique_justseen]") {
    one_shot numbers(std::vector{1, 1, 2, 2, 3});
    for (int x : unique_justseen(numbers))
        if (x == 2) break;
    CHECK(numbers.left() == std::vector{2, 3});
}

// ---------------------------------------------------------------- 3. what the types promise

using of_ints = decltype(unique_justseen(std::declval<std::vector<int>&>()));
using of_keys = decltype(unique_justseen(std::declval<std::vector<int>&>(), squared()));
using of_computed = decltype(unique_justseen(std::views::iota(0, 9) | std::views::transform(squared())));
using of_one_shot = decltype(unique_justseen(std::declval<one_shot<int>>()));

static_assert(std::ranges::view<of_ints> && std::ranges::forward_range<of_ints>);
static_assert(std::ranges::common_range<of_ints> && std::ranges::forward_range<of_ints const>);
static_assert(not std::ranges::bidirectional_range<of_ints> && not std::ranges::sized_range<of_ints>);
static_assert(std::ranges::forward_range<of_keys> && std::ranges::forward_range<of_keys const>);
static_assert(std::same_as<std::ranges::range_reference_t<of_ints>, int&>);
static_assert(std::ranges::input_range<of_computed> && not std::ranges::forward_range<of_computed>);
static_assert(std::ranges::input_range<of_one_shot> && not std::ranges::input_range<of_one_shot const>);

template <class... Args>
concept can_ask = requires(Args&&... args) { unique_justseen(std::forward<Args>(args)...); };

static_assert(can_ask<std::vector<std::string>>);
static_assert(not can_ask<int>);
static_assert(not can_ask<std::string_view, char (*)(char, char)>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("unique_justseen: elements may be gone when the next one is read", "[more_itertools][unique_justseen]") {
    std::string buffer;
    auto const reused = std::views::iota(0, 6) | std::views::transform([&](int i) -> std::string_view {
                            return buffer = "a text too long to be stored in place: " + std::to_string(i / 3);
                        });
    CHECK(std::ranges::distance(unique_justseen(reused).begin(), std::default_sentinel) == 2);
}

TEST_CASE("unique_justseen: a second loop starts again, and over a one-shot source goes on",
          "[more_itertools][unique_justseen]") {
    auto view = unique_justseen("AAB"s);
    CHECK(joined(view) == "AB");
    CHECK(joined(view) == "AB");

    auto letters = unique_justseen(one_shot(std::vector{'A', 'A', 'A', 'B', 'B', 'C'}));
    CHECK(*letters.begin() == 'A');
    CHECK(joined(letters) == "BC");
    CHECK(joined(letters) == "");
}

TEST_CASE("unique_justseen: elements that only move, proxies and endless ranges", "[more_itertools][unique_justseen]") {
    auto const pointers =
        std::views::iota(0, 6) | std::views::transform([](int i) { return std::make_unique<int>(i / 2); });
    std::vector<std::unique_ptr<int>> taken;
    for (auto&& p : unique_justseen(pointers, [](auto const& p) { return *p; }))
        taken.push_back(std::forward<decltype(p)>(p));
    CHECK(taken.size() == 3);
    CHECK(*taken[2] == 2);

    CHECK(list(unique_justseen(std::vector{true, true, false, false, true})) == std::vector{true, false, true});

    std::string out;
    for (char c : unique_justseen(regius::cycle("AAB"sv))) {
        out += c;
        if (out.size() == 5) break;
    }
    CHECK(out == "ABABA");
}

TEST_CASE("unique_justseen: iterators are places that can be kept", "[more_itertools][unique_justseen]") {
    auto const view = unique_justseen("AABBA"s);
    auto it = view.begin();
    auto const kept = it++;
    CHECK(*kept == 'A');
    CHECK(*it == 'B');
    auto again = std::next(kept);
    CHECK(again == it);
    CHECK(std::string(view.begin(), view.end()) == "ABA");
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(std::ranges::equal(unique_justseen("AABBBA"sv), "ABA"sv));
static_assert(std::ranges::equal(unique_justseen("aAbB"sv, lower), "ab"sv));

}  // namespace
