// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its tests. What both tools share is tested with unique_everseen.

#include <regius/more_itertools/duplicates_everseen.hpp>  // first, so the header must stand on its own

#include <regius/more_itertools/unique_everseen.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>
#include <support/text.hpp>

#include <algorithm>
#include <concepts>
#include <memory>
#include <random>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::duplicates_everseen;
using regius::unique_everseen;
using regius::tests::joined;
using regius::tests::list;
using regius::tests::lower;
using regius::tests::one_shot;
using regius::tests::pushed;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("duplicates_everseen: the answers more_itertools gives", "[more_itertools][duplicates_everseen][oracle]") {
    CHECK(joined(duplicates_everseen("mississippi"sv)) == "sissipi");
    CHECK(joined(duplicates_everseen("AaaBbbCccAaa"sv, lower)) == "aabbccAaa");
    CHECK(joined("AaaBbbCccAaa"sv | duplicates_everseen(lower)) == "aabbccAaa");
    CHECK(joined("mississippi"sv | duplicates_everseen() | unique_everseen()) == "sip");
    CHECK(joined(duplicates_everseen("abc"sv)) == "");
    CHECK(joined(duplicates_everseen(""sv)) == "");
    std::vector<std::pair<int, int>> const pairs{{1, 2}, {1, 3}, {2, 2}, {1, 2}};
    CHECK(list(duplicates_everseen(pairs)) == std::vector{std::pair(1, 2)});
    CHECK(list(duplicates_everseen(pairs, &std::pair<int, int>::first)) ==
          std::vector{std::pair(1, 3), std::pair(1, 2)});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("duplicates_everseen: is what unique_everseen leaves out", "[more_itertools][duplicates_everseen]") {
    std::mt19937 random(5);
    for (int round = 0; round < 30; ++round) {
        std::vector<unsigned> numbers(random() % 200);
        for (auto& x : numbers) x = static_cast<unsigned>(random() % 50);
        auto once = list(unique_everseen(numbers));
        auto const again = list(duplicates_everseen(numbers));
        CHECK(pushed(duplicates_everseen(numbers)) == again);
        CHECK(list(duplicates_everseen(one_shot(numbers))) == again);
        once.insert(once.end(), again.begin(), again.end());
        CHECK(std::ranges::is_permutation(once, numbers));
    }
}

TEST_CASE("duplicates_everseen: reads no further than the element it yields", "[more_itertools][duplicates_everseen]") {
    one_shot numbers(std::vector{1, 2, 1, 3});
    CHECK(*duplicates_everseen(numbers).begin() == 1);
    CHECK(numbers.left() == std::vector{3});
}

TEST_CASE("duplicates_everseen: element and key are computed once each", "[more_itertools][duplicates_everseen]") {
    int elements = 0, keys = 0;
    auto const computed = "ABAB"sv | std::views::transform([&](char c) { return ++elements, c; });
    CHECK(joined(duplicates_everseen(computed, [&](char c) { return ++keys, c; })) == "AB");
    CHECK(elements == 4);
    CHECK(keys == 4);
}

// ---------------------------------------------------------------- 3. what the types promise

using of_ints = decltype(duplicates_everseen(std::declval<std::vector<int>&>()));

static_assert(std::ranges::view<of_ints> && std::ranges::input_range<of_ints>);
static_assert(not std::ranges::forward_range<of_ints>);
static_assert(std::same_as<std::ranges::range_reference_t<of_ints>, int&>);

struct unhashable {};

template <class... Args>
concept can_ask = requires(Args&&... args) { duplicates_everseen(std::forward<Args>(args)...); };

static_assert(can_ask<std::vector<std::string>>);
static_assert(not can_ask<std::vector<unhashable>>);
static_assert(can_ask<std::vector<unhashable>, int (*)(unhashable const&)>);
static_assert(not can_ask<int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("duplicates_everseen: a second loop starts again, and over a one-shot source goes on",
          "[more_itertools][duplicates_everseen]") {
    auto view = duplicates_everseen("ABAB"s);
    CHECK(joined(view) == "AB");
    CHECK(joined(view) == "AB");

    auto letters = duplicates_everseen(one_shot(std::vector{'A', 'A', 'B', 'C', 'B'}));
    CHECK(*letters.begin() == 'A');
    CHECK(joined(letters) == "B");
}

TEST_CASE("duplicates_everseen: elements that only move come through", "[more_itertools][duplicates_everseen]") {
    auto const pointers =
        std::views::iota(0, 6) | std::views::transform([](int i) { return std::make_unique<int>(i % 3); });
    std::vector<std::unique_ptr<int>> taken;
    for (auto&& p : duplicates_everseen(pointers, [](auto const& p) { return *p; }))
        taken.push_back(std::forward<decltype(p)>(p));
    CHECK(taken.size() == 3);
    CHECK(*taken[0] == 0);
}

}  // namespace
