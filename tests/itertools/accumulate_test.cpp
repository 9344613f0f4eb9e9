// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_accumulate.

#include <regius/itertools/accumulate.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::accumulate;
using regius::none;
using regius::range;

TEST_CASE("accumulate: the answers CPython gives", "[itertools][accumulate][oracle]") {
    CHECK(list(accumulate(range(10))) == ints{0, 1, 3, 6, 10, 15, 21, 28, 36, 45});
    CHECK(list(accumulate(ints{})).empty());
    CHECK(list(accumulate(ints{7})) == ints{7});
    CHECK(list(accumulate(std::vector{"a"s, "b"s, "c"s})) == std::vector{"a"s, "ab"s, "abc"s});
    auto const larger = [](int a, int b) { return std::max(a, b); };
    CHECK(list(ints{2, 8, 9, 5, 7, 0, 3, 4, 10, 1} | accumulate(larger)) == ints{2, 8, 9, 9, 9, 9, 9, 9, 10, 10});
    CHECK(list(accumulate(ints{10, 5, 1}, std::plus{}, 0)) == ints{0, 10, 15, 16});
    CHECK(list(accumulate(ints{}, std::plus{}, 100)) == ints{100});
    CHECK(list(accumulate(ints{10, 5}, std::plus{}, none)) == ints{10, 15});
    CHECK(list(ints{100, 1} | accumulate(std::plus{}, 1L << 40)).back() == (1L << 40) + 101);
    CHECK(pushed(accumulate(ints{10, 5, 1}, std::plus{}, 0)) == ints{0, 10, 15, 16});
    CHECK(accumulate(ints{10, 5, 1}, std::plus{}, 0).size() == 4);
}

TEST_CASE("accumulate: counts truth values when it adds them up", "[itertools][accumulate]") {
    std::vector<bool> const flags{true, false, true, true};
    CHECK(list(accumulate(flags)) == ints{1, 1, 2, 3});
    CHECK(list(accumulate(flags, std::plus{})) == ints{1, 1, 2, 3});
    CHECK(pushed(accumulate(range(4) | regius::map([](int x) { return x > 1; }))) == ints{0, 0, 1, 2});
    CHECK(list(accumulate(flags, std::logical_and{})) == std::vector{true, false, false, false});
    CHECK(list(accumulate(flags, std::plus{}, 2L)) == std::vector{2L, 3L, 3L, 4L, 5L});
}

TEST_CASE("accumulate: begins with 0 and goes on with a half, and with a literal in a string",
          "[itertools][accumulate]") {
    std::vector<double> const halves{0.5, 0.25};
    CHECK(list(accumulate(halves, std::plus{}, 0)) == std::vector{0.0, 0.5, 0.75});
    CHECK(list(halves | accumulate(std::plus{}, 1)) == std::vector{1.0, 1.5, 1.75});
    CHECK(list(accumulate(std::vector<int>{1, 2}, [](double x, int y) { return x / 2 + y; })) == std::vector{1.0, 2.5});
    CHECK(list(accumulate(std::vector<std::string>{"a", "b"}, std::plus{}, "")) ==
          std::vector<std::string>{"", "a", "ab"});
}

TEST_CASE("accumulate: wraps around at the end of its type", "[itertools][accumulate]") {
    constexpr auto most = std::numeric_limits<int>::max();
    CHECK(list(accumulate(ints{most, 1})) == ints{most, std::numeric_limits<int>::min()});
    CHECK(list(accumulate(std::vector<unsigned char>{200, 100})) == std::vector<unsigned char>{200, 44});
}

TEST_CASE("accumulate: calls n - 1 times, and goes on over a one-shot source", "[itertools][accumulate]") {
    int calls = 0;
    CHECK(list(accumulate(range(5), [&](int a, int b) { return ++calls, a + b; })).back() == 10);
    CHECK(calls == 4);
    one_shot<int> source({1, 2, 3});
    auto view = accumulate(source, std::plus{}, 10);
    for (int x : view) {
        CHECK(x == 10);
        break;
    }
    CHECK(source.left() == ints{1, 2, 3});
    view.for_each_while([](int) { return false; });
    CHECK(list(view) == ints{13, 16});
    CHECK(list(regius::count(1) | accumulate() | regius::islice(3)) == std::vector<std::ptrdiff_t>{1, 3, 6});
}

static_assert(std::ranges::input_range<decltype(accumulate(ints{}))>);
static_assert(not std::invocable<decltype(accumulate), std::vector<void*>>);
static_assert(not std::invocable<decltype(accumulate), ints, std::negate<>>);
static_assert(list(accumulate(range(4))) == ints{0, 1, 3, 6});

}  // namespace
