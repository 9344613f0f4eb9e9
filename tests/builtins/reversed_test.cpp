// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_enumerate.py, TestReversed.

#include <regius/builtins/reversed.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <forward_list>
#include <list>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::range;
using regius::reversed;

TEST_CASE("reversed: the answers CPython gives", "[builtins][reversed][oracle]") {
    CHECK(list(reversed("abc"sv)) == std::vector<char>{'c', 'b', 'a'});
    CHECK(list(range(4) | reversed()) == ints{3, 2, 1, 0});
    CHECK(list(reversed(ints{})).empty());
    CHECK(list(reversed(std::list{1, 2, 3})) == ints{3, 2, 1});
    CHECK(pushed(reversed(std::list{1, 2, 3})) == ints{3, 2, 1});
    CHECK(list(reversed(reversed(std::list{1, 2, 3}))) == ints{1, 2, 3});
    CHECK(list(reversed(reversed(range(3)))) == ints{0, 1, 2});
    CHECK(list(ints{1, 2, 3, 4} | regius::filter([](int x) { return x % 2 == 0; }) | reversed()) == ints{4, 2});
}

TEST_CASE("reversed: reads each element once, and can be written through", "[builtins][reversed]") {
    int calls = 0;
    CHECK(list(reversed(range(5) | regius::map([&](int x) { return ++calls, x; }))) == ints{4, 3, 2, 1, 0});
    CHECK(calls == 5);
    ints v{1, 2};
    for (int& x : reversed(v)) x *= 2;
    CHECK(v == ints{2, 4});
}

static_assert(std::ranges::random_access_range<decltype(reversed(std::declval<ints&>()))>);
static_assert(std::ranges::borrowed_range<decltype(reversed(std::declval<ints&>()))>);
static_assert(std::ranges::sized_range<decltype(reversed(std::list<int>{}))>);
static_assert(std::ranges::bidirectional_range<decltype(reversed(std::list<int>{}))>);
static_assert(not std::invocable<decltype(reversed), std::forward_list<int>>);
static_assert(not std::invocable<decltype(reversed), one_shot<int>>);
static_assert(list(reversed(range(3))) == ints{2, 1, 0});

}  // namespace
