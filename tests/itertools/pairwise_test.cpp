// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_pairwise.

#include <regius/itertools/pairwise.hpp>  // first, so the header must stand on its own

#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/io/lines.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

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
using regius::pairwise;
using regius::range;

using pairs = std::vector<std::tuple<int, int>>;

TEST_CASE("pairwise: the answers CPython gives", "[itertools][pairwise][oracle]") {
    CHECK(list(pairwise(""sv)).empty());
    CHECK(list(pairwise("a"sv)).empty());
    CHECK(list(pairwise("abc"sv)) == std::vector<std::tuple<char, char>>{{'a', 'b'}, {'b', 'c'}});
    for (int n = 0; n != 5; ++n) {
        auto const v = list(range(n));
        auto const expected = list(pairwise(v));
        CHECK(list(pairwise(std::list(v.begin(), v.end()))) == expected);
        CHECK(list(pairwise(one_shot<int>(v))) == expected);
        CHECK(pushed(pairwise(one_shot<int>(v))) == expected);
        CHECK(pushed(pairwise(v)) == expected);
        CHECK(pushed(pairwise(std::list(v.begin(), v.end()))) == expected);
        CHECK(pairwise(v).size() == expected.size());
        CHECK(static_cast<std::size_t>(pairwise(v).end() - pairwise(v).begin()) == expected.size());
    }
    std::list<int> const numbers{1, 2, 3};
    int sum = 0;
    for (auto [a, b] : pairwise(regius::enumerate(numbers | std::views::take(2))))  // whose end is no iterator
        sum += std::get<1>(a) * 10 + std::get<1>(b);
    CHECK(sum == 12);
}

TEST_CASE("pairwise: reads each element once, and knows the last one in a second loop", "[itertools][pairwise]") {
    int calls = 0;
    auto view = pairwise(range(4) | regius::map([&](int x) { return ++calls, std::to_string(x); }));
    CHECK(list(view).size() == 3);
    CHECK(calls == 4);
    CHECK(list(view).size() == 3);  // its source can be walked again
    one_shot<int> source({1, 2, 3, 4});
    auto rest = pairwise(source);
    for (auto [a, b] : rest) {
        CHECK((a == 1 && b == 2));
        break;
    }
    rest.for_each_while([](auto&&) { return false; });
    CHECK(list(rest) == pairs{{3, 4}});
}

TEST_CASE("pairwise: references where elements stay, also of those that only move", "[itertools][pairwise]") {
    std::vector<std::unique_ptr<int>> v;
    for (int x : {1, 2, 3}) v.push_back(std::make_unique<int>(x));
    for (auto [a, b] : pairwise(v)) CHECK(*a + 1 == *b);
    for (auto [a, b] : pairwise(range(3) | regius::map([](int x) { return std::make_unique<int>(x); })))
        CHECK(*a + 1 == *b);
    ints w{1, 1, 1};
    for (auto [a, b] : pairwise(w)) b += a;
    CHECK(w == ints{1, 2, 3});
}

using neighbours = decltype(pairwise(std::declval<ints&>()));
static_assert(std::ranges::random_access_range<neighbours> && std::ranges::borrowed_range<neighbours>);
static_assert(std::ranges::bidirectional_range<decltype(pairwise(std::list<int>{}))>);
static_assert(not std::ranges::forward_range<decltype(pairwise(one_shot<int>({})))>);
static_assert(not std::invocable<decltype(pairwise), int>);
static_assert(list(pairwise(range(3))).size() == 2);

TEST_CASE("pairwise: lines of a file are kept when the next one is read", "[itertools][pairwise]") {
    auto const file = [] { return regius::lines(std::istringstream("one\ntwo\nthree\n")); };
    using rows = std::vector<std::tuple<std::string, std::string>>;
    CHECK(list(regius::pairwise(file())) == rows{{"one", "two"}, {"two", "three"}});
    CHECK(pushed(regius::pairwise(file())) == rows{{"one", "two"}, {"two", "three"}});
}

}  // namespace
