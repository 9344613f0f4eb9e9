// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_recipes.py, SlidingWindowTests.

#include <regius/more_itertools/sliding_window.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/generator.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/builtins/to.hpp>
#include <regius/io/lines.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <array>
#include <forward_list>
#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::range;
using regius::sliding_window;
using regius::sliding_window_n;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using windows = std::vector<ints>;
using strings = std::vector<std::string>;

windows rows(auto&& r) { return regius::to<windows>(r); }
strings words(auto&& r) { return regius::to<strings>(r); }

regius::generator<int> counting(int n) {
    for (int i = 0; i < n; ++i) co_yield i;
}

TEST_CASE("sliding_window: the answers Python gives", "[more_itertools][sliding_window][oracle]") {
    CHECK(words(sliding_window("ABCDE"sv, 1)) == strings{"A", "B", "C", "D", "E"});
    CHECK(words("ABCDE"sv | sliding_window(3)) == strings{"ABC", "BCD", "CDE"});
    CHECK(words(sliding_window("ABCDE"sv, 5)) == strings{"ABCDE"});
    CHECK(words(sliding_window("ABCDE"sv, 6)).empty());
    CHECK(words(sliding_window(""sv, 1)).empty());
}

TEST_CASE("sliding_window: refuses n below one at the call", "[more_itertools][sliding_window][oracle]") {
    one_shot<int> source({1, 2, 3});
    CHECK_THROWS_WITH(sliding_window(source, 0), "n should be at least one, not 0"s);
    CHECK_THROWS_WITH(sliding_window(source, -7), "n should be at least one, not -7"s);
    CHECK_THROWS_AS(sliding_window(0), regius::value_error);
    CHECK(source.left() == ints{1, 2, 3});
    CHECK(rows(sliding_window(source, 999999999999)).empty());
    CHECK(words(sliding_window("ABC"sv, std::size_t(-1))).empty());
    CHECK(list(sliding_window(std::views::iota(short{0}, short{3}), 1LL << 40)).empty());
    CHECK(list(sliding_window(std::list{1, 2}, std::size_t(-1))).empty());
}

TEST_CASE("sliding_window: pulls one element a step, and a second loop goes on", "[more_itertools][sliding_window]") {
    one_shot<int> source({1, 2, 3, 4, 5, 6});
    auto view = sliding_window(source, 3);
    CHECK(source.left().size() == 6);
    for (auto window : view) {
        CHECK(window == ints{1, 2, 3});
        break;
    }
    CHECK(source.left() == ints{4, 5, 6});
    for (auto window : view) {
        CHECK(window == ints{2, 3, 4});
        break;
    }
    view.for_each_while([](auto window) {
        CHECK(window == ints{3, 4, 5});
        return false;
    });
    CHECK(source.left() == ints{6});
    CHECK(list(view) == windows{{4, 5, 6}});
    CHECK(list(view).empty());
    CHECK(pushed(view).empty());

    auto endless = regius::count() | sliding_window(2);
    CHECK(endless.begin()[1000000][1] == 1000001);
    CHECK(rows(regius::islice(endless, 2)) == windows{{0, 1}, {1, 2}});
}

TEST_CASE("sliding_window: asks and computes once an element", "[more_itertools][sliding_window]") {
    int calls = 0;
    auto const counted = [&calls](int x) { return ++calls, x; };
    CHECK(list(range(6) | regius::map(counted) | sliding_window(3)).size() == 4);
    CHECK(calls == 6);
    CHECK(pushed(range(6) | regius::map(counted) | sliding_window(3)).size() == 4);
    CHECK(calls == 12);
    auto const even = [&calls](int x) { return ++calls, x % 2 == 0; };
    CHECK(list(range(10) | regius::filter(even) | sliding_window(2)) == windows{{0, 2}, {2, 4}, {4, 6}, {6, 8}});
    CHECK(calls == 22);
}

