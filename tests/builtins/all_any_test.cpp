// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, BuiltinTest.test_all, test_any.

#include <regius/builtins/all_any.hpp>  // first, so the header must stand on its own

#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::all;
using regius::any;
using regius::range;

TEST_CASE("all and any: the answers CPython gives", "[builtins][all_any][oracle]") {
    CHECK(all(ints{2, 4, 6}));
    CHECK_FALSE(all(ints{2, 0, 6}));
    CHECK(all(ints{}));
    CHECK(any(ints{0, 4, 0}));
    CHECK_FALSE(any(ints{0, 0}));
    CHECK_FALSE(any(ints{}));
    CHECK_FALSE(all(std::vector<std::string>{"a", ""}));
    CHECK(any(std::vector<std::optional<int>>{{}, 0}));
    auto const above_two = [](int x) { return x > 2; };
    CHECK(any(range(5), above_two));
    CHECK_FALSE(range(5) | all(above_two));
    CHECK(range(1, 5) | all());
    CHECK(std::vector<bool>{false, true} | any());
}

TEST_CASE("all and any: stop at the element that decides", "[builtins][all_any][oracle]") {
    one_shot<int> source({1, 0, 3, 4});
    CHECK_FALSE(all(source));
    CHECK(source.left() == ints{3, 4});
    CHECK(any(source));
    CHECK(source.left() == ints{4});
}

static_assert(not std::invocable<decltype(all), int>);
static_assert(not std::invocable<decltype(any), std::vector<std::pair<int, int>>>);
static_assert(any(range(3)) && !all(range(3)));

}  // namespace
