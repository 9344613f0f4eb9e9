// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_tee.

#include <regius/itertools/tee.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <ranges>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::range;
using regius::tee;
using regius::tee_n;

TEST_CASE("tee: the answers CPython gives", "[itertools][tee][oracle]") {
    auto [a, b] = tee_n<2>(range(3));
    CHECK(list(a) == ints{0, 1, 2});
    CHECK(list(b) == ints{0, 1, 2});
    CHECK(list(a).empty());
    CHECK(tee(range(3), 0).empty());
    CHECK((range(3) | tee()).size() == 2);
    CHECK(tee(range(3), 5).size() == 5);
    CHECK_THROWS_WITH(tee(range(3), -1), "n must be >= 0"s);
}

TEST_CASE("tee: interleaved reading computes each element once", "[itertools][tee]") {
    int calls = 0;
    auto views = tee(range(5) | regius::map([&](int x) { return ++calls, x; }), 3);
    ints seen;
    views[0].for_each_while([&](int x) { return seen.push_back(x), x != 2; });
    views[1].for_each_while([&](int x) { return seen.push_back(x), x != 0; });
    CHECK(seen == ints{0, 1, 2, 0});
    CHECK(calls == 3);
    auto copy = views[1];  // reads on from where it stands
    CHECK(list(views[1]) == ints{1, 2, 3, 4});
    CHECK(list(copy) == ints{1, 2, 3, 4});
    CHECK(pushed(views[0]) == ints{3, 4});
    CHECK(pushed(views[2]) == ints{0, 1, 2, 3, 4});
    CHECK(calls == 5);
}

TEST_CASE("tee: a tee of a tee, and of a one-shot source", "[itertools][tee]") {
    one_shot<int> source({1, 2, 3});
    auto [a, b] = tee_n<2>(source);
    for (int x : a) {
        CHECK(x == 1);
        break;
    }
    CHECK(source.left() == ints{2, 3});
    auto [c, d] = tee_n<2>(std::move(a));
    CHECK(list(c) == ints{2, 3});
    CHECK(list(d) == ints{2, 3});
    CHECK(list(b) == ints{1, 2, 3});
}

static_assert(std::ranges::input_range<decltype(tee(range(3), 2)[0])>);
static_assert(not std::invocable<decltype(tee), int, int>);
static_assert(not std::invocable<decltype(tee), ints, double>);

}  // namespace