TEST_CASE("sliding_window: a long walk is the same for every width", "[more_itertools][sliding_window]") {
    auto const numbers = list(range(700));
    auto const text = [](int x) { return std::to_string(x); };
    for (int n : {1, 2, 3, 7, 63, 64, 65, 66, 200, 699, 700}) {
        CAPTURE(n);
        auto const answer = rows(sliding_window(numbers, n));
        auto computed = numbers | regius::map([](int x) { return x; }) | sliding_window(n);
        CHECK(list(computed) == answer);
        CHECK(pushed(computed) == answer);
        CHECK(list(sliding_window(one_shot(numbers), n)) == answer);
        CHECK(pushed(sliding_window(one_shot(numbers), n)) == answer);
        auto moved = std::move(computed);
        CHECK(list(computed) == answer);
        auto copied = moved;
        auto at = copied.begin();
        for (int i = 0; i != 100 && at != copied.end(); ++i) ++at;
        CHECK(list(copied) == answer);
        auto const texts = list(numbers | regius::map(text) | sliding_window(n));
        CHECK(texts.size() == answer.size());
        CHECK(texts.back().front() == text(answer.back().front()));
        CHECK(texts.back().back() == "699");
    }
}

TEST_CASE("sliding_window: ends where the source throws", "[more_itertools][sliding_window]") {
    auto const picky = [](int x) { return x == 5 ? throw std::runtime_error("five") : x; };
    auto view = range(9) | regius::map(picky) | sliding_window(3);
    auto at = view.begin();
    ++at;
    ++at;
    CHECK((*at)[2] == 4);
    CHECK_THROWS_AS(++at, std::runtime_error);
    CHECK(at == view.end());
    CHECK_THROWS_AS(pushed(view), std::runtime_error);
    CHECK((*view.begin())[0] == 0);
}

TEST_CASE("sliding_window: windows are the elements themselves, where these stay", "[more_itertools][sliding_window]") {
    ints v{1, 2, 3, 4, 5};
    for (auto window : sliding_window(v, 2)) window[1] += window[0];
    CHECK(v == ints{1, 3, 6, 10, 15});
    auto const odd = [](int x) { return x % 2 != 0; };
    for (auto window : v | regius::filter(odd) | sliding_window(2)) window[0] = 0;
    CHECK(v == ints{0, 0, 6, 10, 15});

    std::vector<std::unique_ptr<int>> pointers(3);
    CHECK(sliding_window(pointers, 2).size() == 2);
    for (auto window : pointers | regius::filter([](auto const& p) { return !p; }) | sliding_window(3))
        CHECK(window[2] == nullptr);
    auto const made = [](int x) { return std::make_unique<int>(x); };
    int total = 0;
    for (auto window : range(4) | regius::map(made) | sliding_window(2)) total += *window[0] * *window[1];
    CHECK(total == 0 * 1 + 1 * 2 + 2 * 3);

    std::vector<bool> bits{true, false, true};
    for (auto window : sliding_window(bits, 2)) window[0] = !window[1];
    CHECK(bits == std::vector{true, false, true});
    auto const flip = [](bool x) { return !x; };
    using flags = std::vector<std::vector<bool>>;
    CHECK(list(bits | regius::map(flip) | sliding_window(2)) == flags{{false, true}, {true, false}});
}

TEST_CASE("sliding_window: lines of a file are kept when the next one is read", "[more_itertools][sliding_window]") {
    auto const file = [] { return regius::lines(std::istringstream("one\ntwo\nthree\n")); };
    CHECK(list(sliding_window(file(), 2)) == std::vector<strings>{{"one", "two"}, {"two", "three"}});
    using pairs = std::vector<std::tuple<std::string, std::string>>;
    CHECK(pushed(sliding_window_n<2>(file())) == pairs{{"one", "two"}, {"two", "three"}});
}

TEST_CASE("sliding_window: a temporary is moved in", "[more_itertools][sliding_window]") {
    CHECK(words(sliding_window("ABCDE"s, 3)) == strings{"ABC", "BCD", "CDE"});
    auto view = [] { return std::list{"a"s, "b"s, "c"s} | sliding_window(2); }();
    auto moved = std::move(view);
    CHECK(list(moved).size() == 2);
    auto kept = [] {
        return std::vector{"a longer string than any buffer"s, "b"s} | regius::filter([](auto&) { return true; }) |
               sliding_window(2);
    }();
    CHECK(list(std::move(kept)) == std::vector<strings>{{"a longer string than any buffer", "b"}});
}

TEST_CASE("sliding_window: lets go of elements that have left the window", "[more_itertools][sliding_window]") {
    auto const alive = std::make_shared<int>(1);
    auto const shared = [&alive](int) { return alive; };
    long most = 0;
    for (auto window : range(1000) | regius::map(shared) | sliding_window(4)) {
        CHECK(window.size() == 4);
        most = std::max(most, alive.use_count());
    }
    CHECK(most <= 1 + 2 * 4 + 1);
}

