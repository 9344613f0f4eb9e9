// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1, of its docstrings and its tests.

#include <regius/more_itertools/consecutive_groups.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::consecutive_groups;
using regius::tests::list;
using regius::tests::one_shot;
using ints = std::vector<int>;

auto lists(auto&& groups) {
    std::vector<decltype(list(*groups.begin()))> out;
    for (auto&& group : groups) out.push_back(list(group));
    return out;
}

std::string text(auto&& groups) {
    std::string out;
    for (auto&& group : groups) {
        for (char c : group) out += c;
        out += ' ';
    }
    return out;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("consecutive_groups: the answers more_itertools gives", "[more_itertools][consecutive_groups][oracle]") {
    using rows = std::vector<ints>;
    CHECK(lists(consecutive_groups(ints{1, 10, 11, 12, 20, 30, 31, 32, 33, 40})) ==
          rows{{1}, {10, 11, 12}, {20}, {30, 31, 32, 33}, {40}});
    CHECK(lists(ints{1, 2, 5, 6, 8} | consecutive_groups()) == rows{{1, 2}, {5, 6}, {8}});
    CHECK(text(consecutive_groups("abcdfgilmnop"sv)) == "abcd fg i lmnop ");
    CHECK(lists(consecutive_groups(ints{3, 2, 1})) == rows{{3}, {2}, {1}});
    CHECK(lists(consecutive_groups(ints{1, 1, 2})) == rows{{1}, {1, 2}});
    CHECK(lists(consecutive_groups(ints{-2, -1, 0, 1})) == rows{{-2, -1, 0, 1}});
    CHECK(lists(consecutive_groups(ints())).empty());
    CHECK(lists(consecutive_groups(ints{7, 6, 5}, [](int x) { return -x; })) == rows{{7, 6, 5}});
}

TEST_CASE("consecutive_groups: real numbers are subtracted as in Python",
          "[more_itertools][consecutive_groups][oracle]") {
    using rows = std::vector<std::vector<double>>;
    CHECK(lists(consecutive_groups(std::vector{0.1, 1.1, 2.1, 3.1})) == rows{{0.1}, {1.1, 2.1, 3.1}});
    CHECK(lists(consecutive_groups(std::vector{1.5, 2.5, 3.5})) == rows{{1.5, 2.5, 3.5}});
}

TEST_CASE("consecutive_groups: the largest number is not followed by the smallest",
          "[more_itertools][consecutive_groups]") {
    auto const groups_of = []<class T>(std::vector<T> numbers) { return lists(consecutive_groups(numbers)).size(); };
    using i64 = std::numeric_limits<std::int64_t>;
    using u64 = std::numeric_limits<std::uint64_t>;
    CHECK(groups_of(std::vector{i64::max() - 1, i64::max(), i64::min(), i64::min() + 1}) == 2);
    CHECK(groups_of(std::vector{u64::max() - 1, u64::max(), std::uint64_t{0}, std::uint64_t{1}}) == 2);
    CHECK(groups_of(std::vector{std::uint8_t{255}, std::uint8_t{0}}) == 2);
    CHECK(groups_of(std::vector{std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}}) == 1);
    CHECK(groups_of(std::vector{std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{2}}) == 1);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("consecutive_groups: every loop counts from the start again; a one-shot source goes on",
          "[more_itertools][consecutive_groups]") {
    auto view = consecutive_groups("abd"s);
    CHECK(text(view) == "ab d ");
    CHECK(text(view) == "ab d ");

    auto goes_on = consecutive_groups(one_shot(ints{1, 2, 5, 6}));
    for (auto group : goes_on) {
        CHECK(list(group) == ints{1, 2});
        break;
    }
    CHECK(lists(goes_on) == std::vector<ints>{{5, 6}});
}

TEST_CASE("consecutive_groups: element and ordering are computed once each", "[more_itertools][consecutive_groups]") {
    int elements = 0, asked = 0;
    auto const computed = regius::map([&](int x) { return ++elements, std::make_unique<int>(x); }, ints{1, 2, 4});
    std::vector<std::size_t> sizes;
    for (auto group : consecutive_groups(computed, [&](auto const& p) { return ++asked, *p; })) {
        std::vector<std::unique_ptr<int>> taken;
        for (auto&& p : group) taken.push_back(std::forward<decltype(p)>(p));
        sizes.push_back(taken.size());
    }
    CHECK(sizes == std::vector<std::size_t>{2, 1});
    CHECK(elements == 3);
    CHECK(asked == 3);
}

TEST_CASE("consecutive_groups: groups can be skipped, and an endless one begun",
          "[more_itertools][consecutive_groups]") {
    std::size_t n = 0;
    for ([[maybe_unused]] auto group : consecutive_groups(ints{1, 2, 5, 6, 8})) ++n;
    CHECK(n == 3);
    for (auto group : consecutive_groups(regius::count(5))) {
        CHECK(*group.begin() == 5);
        break;
    }
}

// ---------------------------------------------------------------- 3. what the types promise

struct ticket {
    int number;
    std::string owner;
};
using of_tickets = decltype(consecutive_groups(std::declval<std::vector<ticket>&>(), &ticket::number));

static_assert(std::ranges::view<of_tickets> && std::ranges::input_range<of_tickets>);
static_assert(not std::ranges::forward_range<of_tickets>);
static_assert(std::same_as<std::ranges::range_reference_t<std::ranges::range_reference_t<of_tickets>>, ticket&>);

template <class... Args>
concept can_group = requires(Args&&... args) { consecutive_groups(std::forward<Args>(args)...); };

static_assert(not can_group<std::vector<ticket>>);  // a ticket is not a number
static_assert(not can_group<std::vector<ticket>, std::string ticket::*>);
static_assert(not can_group<int>);

TEST_CASE("consecutive_groups: writes reach the source", "[more_itertools][consecutive_groups]") {
    std::vector<ticket> tickets{{1, "a"}, {2, "b"}, {4, "c"}};
    for (auto group : tickets | consecutive_groups(&ticket::number))
        for (auto& t : group) t.owner += '!';
    CHECK(tickets[2].owner == "c!");
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int const numbers[] = {1, 2, 5};
    int groups = 0;
    for ([[maybe_unused]] auto group : consecutive_groups(numbers)) ++groups;
    return groups;
}() == 2);

}  // namespace
