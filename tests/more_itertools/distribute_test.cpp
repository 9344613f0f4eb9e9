// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its tests.

#include <regius/more_itertools/distribute.hpp>  // first, so the header must stand on its own
#include <regius/more_itertools/divide.hpp>

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <forward_list>
#include <list>
#include <memory>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::distribute;
using regius::divide;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using rows = std::vector<ints>;

constexpr auto same = [](auto x) { return x; };

rows parts(auto&& views) {
    rows out;
    for (auto&& view : views) out.push_back(list(view));
    return out;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("distribute: the answers more_itertools gives", "[more_itertools][distribute][oracle]") {
    CHECK(parts(distribute(2, range(1, 7))) == rows{{1, 3, 5}, {2, 4, 6}});
    CHECK(parts(distribute(3, range(1, 8))) == rows{{1, 4, 7}, {2, 5}, {3, 6}});
    CHECK(parts(distribute(5, ints{1, 2, 3})) == rows{{1}, {2}, {3}, {}, {}});
    CHECK(parts(ints{1, 2, 3} | distribute(1)) == rows{{1, 2, 3}});
    CHECK(parts(distribute(ints{}, 2u)) == rows{{}, {}});
    CHECK(list(distribute(3, regius::count())[2] | regius::islice(2)) == std::vector<std::ptrdiff_t>{2, 5});
}

TEST_CASE("divide: the answers more_itertools gives", "[more_itertools][divide][oracle]") {
    CHECK(parts(divide(2, range(1, 7))) == rows{{1, 2, 3}, {4, 5, 6}});
    CHECK(parts(divide(3, range(1, 8))) == rows{{1, 2, 3}, {4, 5}, {6, 7}});
    CHECK(parts(divide(5, ints{1, 2, 3})) == rows{{1}, {2}, {3}, {}, {}});
    CHECK(parts(ints{1, 2, 3} | divide(1)) == rows{{1, 2, 3}});
    CHECK(parts(divide(ints{}, 2u)) == rows{{}, {}});
}

TEST_CASE("distribute and divide: at least one part, said at the call", "[more_itertools][distribute][divide]") {
    CHECK_THROWS_WITH(distribute(0, ints{1}), "n must be at least 1"s);
    CHECK_THROWS_WITH(divide(-1, ints{1}), "n must be at least 1"s);
    CHECK_THROWS_AS(distribute(0), regius::value_error);
    CHECK_THROWS_AS(divide(0), regius::value_error);
    one_shot<int> source({1, 2});
    CHECK_THROWS_AS(divide(0, source), regius::value_error);
    CHECK(source.left().size() == 2);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("distribute and divide: every length from every kind of source", "[more_itertools][distribute][divide]") {
    for (int size = 0; size != 8; ++size) {
        for (int n = 1; n != 6; ++n) {
            CAPTURE(size, n);
            ints const all = list(range(size));
            rows dealt(static_cast<std::size_t>(n)), cut(static_cast<std::size_t>(n));
            for (int i = 0; i != size; ++i) dealt[static_cast<std::size_t>(i % n)].push_back(i);
            for (int i = 0, at = 0; i != n; ++i)
                for (int left = size / n + (i < size % n); left != 0; --left)
                    cut[static_cast<std::size_t>(i)].push_back(at++);

            std::forward_list<int> const linked(all.begin(), all.end());
            CHECK(parts(distribute(n, all)) == dealt);
            CHECK(parts(distribute(n, ints(all))) == dealt);
            CHECK(parts(distribute(n, linked)) == dealt);
            CHECK(parts(distribute(n, one_shot<int>(all))) == dealt);
            CHECK(parts(distribute(n, all | regius::map(same))) == dealt);
            CHECK(parts(divide(n, all)) == cut);
            CHECK(parts(divide(n, ints(all))) == cut);
            CHECK(parts(divide(n, linked)) == cut);
            CHECK(parts(divide(n, std::forward_list<int>(linked))) == cut);
            CHECK(parts(divide(n, one_shot<int>(all))) == cut);
            CHECK(parts(divide(n, all | regius::map(same))) == cut);

            // The last first, and pushed.
            auto views = distribute(n, one_shot<int>(all));
            for (auto i = dealt.size(); i-- != 0;) CHECK(pushed(views[i]) == dealt[i]);
        }
    }
}

TEST_CASE("distribute: takes from a one-shot source what Python takes", "[more_itertools][distribute][oracle]") {
    one_shot<int> source({0, 1, 2, 3, 4, 5, 6});
    auto views = distribute(3, source);
    CHECK(source.left().size() == 7);
    CHECK(*views[1].begin() == 1);
    CHECK(source.left() == ints{2, 3, 4, 5, 6});
    CHECK(*views[0].begin() == 0);
    CHECK(source.left() == ints{2, 3, 4, 5, 6});
    CHECK(*views[1].begin() == 4);
    CHECK(source.left() == ints{5, 6});
    CHECK(parts(views) == rows{{3, 6}, {}, {2, 5}});
}

TEST_CASE("distribute and divide: an element that is computed is computed once",
          "[more_itertools][distribute][divide]") {
    int calls = 0;
    auto const computed = [&calls] { return range(6) | regius::map([&calls](auto n) { return ++calls, n; }); };
    auto views = distribute(2, computed());
    CHECK(calls == 0);
    CHECK(parts(views) == rows{{0, 2, 4}, {1, 3, 5}});
    CHECK(calls == 6);
    auto const halves = divide(2, computed());
    CHECK(calls == 12);
    CHECK(parts(halves) == rows{{0, 1, 2}, {3, 4, 5}});
    CHECK(parts(halves) == rows{{0, 1, 2}, {3, 4, 5}});
    CHECK(calls == 12);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class R>
using dealt_of = typename decltype(distribute(2, std::declval<R>()))::value_type;
template <class R>
using part_of = typename decltype(divide(2, std::declval<R>()))::value_type;

static_assert(std::ranges::random_access_range<dealt_of<ints&>> && std::ranges::sized_range<dealt_of<ints&>>);
static_assert(std::ranges::forward_range<dealt_of<std::list<int>&>>);
static_assert(not std::ranges::forward_range<dealt_of<ints>> && std::ranges::view<dealt_of<ints>>);
static_assert(std::same_as<std::ranges::range_reference_t<dealt_of<ints>>, int&>);
static_assert(std::ranges::random_access_range<part_of<ints&>> && std::ranges::borrowed_range<part_of<ints&>>);
static_assert(std::ranges::random_access_range<part_of<ints>> && std::ranges::view<part_of<ints>>);
static_assert(not std::ranges::borrowed_range<part_of<ints>>);
static_assert(std::ranges::random_access_range<part_of<one_shot<int>>>);
static_assert(std::ranges::bidirectional_range<part_of<std::list<int>>>);

template <class Tool, class... Args>
concept can_part = requires(Tool tool, Args&&... args) { tool(std::forward<Args>(args)...); };
static_assert(not can_part<decltype(distribute), double, ints> and not can_part<decltype(distribute), int, int>);
static_assert(not can_part<decltype(divide), int, decltype(regius::count())>);
static_assert(not can_part<decltype(divide), ints>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("distribute and divide: elements that stay in place can be written", "[more_itertools][distribute][divide]") {
    ints v{1, 2, 3, 4};
    auto const hands = distribute(2, v);
    for (int& x : hands[1]) x = 0;
    CHECK(v == ints{1, 0, 3, 0});
    auto const halves = divide(2, v);
    for (int& x : halves[0]) x = 7;
    CHECK(v == ints{7, 7, 3, 0});
}

TEST_CASE("distribute and divide: a part owns what it was made of", "[more_itertools][distribute][divide]") {
    auto const last_part = divide(2, std::vector{"a"s, "b"s, "c"s})[1];
    CHECK(list(last_part) == std::vector{"c"s});
    auto last_hand = distribute(2, std::vector{"a"s, "b"s, "c"s})[1];
    CHECK(list(last_hand) == std::vector{"b"s});

    auto const owners = [] { return range(4) | regius::map([](auto n) { return std::make_unique<int>(int(n)); }); };
    int total = 0;
    for (auto&& part : divide(2, owners()))
        for (auto& p : part) total = 10 * total + *p;
    for (auto&& hand : distribute(2, owners()))
        for (auto&& p : hand) total = 10 * total + *p;
    CHECK(total == 1230213);
}

// ---------------------------------------------------------------- 5. at compile time

constexpr int code(auto&& views) {
    int digits = 0;
    for (auto&& view : views) {
        for (int x : view) digits = 10 * digits + x;
        digits *= 10;
    }
    return digits;
}
static_assert(code(distribute(2, range(1, 6))) == 135'0'24'0);
static_assert(code(divide(2, range(1, 6))) == 123'0'45'0);

}  // namespace
