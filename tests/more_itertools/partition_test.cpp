// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its tests. For texts: tests/text/partition_test.cpp.

#include <regius/more_itertools/partition.hpp>  // first, so the header must stand on its own

#include <regius/builtins/generator.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/text/partition.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <map>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::partition;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;

constexpr auto odd = [](auto x) { return x % 2 != 0; };

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("partition: the answers more_itertools gives", "[more_itertools][partition][oracle]") {
    auto [evens, odds] = partition(odd, range(10));
    CHECK(list(evens) == ints{0, 2, 4, 6, 8});
    CHECK(list(odds) == ints{1, 3, 5, 7, 9});
    CHECK((list(evens).empty() && list(odds).empty()));

    auto [yes, no] = range(5) | partition([](int) { return false; });
    CHECK(list(yes) == ints{0, 1, 2, 3, 4});
    CHECK(list(no).empty());

    auto [empty, words] = partition(regius::none, std::vector{"a"s, ""s, "b"s});
    CHECK(list(words) == std::vector{"a"s, "b"s});
    CHECK(list(empty) == std::vector{""s});
}

TEST_CASE("partition: either half may be read first, in turns, pulled or pushed", "[more_itertools][partition]") {
    auto [evens, odds] = partition(odd, range(10));
    ints seen;
    for (int x : odds) {
        seen.push_back(x);
        if (x == 5) break;
    }
    CHECK(seen == ints{1, 3, 5});
    CHECK(*evens.begin() == 0);
    CHECK(pushed(evens) == ints{2, 4, 6, 8});
    CHECK(pushed(odds) == ints{7, 9});
}

TEST_CASE("partition: reads as far as it must, and asks once", "[more_itertools][partition][oracle]") {
    one_shot<int> source({0, 2, 4, 1, 6, 3});
    int calls = 0;
    auto [evens, odds] = partition([&calls](int x) { return ++calls, odd(x); }, source);
    CHECK((calls == 0 && source.left().size() == 6));
    CHECK(*odds.begin() == 1);
    CHECK((calls == 4 && source.left() == ints{6, 3}));
    CHECK(list(evens) == ints{0, 2, 4, 6});
    CHECK(list(odds) == ints{3});
    CHECK(calls == 6);

    auto [some, others] = partition(odd, regius::count(1));
    CHECK(list(others | regius::islice(3)) == std::vector<std::ptrdiff_t>{1, 3, 5});
    CHECK(list(some | regius::islice(3)) == std::vector<std::ptrdiff_t>{2, 4, 6});
}

TEST_CASE("partition: elements are computed once, before the question is asked", "[more_itertools][partition]") {
    int calls = 0;
    auto [evens, odds] = range(6) | regius::map([&calls](auto n) { return ++calls, std::to_string(n); }) |
                         partition([](std::string const& s) { return odd(s[0]); });
    CHECK(list(odds) == std::vector{"1"s, "3"s, "5"s});
    CHECK(list(evens) == std::vector{"0"s, "2"s, "4"s});
    CHECK(calls == 6);
}

// ---------------------------------------------------------------- 2. one object for two tools

TEST_CASE("partition: texts are cut, ranges are sorted apart", "[more_itertools][partition]") {
    CHECK(partition("key=value", '=') == std::tuple{"key"sv, "="sv, "value"sv});
    CHECK(("key=value"sv | partition("=")) == std::tuple{"key"sv, "="sv, "value"sv});
    auto [consonants, vowels] =
        partition([](char c) { return "aeiou"sv.find(c) != std::string_view::npos; }, "banana"s);
    CHECK(list(vowels) == list("aaa"sv));
    CHECK(list(consonants) == list("bnn"sv));
}

// ---------------------------------------------------------------- 3. what the types promise

template <class R>
using half_of = typename decltype(partition(odd, std::declval<R>()))::first_type;
static_assert(std::ranges::view<half_of<ints&>> && std::ranges::input_range<half_of<ints&>>);
static_assert(not std::ranges::forward_range<half_of<ints&>>);
static_assert(std::same_as<std::ranges::range_reference_t<half_of<ints&>>, int&>);
static_assert(std::ranges::viewable_range<half_of<one_shot<int>>&>);
static_assert(regius::core::infinite<half_of<decltype(regius::count())>>);

template <class... Args>
concept can_part = requires(Args&&... args) { partition(std::forward<Args>(args)...); };
static_assert(can_part<decltype(odd), ints> and can_part<decltype(odd)> and can_part<std::string, char>);
static_assert(not can_part<ints, decltype(odd)> and not can_part<bool (*)(int, int), ints>);
static_assert(not can_part<decltype(odd), int> and not can_part<int>);
static_assert(std::invocable<decltype(partition) const&, decltype(odd), ints>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("partition: elements that stay in place can be written", "[more_itertools][partition]") {
    std::list numbers{1, 2, 3, 4};
    auto [evens, odds] = partition(odd, numbers);
    for (int& x : odds) x = 0;
    CHECK(numbers == std::list{0, 2, 0, 4});

    std::map<int, int> ages{{1, 10}, {2, 20}};
    auto [young, old] = ages | partition([](auto const& person) { return person.second > 10; });
    for (auto& [name, age] : old) age = 0;
    CHECK(ages == std::map<int, int>{{1, 10}, {2, 0}});
}

TEST_CASE("partition: temporaries are owned by both halves", "[more_itertools][partition]") {
    auto odds = partition(odd, ints{1, 2, 3}).second;
    CHECK(list(odds) == ints{1, 3});

    auto owners = range(4) | regius::map([](auto n) { return std::make_unique<int>(int(n)); }) |
                  partition([](auto const& p) { return odd(*p); });
    std::vector<std::unique_ptr<int>> taken;
    for (auto&& p : owners.second) taken.push_back(std::move(p));
    CHECK((taken.size() == 2 && *taken[1] == 3));
}

TEST_CASE("partition: a copy of a half shares its elements", "[more_itertools][partition]") {
    auto [evens, odds] = partition(odd, ints{0, 1, 2, 3, 4});
    CHECK(list(evens | regius::islice(1)) == ints{0});
    CHECK(list(evens) == ints{2, 4});
}

TEST_CASE("partition: lines of a buffer are kept, bits are values", "[more_itertools][partition]") {
    auto const lines = []() -> regius::generator<std::string_view> {
        std::string buffer;
        for (int i = 0; i != 6; ++i) co_yield buffer = "a text too long to be stored in place: "s + char('0' + i);
    };
    auto [evens, odds] = partition([](std::string_view line) { return odd(line.back()); }, lines());
    std::string seen;
    for (auto&& line : odds) seen += line.back();
    for (auto&& line : evens) seen += line.back();
    CHECK(seen == "135024");

    std::vector<bool> const bits{true, false, true};
    auto [off, on] = partition(regius::none, bits);
    CHECK((list(on).size() == 2 && list(off).size() == 1));
}

TEST_CASE("partition: what the predicate throws comes out, and the loop can go on", "[more_itertools][partition]") {
    auto [evens, odds] = partition([](int x) { return x == 2 ? throw std::runtime_error("two") : odd(x); }, range(5));
    CHECK_THROWS_WITH(list(odds), "two"s);
    CHECK(list(odds) == ints{3});
    CHECK(list(evens) == ints{0, 4});
}

}  // namespace
