// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, BuiltinTest.test_filter.

#include <regius/builtins/filter.hpp>  // first, so the header must stand on its own

#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/map.hpp>
#include <support/catch.hpp>

#include <array>
#include <concepts>
#include <forward_list>
#include <memory>
#include <optional>
#include <ranges>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::filter;
using ints = std::vector<int>;

constexpr bool even(int x) { return x % 2 == 0; }

auto list(auto&& range) {
    std::vector<std::ranges::range_value_t<decltype(range)>> out;
    for (auto&& x : range) out.push_back(std::forward<decltype(x)>(x));
    return out;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("filter: the answers CPython gives", "[builtins][filter][oracle]") {
    CHECK(list(filter([](char c) { return 'a' <= c && c <= 'z'; }, "Hello World"sv)) == list("elloorld"sv));
    CHECK(list(filter(std::vector<std::optional<int>>{1, {}, 9, {}, 2})).size() == 3);
    CHECK(list(filter(ints{1, 0, 9, 0, 2})) == ints{1, 9, 2});
    CHECK(list(filter([](int x) { return x > 0; }, ints{1, -3, 9, 0, 2})) == ints{1, 9, 2});
    CHECK(list(filter(even, ints{})) == ints{});
}

TEST_CASE("filter: without a question it keeps what is true in Python", "[builtins][filter][oracle]") {
    CHECK(list(filter(std::vector<std::string>{"a", "", "b"})) == std::vector<std::string>{"a", "b"});
    CHECK(list(std::vector<double>{0.0, -0.0, 0.5} | filter()) == std::vector<double>{0.5});
    CHECK(list(filter(std::vector<ints>{{}, {0}})) == std::vector<ints>{{0}});
    int x = 0;
    CHECK(list(filter(std::vector<int*>{nullptr, &x})) == std::vector<int*>{&x});
    CHECK(list(filter(std::vector<bool>{true, false, true})) == std::vector<bool>{true, true});
}

TEST_CASE("filter: what the predicate throws comes out where it happens", "[builtins][filter][oracle]") {
    ints seen;
    auto const picky = [](int x) { return x < 3 ? true : throw std::runtime_error("three"); };
    CHECK_THROWS_WITH(
        [&] {
            for (int x : filter(picky, ints{1, 2, 3, 4})) seen.push_back(x);
        }(),
        "three"s);
    CHECK(seen == ints{1, 2});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("filter: both spellings, pulled and pushed, are one tool", "[builtins][filter]") {
    for (int n = 0; n < 20; ++n) {
        ints numbers;
        for (int i = 0; i < n; ++i) numbers.push_back(i * 7 % 10);
        ints pushed;
        auto view = filter(even, numbers);
        CHECK(view.for_each_while([&](int x) {
            pushed.push_back(x);
            return true;
        }));
        CHECK(list(view) == pushed);
        CHECK(list(numbers | filter(even)) == pushed);
        CHECK(list(numbers | filter(even) | std::views::reverse | std::views::reverse) == pushed);
    }
}

TEST_CASE("filter: the question is asked once an element, and elements are computed once", "[builtins][filter]") {
    int asked = 0, computed = 0;
    auto const source = std::views::iota(0, 10) | std::views::transform([&](int x) { return ++computed, x; });
    auto const question = [&](int x) { return ++asked, x % 3 == 0; };
    CHECK(list(source | filter(question)) == ints{0, 3, 6, 9});
    CHECK(asked == 10);
    CHECK(computed == 10);

    asked = computed = 0;
    CHECK(list(source | filter(even) | filter(question)) == ints{0, 6});
    CHECK(asked == 5);
    CHECK(computed == 10);
}

TEST_CASE("filter: pushing stops at the element that the sink refuses", "[builtins][filter]") {
    std::istringstream in("1 2 3 4 5 6");
    auto view = std::views::istream<int>(in) | filter(even);
    CHECK_FALSE(view.for_each_while([](int x) { return x != 4; }));
    int next = 0;
    in >> next;
    CHECK(next == 5);
}

// ---------------------------------------------------------------- 3. what the types promise

// What it keeps of an element is assigned with its iterators, be it a row of references to const.
constexpr auto same = [](int const& x) -> int const& { return x; };
using computed_rows = decltype(regius::enumerate(regius::map(same, std::declval<ints const&>())));
static_assert(std::ranges::view<decltype(filter([](auto const&) { return true; }, std::declval<computed_rows>()))>);

template <class R>
using filtered = decltype(filter(even, std::declval<R>()));

static_assert(std::ranges::view<filtered<ints&>>);
static_assert(std::ranges::bidirectional_range<filtered<ints&>>);
static_assert(std::ranges::bidirectional_range<filtered<ints&> const>);
static_assert(std::ranges::common_range<filtered<ints&>>);
static_assert(not std::ranges::random_access_range<filtered<ints&>>);
static_assert(not std::ranges::sized_range<filtered<ints&>>);
static_assert(not std::ranges::borrowed_range<filtered<ints&>>);  // its iterators ask the predicate in the view
static_assert(std::ranges::forward_range<filtered<std::forward_list<int>>>);
static_assert(not std::ranges::bidirectional_range<filtered<std::forward_list<int>>>);
static_assert(std::ranges::input_range<filtered<std::ranges::istream_view<int>>>);
static_assert(not std::ranges::forward_range<filtered<std::ranges::istream_view<int>>>);
static_assert(std::same_as<std::ranges::range_reference_t<filtered<ints&>>, int&>);
static_assert(std::same_as<std::ranges::range_reference_t<filtered<ints const&>>, int const&>);

// Elements that are made when they are read are read once, so this one is an input range.
using computed_view = decltype(std::declval<ints&>() | std::views::transform([](int x) { return x; }));
static_assert(std::ranges::input_range<filtered<computed_view>>);
static_assert(not std::ranges::forward_range<filtered<computed_view>>);

template <class... Args>
concept can_filter = requires(Args&&... args) { filter(std::forward<Args>(args)...); };

static_assert(can_filter<bool (*)(int), ints>);
static_assert(can_filter<bool (*)(int)>);
static_assert(not can_filter<int>);
static_assert(not can_filter<int, ints>);
static_assert(not can_filter<bool (*)(int, int), ints>);
static_assert(not can_filter<bool (*)(int), int>);
static_assert(not can_filter<std::vector<std::pair<int, int>>>);  // a pair is neither true nor false

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("filter: a temporary container is owned, an lvalue is borrowed and can be written", "[builtins][filter]") {
    CHECK(list(filter(even, ints{1, 2, 3, 4})) == ints{2, 4});
    ints numbers{1, 2, 3, 4};
    for (int& x : numbers | filter(even)) x = 0;
    CHECK(numbers == ints{1, 0, 3, 0});
}

TEST_CASE("filter: a view that owns can be moved and assigned", "[builtins][filter]") {
    int limit = 2;
    auto const above = [limit](int x) { return x > limit; };
    auto view = filter(above, ints{1, 2, 3, 4});
    auto moved = std::move(view);
    CHECK(list(moved) == ints{3, 4});
    moved = filter(above, ints{5, 1});
    CHECK(list(moved) == ints{5});
}

TEST_CASE("filter: elements that only move, computed or stored, come through", "[builtins][filter]") {
    auto const made = std::views::iota(0, 5) | std::views::transform([](int x) { return std::make_unique<int>(x); });
    auto const taken = list(made | filter([](std::unique_ptr<int> const& p) { return *p > 2; }));
    CHECK(taken.size() == 2);
    CHECK(*taken[0] == 3);
}

TEST_CASE("filter: a predicate that takes its argument by value cannot empty the element", "[builtins][filter]") {
    auto const made =
        std::views::iota(0, 2) | std::views::transform([](int) { return "a text too long to be stored in place"s; });
    for (auto const& text : made | filter([](std::string text) { return !text.empty(); }))
        CHECK(text == "a text too long to be stored in place");
}

TEST_CASE("filter: a predicate may have a state that it changes", "[builtins][filter]") {
    std::string kept;
    for (char c : filter([n = 0](char) mutable { return ++n % 2 == 0; }, "abcd"sv)) kept += c;
    CHECK(kept == "bd");
}

TEST_CASE("filter: an iterator that is assigned leaves the elements alone", "[builtins][filter]") {
    ints numbers{1, 2, 3};
    auto view = regius::enumerate(regius::map([](int& x) -> int& { return x; }, numbers)) |
                filter([](auto const&) { return true; });
    auto it = view.begin();
    auto other = view.begin();
    ++other;
    it = std::move(other);
    CHECK(std::get<1>(*it) == 2);
    CHECK(numbers == ints{1, 2, 3});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int sum = 0;
    for (int x : filter(even, std::array{1, 2, 3, 4})) sum += x;
    filter(even, std::views::iota(0, 5)).for_each_while([&](int x) { return sum += x, true; });
    return sum;
}() == 12);

}  // namespace
