// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_groupby and TestGC's neighbours.

#include <regius/itertools/groupby.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/itertools/starmap.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <array>
#include <cstddef>
#include <forward_list>
#include <memory>
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
using regius::groupby;
using runs = std::vector<std::pair<char, std::string>>;

runs collected(auto&& groups) {
    runs out;
    for (auto [key, group] : groups) {
        out.emplace_back(key, "");
        for (auto x : group) out.back().second += static_cast<char>(x);
    }
    return out;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("groupby: the answers CPython gives", "[itertools][groupby][oracle]") {
    CHECK(collected(groupby(""sv)) == runs{});
    CHECK(collected(groupby("A"sv)) == runs{{'A', "A"}});
    CHECK(collected(groupby("AAAABBBCCDAABBB"sv)) ==
          runs{{'A', "AAAA"}, {'B', "BBB"}, {'C', "CC"}, {'D', "D"}, {'A', "AA"}, {'B', "BBB"}});
    CHECK(collected("abAB"sv | groupby([](char c) { return c < 'a' ? 'U' : 'l'; })) == runs{{'l', "ab"}, {'U', "AB"}});
}

TEST_CASE("groupby: its runs are pairs, which other tools take apart", "[itertools][groupby]") {
    auto const length = [](char key, auto group) {
        return std::string(1, key) + std::to_string(regius::tests::list(group).size());
    };
    CHECK(regius::tests::list(groupby("AAABBA"sv) | regius::starmap(length)) ==
          std::vector<std::string>{"A3", "B2", "A1"});
}

TEST_CASE("groupby: a row of a table is grouped by a column", "[itertools][groupby][oracle]") {
    struct row {
        int number, tens, ones;
    };
    std::vector<row> const table{{0, 10, 20}, {0, 11, 21}, {0, 12, 21}, {1, 13, 21}, {1, 14, 22}, {2, 15, 22}};
    std::vector<std::pair<int, int>> sizes;
    for (auto [key, group] : groupby(table, &row::number)) {
        int n = 0;
        for (row const& r : group) n += r.number == key;
        sizes.emplace_back(key, n);
    }
    CHECK(sizes == std::vector<std::pair<int, int>>{{0, 3}, {1, 2}, {2, 1}});
}

TEST_CASE("groupby: groups that were not looked at are skipped", "[itertools][groupby][oracle]") {
    std::string keys;
    for (auto [key, group] : groupby("AAABBBCCCA"sv)) keys += key;
    CHECK(keys == "ABCA");

    keys.clear();
    for (auto [key, group] : groupby("AAABBBCCCA"sv)) {
        keys += key;
        for (char c : group) {
            keys += c;
            break;
        }
    }
    CHECK(keys == "AABBCCAA");
}

TEST_CASE("groupby: going on empties the group before", "[itertools][groupby][oracle]") {
    auto groups = groupby("AABB"sv);
    auto it = groups.begin();
    auto first = (*it).second;
    ++it;
    auto second = (*it).second;
    CHECK(first.begin() == first.end());
    CHECK(*second.begin() == 'B');
    ++it;
    CHECK(it == groups.end());
    CHECK(second.begin() == second.end());
}

TEST_CASE("groupby: the last run is there when all its elements have been read", "[itertools][groupby]") {
    auto sizes = groupby("AAABBCC"sv) | regius::map([](auto const& run) { return regius::ilen(run.second); });
    std::vector<std::size_t> kept;
    for (auto const n : sizes | regius::filter([](std::size_t n) { return n != 0; })) kept.push_back(n);
    CHECK(kept == std::vector<std::size_t>{3, 2, 2});
}

TEST_CASE("groupby: leaving both loops and coming back goes on, over a one-shot source",
          "[itertools][groupby][oracle]") {
    std::istringstream in("1 1 2 2 2 3 3");
    auto groups = groupby(std::views::istream<int>(in));
    std::string seen;
    for (auto [key, group] : groups) {
        if (key != 2) continue;
        for (int x : group) {
            seen += "first" + std::to_string(x);
            break;
        }
        for (int x : group) seen += " again" + std::to_string(x);
        break;
    }
    for (auto [key, group] : groups) {
        seen += " rest" + std::to_string(key);
        for (int x : group) seen += " " + std::to_string(x);
    }
    CHECK(seen == "first2 again2 again2 rest3 3 3");
}

TEST_CASE("groupby: what the source, the key or the comparison throws comes out where it happens",
          "[itertools][groupby]") {
    auto const limit = [](int x) { return x < 3 ? x / 2 : throw std::runtime_error("key"); };
    std::vector const numbers{0, 1, 2, 3};
    std::vector<int> keys;
    CHECK_THROWS_WITH(
        [&] {
            for (auto [key, group] : groupby(numbers, limit)) keys.push_back(key);
        }(),
        "key"s);
    CHECK(keys == std::vector{0, 1});

    struct fussy {
        int value;
        bool operator==(fussy const& that) const {
            return value == 2 || that.value == 2 ? throw std::runtime_error("==") : value == that.value;
        }
    };
    keys.clear();
    CHECK_THROWS_WITH(
        [&] {
            for (auto [key, group] : groupby(numbers, [](int x) { return fussy{x}; })) keys.push_back(key.value);
        }(),
        "=="s);
    CHECK(keys == std::vector{0, 1});
}

TEST_CASE("groupby: a loop after one that key ended by throwing goes on behind the element",
          "[itertools][groupby][oracle]") {
    auto const not_one = [](int x) { return x != 1 ? x : throw std::runtime_error("key"); };
    std::istringstream in("1 2 2 1 3");
    auto groups = groupby(std::views::istream<int>(in), not_one);
    CHECK_THROWS_WITH(groups.begin(), "key"s);
    std::vector<int> keys;
    auto const go_on = [&] {
        for (auto [key, group] : groups) keys.push_back(key);
    };
    CHECK_THROWS_WITH(go_on(), "key"s);
    CHECK(keys == std::vector{2});
    go_on();
    CHECK(keys == std::vector{2, 3});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("groupby: the groups together are the range, and neighbours differ", "[itertools][groupby]") {
    for (unsigned bits = 0; bits < 256; ++bits) {
        std::string text;
        for (unsigned i = 0; i < 8; ++i) text += bits >> i & 1 ? 'x' : 'o';
        std::string whole;
        char before = '\0';
        for (auto const& [key, run] : collected(groupby(text))) {
            CHECK(key != before);
            CHECK(run.find_first_not_of(key) == std::string::npos);
            CHECK_FALSE(run.empty());
            before = key;
            whole += run;
        }
        CHECK(whole == text);
    }
}

TEST_CASE("groupby: the key is asked once an element", "[itertools][groupby]") {
    int calls = 0;
    auto groups = groupby("AABBC"sv, [&](char c) { return ++calls, c; });
    CHECK(calls == 0);
    CHECK(collected(groups).size() == 3);
    CHECK(calls == 5);
}

TEST_CASE("groupby: an element that is computed is computed once", "[itertools][groupby]") {
    int calls = 0;
    auto const computed = "AABBC"sv | std::views::transform([&](char c) { return ++calls, c; });
    CHECK(collected(groupby(computed)) == runs{{'A', "AA"}, {'B', "BB"}, {'C', "C"}});
    CHECK(calls == 5);
}

TEST_CASE("groupby: equal texts at different addresses are one group", "[itertools][groupby]") {
    char const a[] = "same", b[] = "same";
    int n = 0;
    for ([[maybe_unused]] auto const& entry : groupby(std::vector<char const*>{a, b})) ++n;
    CHECK(n == 1);
}

// ---------------------------------------------------------------- 3. what the types promise

using view = decltype(groupby(std::declval<std::vector<int>&>()));

static_assert(std::ranges::view<view>);
static_assert(std::ranges::input_range<view>);
static_assert(not std::ranges::forward_range<view>);
static_assert(std::ranges::input_range<decltype((*std::declval<view&>().begin()).second)>);
static_assert(std::same_as<decltype(*(*std::declval<view&>().begin()).second.begin()), int&>);

template <class... Args>
concept can_group = requires(Args&&... args) { groupby(std::forward<Args>(args)...); };

static_assert(can_group<std::string_view>);
static_assert(can_group<std::vector<std::string>&, decltype(&std::string::size)>);
static_assert(not can_group<int, std::identity>);
static_assert(not can_group<int>);
static_assert(not can_group<std::string_view, int (*)(int, int)>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("groupby: a temporary container is owned, and can be written through a group", "[itertools][groupby]") {
    CHECK(collected(groupby("AAB"s)) == runs{{'A', "AA"}, {'B', "B"}});

    std::vector numbers{1, 1, 2};
    for (auto [key, group] : groupby(numbers, [](int x) { return x % 2; }))
        for (int& x : group) x = key;
    CHECK(numbers == std::vector{1, 1, 0});
}

TEST_CASE("groupby: elements that only move can be taken out of a group", "[itertools][groupby]") {
    auto const pointers =
        std::views::iota(0, 4) | std::views::transform([](int i) { return std::make_unique<int>(i); });
    std::vector<std::unique_ptr<int>> taken;
    for (auto [key, group] : groupby(pointers, [](auto const& p) { return *p / 2; }))
        for (auto&& p : group) taken.push_back(std::forward<decltype(p)>(p));
    CHECK(taken.size() == 4);
    CHECK(*taken[3] == 3);
}

TEST_CASE("groupby: a key may look into an element that is gone when the next one is read", "[itertools][groupby]") {
    std::string buffer;
    auto const reused = std::views::iota(0, 6) | std::views::transform([&](int i) -> std::string_view {
                            return buffer = "a text too long to be stored in place: " + std::to_string(i / 2);
                        });
    std::vector<std::string> keys;
    for (auto const& [key, group] : groupby(reused, [](std::string_view line) { return line.substr(2); }))
        keys.emplace_back(key.substr(37));
    CHECK(keys == std::vector{"0"s, "1"s, "2"s});
}

TEST_CASE("groupby: a view that was moved starts afresh", "[itertools][groupby]") {
    auto groups = groupby("AAB"s);
    CHECK((*groups.begin()).first == 'A');
    auto moved = std::move(groups);
    CHECK(collected(moved) == runs{{'A', "AA"}, {'B', "B"}});
    CHECK(collected(moved) == runs{{'A', "AA"}, {'B', "B"}});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    std::array const numbers{1, 1, 2, 2, 2, 3};
    int code = 0;
    for (auto [key, group] : groupby(numbers)) {
        int n = 0;
        for ([[maybe_unused]] int x : group) ++n;
        code = 100 * code + 10 * key + n;
    }
    return code;
}() == 12'23'31);

}  // namespace
