// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_more.py, PeekableTests.

#include <regius/more_itertools/peekable.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/generator.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/next.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/core/none.hpp>
#include <regius/io/lines.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <array>
#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::next;
using regius::peekable;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;

regius::generator<int> counting(int n) {
    for (int i = 0; i < n; ++i) co_yield i;
}

TEST_CASE("peekable: peeking takes nothing", "[more_itertools][peekable][oracle]") {
    auto p = peekable(range(2));
    CHECK(p.peek() == 0);
    CHECK(next(p) == 0);
    CHECK(p.peek() == 1);
    CHECK(p.peek() == 1);
    CHECK(next(p) == 1);
    CHECK_THROWS_AS(p.peek(), regius::stop_iteration);
    CHECK(p.peek(7) == 7);
    CHECK_THROWS_AS(next(p), regius::stop_iteration);
    CHECK(next(p, 8) == 8);
    CHECK(next(p, regius::none) == std::nullopt);
    CHECK(peekable(range(3)).peek(7) == 0);
}

TEST_CASE("peekable: says whether anything is left", "[more_itertools][peekable][oracle]") {
    auto p = peekable(ints{});
    CHECK_FALSE(bool(p));
    CHECK(p.empty());
    auto q = peekable(range(1));
    CHECK(bool(q));
    CHECK_FALSE(q.empty());
    CHECK(next(q) == 0);
    CHECK_FALSE(bool(q));
}

TEST_CASE("peekable: elements have numbers, from both ends", "[more_itertools][peekable][oracle]") {
    auto p = peekable("abcdefghijkl"sv);
    CHECK(p[0] == 'a');
    CHECK(next(p) == 'a');
    CHECK(p[1] == 'c');
    CHECK(p[2] == 'd');
    CHECK(p[8] == 'j');
    CHECK(p[-1] == 'l');
    CHECK(p[-11] == 'b');
    CHECK(p[10] == 'l');
    CHECK_THROWS_WITH(p[11], "deque index out of range"s);
    CHECK_THROWS_AS(p[-12], regius::index_error);
    CHECK_THROWS_AS(p[std::size_t(-1)], regius::index_error);
    CHECK(next(p) == 'b');
    CHECK(regius::to<std::string>(p) == "cdefghijkl");
    CHECK_THROWS_AS(p[0], regius::index_error);
    CHECK_THROWS_AS(p[-1], regius::index_error);
}

TEST_CASE("peekable: what is prepended comes next", "[more_itertools][peekable][oracle]") {
    auto p = peekable(ints{});
    p.prepend(0, 1, 2);
    CHECK(list(p) == ints{0, 1, 2});
    p.prepend(10);
    CHECK(next(p) == 10);
    CHECK_THROWS_AS(next(p), regius::stop_iteration);

    auto q = peekable(ints{1, 2, 3, 4, 5});
    CHECK(next(q) == 1);
    CHECK(q.peek() == 2);
    q.prepend(10, 20);
    CHECK(q.peek() == 10);
    CHECK(q[2] == 2);
    CHECK(next(q) == 10);
    q.prepend(30);
    CHECK(q[-1] == 5);
    CHECK(list(q) == ints{30, 20, 2, 3, 4, 5});

    auto words = peekable(std::vector{"c"s});
    words.prepend("a", "b"s);
    CHECK(list(words) == std::vector{"a"s, "b"s, "c"s});
    auto looped = peekable(range(5));
    ints seen;
    for (int x : looped) {
        seen.push_back(x);
        if (x == 1) looped.prepend(100, 101);
        if (x == 3) CHECK(looped.peek() == 4);
    }
    CHECK(seen == ints{0, 1, 100, 101, 2, 3, 4});
}

