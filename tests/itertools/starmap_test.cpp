// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_starmap.

#include <regius/itertools/starmap.hpp>  // first, so the header must stand on its own

#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/zip.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <array>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::range;
using regius::starmap;

TEST_CASE("starmap: the answers CPython gives", "[itertools][starmap][oracle]") {
    CHECK(list(starmap(std::multiplies{}, regius::zip(range(3), range(1, 7)))) == ints{0, 2, 6});
    CHECK(list(starmap(std::plus{}, std::vector<std::pair<int, int>>{{4, 5}})) == ints{9});
    CHECK(list(std::vector{std::array{1, 2, 3}} | starmap([](int a, int b, int c) { return a * b + c; })) == ints{5});
    CHECK(list(starmap([] { return 7; }, std::vector<std::tuple<>>(2))) == ints{7, 7});
    CHECK(pushed(regius::enumerate("ab"s) | starmap([](auto i, char c) { return static_cast<char>(c + i); })) ==
          list("ac"sv));
}

static_assert(std::ranges::random_access_range<decltype(starmap(std::plus{}, regius::zip(ints{}, ints{})))>);
static_assert(not std::invocable<decltype(starmap), std::plus<>, ints>);
static_assert(not std::invocable<decltype(starmap), std::negate<>, std::vector<std::pair<int, int>>>);
static_assert(list(starmap(std::plus{}, regius::zip(range(3), range(3)))) == ints{0, 2, 4});

}  // namespace
