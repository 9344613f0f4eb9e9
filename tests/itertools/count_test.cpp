// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_count.

#include <regius/itertools/count.hpp>  // first, so the header must stand on its own

#include <regius/builtins/zip.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <limits>
#include <ranges>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::count;

using numbers = std::vector<std::ptrdiff_t>;

TEST_CASE("count: the answers CPython gives", "[itertools][count][oracle]") {
    CHECK(list(regius::islice(count(), 3)) == numbers{0, 1, 2});
    CHECK(list(regius::islice(count(-3, -2), 3)) == numbers{-3, -5, -7});
    CHECK(list(regius::islice(count(3, 0), 3)) == numbers{3, 3, 3});
    CHECK(list(regius::islice(count(0.5, 0.25), 3)) == std::vector{0.5, 0.75, 1.0});
    auto const tenths = list(regius::islice(count(0.0, 0.1), 4));
    CHECK(tenths[3] == 0.1 + 0.1 + 0.1);  // added up, as in CPython
    CHECK(list(regius::zip(count(1), "ab"sv)).size() == 2);
    CHECK(pushed(regius::islice(count(2), 2)) == numbers{2, 3});
}

TEST_CASE("count: wraps around without harm", "[itertools][count]") {
    auto const most = std::numeric_limits<std::ptrdiff_t>::max();
    CHECK(list(regius::islice(count(most), 2)) == numbers{most, std::numeric_limits<std::ptrdiff_t>::min()});
}

static_assert(std::ranges::random_access_range<decltype(count())> && std::ranges::borrowed_range<decltype(count())>);
static_assert(std::ranges::forward_range<decltype(count(0.5))>);
static_assert(not std::ranges::sized_range<decltype(count())>);
static_assert(not std::invocable<decltype(count), std::string>);
static_assert(*count(5).begin() == 5 && count(5, 2)[3] == 11);

}  // namespace