TEST_CASE("sliding_window_n: windows as tuples", "[more_itertools][sliding_window]") {
    using triples = std::vector<std::tuple<int, int, int>>;
    triples const answer{{0, 1, 2}, {1, 2, 3}};
    CHECK(list(sliding_window_n<3>(range(4))) == answer);
    CHECK(list(std::list{0, 1, 2, 3} | sliding_window_n<3>()) == answer);
    CHECK(list(sliding_window_n<3>(one_shot<int>({0, 1, 2, 3}))) == answer);
    CHECK(list(counting(4) | sliding_window_n<3>()) == answer);
    CHECK(pushed(sliding_window_n<3>(range(4))) == answer);
    CHECK(pushed(counting(4) | sliding_window_n<3>()) == answer);
    CHECK(list(sliding_window_n<3>(range(2))).empty());
    CHECK(list(sliding_window_n<1>(range(2))) == std::vector<std::tuple<int>>{{0}, {1}});

    one_shot<int> source({0, 1, 2, 3, 4});
    auto resumed = sliding_window_n<3>(source);
    for (auto [a, b, c] : resumed) {
        CHECK(a + b + c == 3);
        break;
    }
    CHECK(source.left() == ints{3, 4});
    CHECK(list(resumed) == triples{{1, 2, 3}, {2, 3, 4}});
    auto const half = [](int x) { return x / 2.0; };
    for (auto [a, b] : range(3) | regius::map(half) | sliding_window_n<2>()) CHECK(b - a == 0.5);
    auto const nine = list(range(10) | regius::map(half) | sliding_window_n<9>());
    CHECK(nine.size() == 2);
    CHECK(std::get<8>(nine[1]) == 4.5);
    ints w{1, 2, 3, 5};
    auto const odd = [](int x) { return x % 2 != 0; };
    for (auto [a, b] : w | regius::filter(odd) | sliding_window_n<2>()) b += a;
    CHECK(w == ints{1, 2, 4, 9});
    std::vector<bool> const bits{true, false};
    auto const flip = [](bool x) { return !x; };
    CHECK(list(bits | regius::map(flip) | sliding_window_n<2>()) == std::vector<std::tuple<bool, bool>>{{false, true}});

    std::array v{1, 2, 3};
    for (auto [a, b] : sliding_window_n<2>(v)) std::swap(a, b);
    CHECK(v == std::array{2, 3, 1});
    CHECK(regius::sum(sliding_window_n<2>(v) |
                      regius::map([](auto const& row) { return std::get<0>(row) * std::get<1>(row); })) == 9);
}

using over_vector = decltype(sliding_window(std::declval<ints&>(), 2));
static_assert(std::ranges::random_access_range<over_vector> && std::ranges::random_access_range<over_vector const>);
static_assert(std::ranges::common_range<over_vector> && std::ranges::sized_range<over_vector>);
static_assert(std::ranges::borrowed_range<over_vector>);
static_assert(std::ranges::contiguous_range<std::ranges::range_reference_t<over_vector>>);
static_assert(not std::ranges::borrowed_range<decltype(sliding_window(ints(), 2))>);
static_assert(std::ranges::bidirectional_range<decltype(sliding_window(std::list<int>{}, 2))>);
static_assert(std::ranges::forward_range<decltype(sliding_window(std::forward_list<int>{}, 2)) const>);
using over_source = decltype(sliding_window(one_shot<int>({}), 2));
static_assert(std::ranges::input_range<over_source> && not std::ranges::forward_range<over_source>);
static_assert(std::ranges::view<over_source>);
static_assert(std::same_as<std::ranges::range_value_t<over_source>, ints>);
using tuples = decltype(sliding_window_n<2>(std::declval<ints&>()));
static_assert(std::ranges::random_access_range<tuples> && std::ranges::sized_range<tuples>);
static_assert(std::ranges::borrowed_range<tuples> && std::ranges::common_range<tuples>);
static_assert(not std::invocable<decltype(sliding_window), ints, double>);
static_assert(not std::invocable<decltype(sliding_window), int, int>);
static_assert([] {
    int total = 0;
    for (auto window : sliding_window(range(1, 5), 2)) total += window.front() * window.back();
    for (auto window : range(1, 5) | regius::map([](int x) { return x; }) | sliding_window(2))
        total += window.front() * window.back();
    for (auto [a, b] : sliding_window_n<2>(range(1, 5))) total += a * b;
    return total;
}() == 3 * (1 * 2 + 2 * 3 + 3 * 4));

}  // namespace
