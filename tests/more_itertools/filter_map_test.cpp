// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1, of its docstrings and its tests.

#include <regius/more_itertools/filter_map.hpp>  // first, so the header must stand on its own

#include <regius/builtins/dict.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <concepts>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::filter_map;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using strings = std::vector<std::string>;

constexpr std::optional<int> digit(std::string_view s) {
    if (s.size() != 1 || s[0] < '0' || s[0] > '9') return std::nullopt;
    return s[0] - '0';
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("filter_map: the answers more_itertools gives", "[more_itertools][filter_map][oracle]") {
    CHECK(list(filter_map(digit, std::vector{"1"sv, "a"sv, "2"sv, "b"sv, "3"sv})) == ints{1, 2, 3});
    CHECK(list(std::vector{"1"sv, "a"sv} | filter_map(digit)) == ints{1});
    CHECK(list(filter_map(digit, std::vector{"0"sv})) == ints{0});  // zero is not None
    CHECK(list(filter_map([](int) { return std::optional<int>(); }, std::vector{1, 2})).empty());
    CHECK(list(filter_map(digit, strings())).empty());
    CHECK(list(filter_map([](int x) { return std::optional(x % 2 == 0); }, regius::range(2))) ==
          std::vector{true, false});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("filter_map: calls the function once an element, pulled and pushed", "[more_itertools][filter_map]") {
    int calls = 0;
    auto const half = [&](int x) { return ++calls, x % 2 == 0 ? std::optional(std::to_string(x / 2)) : std::nullopt; };
    auto view = filter_map(half, regius::range(6));
    CHECK(list(view) == strings{"0", "1", "2"});
    CHECK(calls == 6);
    CHECK(pushed(view) == strings{"0", "1", "2"});
    CHECK(calls == 12);
    CHECK(list(filter_map(half, one_shot(ints{4, 5, 6}))) == strings{"2", "3"});
}

TEST_CASE("filter_map: reads no further than what it yields, and one element is enough of an endless range",
          "[more_itertools][filter_map]") {
    one_shot words(std::vector{"a"sv, "7"sv, "8"sv});
    CHECK(*filter_map(digit, words).begin() == 7);
    CHECK(words.left() == std::vector{"8"sv});
    auto const large = [](auto x) { return x > 1000 ? std::optional(x) : std::nullopt; };
    CHECK(*filter_map(large, regius::count()).begin() == 1001);
}

TEST_CASE("filter_map: an element can be looked at twice and moved from once", "[more_itertools][filter_map]") {
    auto view =
        filter_map([](int x) { return std::optional("a text too long for its place: " + std::to_string(x)); }, ints{1});
    for (auto it = view.begin(); it != view.end(); ++it) {
        CHECK(std::string_view(*it).size() == 32);
        std::string const taken = *it;
        CHECK(taken.size() == 32);
    }
}

TEST_CASE("filter_map: pointers, references, members and what only moves", "[more_itertools][filter_map]") {
    ints numbers{1, 2, 3};
    for (int& x : filter_map([&](std::size_t i) { return i % 2 == 0 ? &numbers[i] : nullptr; }, regius::range(3u)))
        x = 0;
    CHECK(numbers == ints{0, 2, 0});

    regius::dict<std::string, int> const ages{{"ann", 30}, {"bob", 40}};
    CHECK(list(strings{"bob", "eve", "ann"} | filter_map([&](auto const& name) { return ages.get(name); })) ==
          ints{40, 30});

    struct person {
        std::optional<std::string> city;
    };
    std::vector<person> people{{"Rome"}, {std::nullopt}, {"Oslo"}};
    CHECK(list(filter_map(&person::city, people)) == strings{"Rome", "Oslo"});
    for (auto& city : filter_map(&person::city, people)) city += "!";
    CHECK(people[2].city == "Oslo!");
    CHECK(list(filter_map(&person::city, std::vector<person>(people))) == strings{"Rome!", "Oslo!"});

    std::vector<std::unique_ptr<int>> taken;
    auto const made = [](int x) {
        return x != 1 ? std::optional(std::make_unique<int>(x)) : std::optional<std::unique_ptr<int>>();
    };
    for (auto&& p : filter_map(made, regius::range(3))) taken.push_back(std::forward<decltype(p)>(p));
    CHECK(taken.size() == 2);
    CHECK(*taken[1] == 2);
    CHECK(list(filter_map([](int x) { return std::make_unique<int>(x); }, regius::range(2))) == ints{0, 1});
}

// ---------------------------------------------------------------- 3. what the types promise

using digits = decltype(filter_map(digit, std::declval<strings&>()));

static_assert(std::ranges::view<digits> && std::ranges::input_range<digits>);
static_assert(not std::ranges::forward_range<digits>);  // finding an element again would call the function again
static_assert(std::same_as<std::ranges::range_reference_t<digits>, int>);

template <class... Args>
concept can_ask = requires(Args&&... args) { filter_map(std::forward<Args>(args)...); };

static_assert(can_ask<decltype(digit)&, strings>);
static_assert(not can_ask<bool (*)(std::string), strings>);  // a bool has nothing inside
static_assert(not can_ask<decltype(digit)&, ints>);
static_assert(not can_ask<decltype(digit)&, int>);

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int total = 0;
    filter_map(digit, std::views::single("7"sv)).for_each_while([&](int x) { return total += x, true; });
    return total;
}() == 7);

}  // namespace
