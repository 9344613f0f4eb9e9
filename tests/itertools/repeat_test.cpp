// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_repeat.

#include <regius/itertools/repeat.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <memory>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::repeat;

TEST_CASE("repeat: the answers CPython gives", "[itertools][repeat][oracle]") {
    CHECK(list(repeat('a', 3)) == list("aaa"sv));
    CHECK(list(repeat('a', 0)).empty());
    CHECK(list(repeat('a', -3)).empty());
    CHECK(list(regius::islice(repeat(7), 2)) == ints{7, 7});
    CHECK(repeat(1, 3).size() == 3);
    CHECK(pushed(repeat(7, 2)) == ints{7, 7});
    CHECK(list(regius::map([](int a, int b) { return a * b; }, regius::range(3), repeat(2))) == ints{0, 2, 4});
    CHECK(list(repeat("text"s, 2)) == std::vector{"text"s, "text"s});
}

TEST_CASE("repeat: always the same object", "[itertools][repeat]") {
    auto const view = repeat(std::make_unique<int>(4));
    CHECK(&view[0] == &view[5]);
}

static_assert(std::ranges::random_access_range<decltype(repeat(1))> &&
              std::ranges::sized_range<decltype(repeat(1, 2))>);
static_assert(not std::ranges::sized_range<decltype(repeat(1))>);
static_assert(not std::ranges::borrowed_range<decltype(repeat(1, 2))>);
static_assert(not std::invocable<decltype(repeat), int, double>);
static_assert(repeat(1, 2)[1] == 1);

}  // namespace
