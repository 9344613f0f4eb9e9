// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_batched.

#include <regius/itertools/batched.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/io/lines.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <cstddef>
#include <limits>
#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::batched;
using regius::batched_n;
using regius::batched_strict;
using regius::range;

std::vector<std::string> words(auto&& batches) { return regius::to<std::vector<std::string>>(batches); }
using strings = std::vector<std::string>;

TEST_CASE("batched: the answers CPython gives", "[itertools][batched][oracle]") {
    CHECK(words(batched("ABCDEFG"sv, 3)) == strings{"ABC", "DEF", "G"});
    CHECK(words("ABCDEFG"sv | batched(2)) == strings{"AB", "CD", "EF", "G"});
    CHECK(words(batched("ABCDEFG"sv, 999999999999)) == strings{"ABCDEFG"});
    CHECK(words(batched(""sv, 3)) == strings{});
    CHECK(words(batched("ABCDEF"sv, 3)) == strings{"ABC", "DEF"});
    CHECK_THROWS_WITH(batched("ABC"sv, 0), "n must be at least one"s);
    CHECK_THROWS_AS(batched("ABC"sv, -1), regius::value_error);
    CHECK_THROWS_AS(batched(0), regius::value_error);
}

TEST_CASE("batched_strict: the batches before the incomplete one come out", "[itertools][batched][oracle]") {
    CHECK(words(batched_strict("ABCDEF"sv, 3)) == strings{"ABC", "DEF"});
    CHECK(words(batched_strict(""sv, 3)) == strings{});
    auto const check = [](auto view) {
        std::size_t seen = 0;
        CHECK_THROWS_WITH(
            [&] {
                for (auto batch : view) seen += batch.size();
            }(),
            "batched(): incomplete batch"s);
        CHECK(seen == 6);
        CHECK_THROWS_AS(pushed(view), regius::value_error);
    };
    check(batched_strict(range(7), 3));
    check(batched_strict(std::vector{1, 2, 3, 4, 5, 6, 7} | regius::filter([](int) { return true; }), 3));
}

TEST_CASE("batched: works on sources that are one-shot or have no end, and pulls n at a time", "[itertools][batched]") {
    one_shot<int> source({1, 2, 3, 4, 5});
    for (auto batch : batched(source, 2)) {
        CHECK(batch == ints{1, 2});
        break;
    }
    CHECK(source.left() == ints{3, 4, 5});
    CHECK(list(batched(source, 2)) == std::vector<ints>{{3, 4}, {5}});
    auto endless = regius::count() | batched(2);
    CHECK((*endless.begin())[1] == 1);
}

TEST_CASE("batched: asks and computes once an element", "[itertools][batched]") {
    int asked = 0;
    auto const even = [&asked](int x) { return ++asked, x % 2 == 0; };
    CHECK(list(range(10) | regius::filter(even) | batched(2)) == std::vector<ints>{{0, 2}, {4, 6}, {8}});
    CHECK(asked == 10);
    int computed = 0;
    auto const f = [&computed](int x) { return ++computed, x; };
    CHECK(regius::to<std::vector<ints>>(range(5) | regius::map(f) | batched(2)).size() == 3);
    CHECK(computed == 5);
}

TEST_CASE("batched: batches of a container are windows, of any category", "[itertools][batched]") {
    ints v{1, 2, 3, 4, 5};
    for (auto batch : batched(v, 2)) batch.front() = 0;
    CHECK(v == ints{0, 2, 0, 4, 0});
    auto const view = batched("ABCDEFG"sv, 3);
    CHECK(view[2][0] == 'G');
    CHECK(view.end() - view.begin() == 3);
    CHECK(words(view | std::views::reverse) == strings{"G", "DEF", "ABC"});
    CHECK((view.begin() + 1)[1].size() == 1);
    CHECK((view.end() - 3) == view.begin());
    CHECK(words(batched("ABCDE"s, 2)) == strings{"AB", "CD", "E"});
    std::vector<std::unique_ptr<int>> pointers(3);
    CHECK(batched(pointers, 2).size() == 2);
}

TEST_CASE("batched: the difference of two places may be wider than any integer, or narrower than the count",
          "[itertools][batched]") {
    auto const wide = std::views::iota(std::size_t{0}, std::size_t{10});
    CHECK(to<std::vector<std::vector<std::size_t>>>(wide | batched(4)) ==
          std::vector<std::vector<std::size_t>>{{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9}});
    CHECK(batched(wide, std::numeric_limits<std::size_t>::max()).size() == 1);
    auto const narrow = std::views::iota(short{0}, short{10});
    CHECK(batched(narrow, std::numeric_limits<std::ptrdiff_t>::max()).size() == 1);
    CHECK(*batched(narrow, 4)[2].begin() == 8);
}

TEST_CASE("batched: lines of a file are kept when the next one is read", "[itertools][batched]") {
    auto const file = [] { return regius::lines(std::istringstream("one\ntwo\nthree\n")); };
    CHECK(list(batched(file(), 2)) == std::vector<strings>{{"one", "two"}, {"three"}});
    CHECK(pushed(batched(file(), 2)) == std::vector<strings>{{"one", "two"}, {"three"}});
}

TEST_CASE("batched: bits from a one-shot source come in batches, too", "[itertools][batched]") {
    std::istringstream bits("1 0 1");
    CHECK((batched(std::views::istream<bool>(bits), 2) | regius::to<std::vector>()) ==
          std::vector<std::vector<bool>>{{true, false}, {true}});
}

TEST_CASE("batched_n: batches as tuples", "[itertools][batched]") {
    using pairs = std::vector<std::tuple<int, int>>;
    CHECK(list(batched_n<2>(range(4))) == pairs{{0, 1}, {2, 3}});
    CHECK(list(std::list{1, 2, 3, 4} | batched_n<2>()) == pairs{{1, 2}, {3, 4}});
    CHECK(list(batched_n<2>(one_shot<int>({1, 2}))) == pairs{{1, 2}});
    CHECK(pushed(batched_n<2>(range(4))) == pairs{{0, 1}, {2, 3}});
    CHECK_THROWS_WITH(list(batched_n<2>(range(3))), "batched(): incomplete batch"s);
    ints v{1, 2};
    for (auto [a, b] : batched_n<2>(v)) std::swap(a, b);
    CHECK(v == ints{2, 1});
}

using batches = decltype(batched(std::declval<ints&>(), 2));
static_assert(std::ranges::random_access_range<batches> && std::ranges::random_access_range<batches const>);
static_assert(std::ranges::sized_range<batches> && std::ranges::borrowed_range<batches>);
static_assert(std::ranges::forward_range<decltype(batched(std::list<int>{}, 2))>);
static_assert(std::ranges::input_range<decltype(batched(one_shot<int>({}), 2))>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(batched(one_shot<int>({}), 2))>, ints>);
static_assert(not std::invocable<decltype(batched), ints, double>);
static_assert(not std::invocable<decltype(batched), int, int>);
static_assert([] {
    int heads = 0;
    for (auto batch : batched(range(1, 8), 3)) heads += batch.front();
    return heads;
}() == 12);

}  // namespace
