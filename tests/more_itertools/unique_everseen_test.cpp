// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its docstrings.

#include <regius/more_itertools/unique_everseen.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>
#include <support/text.hpp>

#include <cstddef>
#include <memory>
#include <random>
#include <ranges>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::unique_everseen;
using regius::tests::joined;
using regius::tests::lower;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("unique_everseen: the answers more_itertools gives", "[more_itertools][unique_everseen][oracle]") {
    CHECK(joined(unique_everseen("AAAABBBCCDAABBB"sv)) == "ABCD");
    CHECK(joined(unique_everseen("ABBCcAD"sv, lower)) == "ABCD");
    CHECK(joined("ABBCcAD"sv | unique_everseen(lower)) == "ABCD");
    CHECK(joined("aAbACCc"sv | unique_everseen()) == "aAbCc");
    CHECK(joined(unique_everseen(""sv)) == "");
}

TEST_CASE("unique_everseen: the first of its kind is the one that stays", "[more_itertools][unique_everseen]") {
    std::vector<std::pair<int, char>> const pairs{{1, 'a'}, {2, 'b'}, {1, 'c'}, {3, 'd'}, {2, 'e'}};
    std::string kept;
    for (auto const& [key, c] : unique_everseen(pairs, &std::pair<int, char>::first)) kept += c;
    CHECK(kept == "abd");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("unique_everseen: agrees with a set, pulled and pushed", "[more_itertools][unique_everseen]") {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        std::vector<unsigned> numbers(random() % 500);
        for (auto& x : numbers) x = static_cast<unsigned>(random() % 100);
        std::vector<unsigned> expected;
        std::set<unsigned> seen;
        for (auto x : numbers)
            if (seen.insert(x).second) expected.push_back(x);

        auto view = unique_everseen(numbers);
        std::vector<unsigned> pulled, pushed;
        for (auto x : view) pulled.push_back(x);
        view.for_each_while([&](unsigned x) {
            pushed.push_back(x);
            return true;
        });
        CHECK(pulled == expected);
        CHECK(pushed == expected);
    }
}

TEST_CASE("unique_everseen: element and key are computed once each", "[more_itertools][unique_everseen]") {
    int elements = 0, keys = 0;
    auto const computed = "ABAB"sv | std::views::transform([&](char c) { return ++elements, c; });
    CHECK(joined(unique_everseen(computed, [&](char c) { return ++keys, c; })) == "AB");
    CHECK(elements == 4);
    CHECK(keys == 4);
}

TEST_CASE("unique_everseen: reads no further than the element it yields", "[more_itertools][unique_everseen]") {
    std::istringstream in("1 1 2 1 3 4");
    auto numbers = std::views::istream<int>(in);
    for (int x : numbers | unique_everseen())
        if (x == 3) break;
    int next = 0;
    in >> next;
    CHECK(next == 4);
}

TEST_CASE("unique_everseen: equal texts at different addresses are one", "[more_itertools][unique_everseen]") {
    char const a[] = "same", b[] = "same";
    int n = 0;
    for ([[maybe_unused]] char const* text : unique_everseen(std::vector<char const*>{a, b})) ++n;
    CHECK(n == 1);
}

// ---------------------------------------------------------------- 3. what the types promise

using view_of_ints = decltype(unique_everseen(std::declval<std::vector<int>&>()));

static_assert(std::ranges::view<view_of_ints>);
static_assert(std::ranges::input_range<view_of_ints>);
static_assert(not std::ranges::forward_range<view_of_ints>);
static_assert(std::same_as<std::ranges::range_reference_t<view_of_ints>, int&>);

struct unhashable {};

template <class... Args>
concept can_ask = requires(Args&&... args) { unique_everseen(std::forward<Args>(args)...); };

static_assert(can_ask<std::vector<std::string>>);
static_assert(not can_ask<std::vector<unhashable>>);
static_assert(can_ask<std::vector<unhashable>, int (*)(unhashable const&)>);
static_assert(not can_ask<int>);
static_assert(not can_ask<std::string_view, char (*)(char, char)>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("unique_everseen: elements may be gone when the next one is read", "[more_itertools][unique_everseen]") {
    std::string buffer;
    auto const reused = std::views::iota(0, 6) | std::views::transform([&](int i) -> std::string_view {
                            return buffer = "a text too long to be stored in place: " + std::to_string(i % 3);
                        });
    int kept = 0;
    for ([[maybe_unused]] auto line : unique_everseen(reused)) ++kept;
    CHECK(kept == 3);
}

TEST_CASE("unique_everseen: a second loop starts again, and over a one-shot source goes on",
          "[more_itertools][unique_everseen]") {
    auto view = unique_everseen("AAB"s);
    CHECK(joined(view) == "AB");
    CHECK(joined(view) == "AB");

    std::istringstream in("A B A C");
    auto letters = unique_everseen(std::views::istream<char>(in));
    CHECK(*letters.begin() == 'A');
    CHECK(joined(letters) == "BC");
    CHECK(joined(letters) == "");
}

TEST_CASE("unique_everseen: elements that only move come through", "[more_itertools][unique_everseen]") {
    auto const pointers =
        std::views::iota(0, 6) | std::views::transform([](int i) { return std::make_unique<int>(i % 3); });
    std::vector<std::unique_ptr<int>> taken;
    for (auto&& p : unique_everseen(pointers, [](auto const& p) { return *p; }))
        taken.push_back(std::forward<decltype(p)>(p));
    CHECK(taken.size() == 3);
    CHECK(*taken[2] == 2);
}

TEST_CASE("unique_everseen: what the key throws comes out, and the loop can go on",
          "[more_itertools][unique_everseen]") {
    std::istringstream in("1 2 1 3");
    bool armed = true;
    auto view = unique_everseen(std::views::istream<int>(in), [&](int x) {
        if (x == 2 && std::exchange(armed, false)) throw std::runtime_error("key");
        return x;
    });
    auto it = view.begin();
    CHECK(*it == 1);
    CHECK_THROWS_WITH(++it, "key"s);
    CHECK(*view.begin() == 3);
}

}  // namespace