TEST_CASE("peekable: pulls what is looked at, no more", "[more_itertools][peekable]") {
    one_shot<int> source({1, 2, 3, 4, 5, 6});
    auto p = peekable(source);
    CHECK(source.left().size() == 6);
    CHECK(bool(p));
    CHECK(p.peek() == 1);
    CHECK(source.left() == ints{2, 3, 4, 5, 6});
    CHECK(p[2] == 3);
    CHECK(source.left() == ints{4, 5, 6});
    for (int x : p) {
        CHECK(x == 1);
        break;
    }
    p.for_each_while([](int x) { return x != 3; });
    CHECK(source.left() == ints{4, 5, 6});
    CHECK(next(p) == 4);
    CHECK(source.left() == ints{5, 6});
    CHECK(pushed(p) == ints{5, 6});

    auto endless = peekable(regius::count());
    CHECK(endless[1000] == 1000);
    CHECK(next(endless) == 0);
}

TEST_CASE("peekable: looks ahead of a window that moves on", "[more_itertools][peekable]") {
    auto p = peekable(range(1000));
    int expected = 0;
    for (int x : p) {
        CHECK(x == expected++);
        if (x < 990) CHECK(p[5] - p[0] == 5);
    }
    CHECK(expected == 1000);
}

TEST_CASE("peekable: keeps its place when it is moved", "[more_itertools][peekable]") {
    auto const check = [](auto p) {
        CHECK(next(p) == 1);
        CHECK(next(p) == 2);
        CHECK(p.peek() == 3);
        auto q = std::move(p);
        CHECK(next(q) == 3);
        decltype(q) r = std::move(q);
        CHECK(list(r) == ints{4, 5});
        auto s = std::move(r);
        CHECK(list(s).empty());
    };
    ints const v{1, 2, 3, 4, 5};
    check(peekable(v));
    check(peekable(std::array{1, 2, 3, 4, 5}));
    check(peekable(std::list{1, 2, 3, 4, 5}));
    check(peekable(one_shot(v)));
    check(v | regius::filter([](int) { return true; }) | peekable());
    check(v | regius::map([](int x) { return x; }) | peekable());
}

TEST_CASE("peekable: hands elements over, each computed once", "[more_itertools][peekable]") {
    int calls = 0;
    auto const made = [&calls](int x) { return ++calls, std::make_unique<int>(x); };
    auto p = peekable(range(3) | regius::map(made));
    CHECK(*p.peek() == 0);
    CHECK(*p[1] == 1);
    std::unique_ptr<int> const mine = next(p);
    CHECK(*mine == 0);
    int total = 0;
    for (std::unique_ptr<int> x : p) total += *x;
    CHECK(total == 3);
    CHECK(calls == 3);
    std::vector<bool> const bits{true, false};
    CHECK(list(peekable(bits)) == bits);
    auto g = counting(3);
    CHECK(next(g) == 0);
    auto over = peekable(g);
    CHECK(over.peek() == 1);
    CHECK(list(over) == ints{1, 2});
}

TEST_CASE("peekable: lines of a file are kept when the next one is read", "[more_itertools][peekable]") {
    auto p = peekable(regius::lines(std::istringstream("one\ntwo\nthree\n")));
    std::string& line = p.peek();
    CHECK(p[2] == "three");
    CHECK(p.peek("none") == "one");
    line += "!";
    CHECK(list(p) == std::vector{"one!"s, "two"s, "three"s});
    CHECK(p.peek("none") == "none");
}

using over_vector = decltype(peekable(std::declval<ints&>()));
static_assert(std::ranges::input_range<over_vector> && not std::ranges::forward_range<over_vector>);
static_assert(std::ranges::view<over_vector> && not std::copyable<over_vector>);
static_assert(std::same_as<std::ranges::range_reference_t<over_vector>, int&&>);
static_assert(std::same_as<decltype(next(std::declval<over_vector&>())), int>);
static_assert(not std::convertible_to<over_vector, bool>);
static_assert(not std::invocable<decltype(peekable), int>);
static_assert(not std::invocable<decltype(peekable), std::vector<std::unique_ptr<int>>&>);
static_assert([] {
    auto p = peekable(range(5));
    int total = p[3] + next(p);
    p.prepend(100);
    for (int x : p) total += x;
    return total;
}() == 3 + 100 + 1 + 2 + 3 + 4);

}  // namespace
