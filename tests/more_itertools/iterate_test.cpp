// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_more.py, IterateTests.

#include <regius/more_itertools/iterate.hpp>  // first, so the header must stand on its own

#include <regius/builtins/next.hpp>
#include <regius/core/errors.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/takewhile.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <ranges>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::islice;
using regius::iterate;
using regius::tests::list;
using ints = std::vector<int>;

constexpr auto twice = [](int x) { return 2 * x; };

TEST_CASE("iterate: the answers Python gives", "[more_itertools][iterate][oracle]") {
    CHECK(list(islice(iterate(twice, 1), 10)) == ints{1, 2, 4, 8, 16, 32, 64, 128, 256, 512});
    auto const collatz = [](int x) { return x % 2 == 1 ? 3 * x + 1 : x / 2; };
    auto const above_one = [](int x) { return x != 1; };
    CHECK(list(regius::takewhile(above_one, iterate(collatz, 10))) == ints{10, 5, 16, 8, 4, 2});
    CHECK(list(islice(iterate([](std::string const& s) { return s + "a"; }, "b"), 3)) ==
          std::vector{"b"s, "ba"s, "baa"s});
}

TEST_CASE("iterate: stop_iteration ends it, and so does any other exception", "[more_itertools][iterate][oracle]") {
    auto const to_three = [](int x) {
        if (x == 3) throw regius::stop_iteration();
        return x + 1;
    };
    auto counted = iterate(to_three, 1);
    CHECK(list(counted) == ints{1, 2, 3});
    CHECK(list(counted).empty());
    CHECK_THROWS_AS(regius::next(counted), regius::stop_iteration);
    auto const broken = [](int x) {
        if (x == 2) throw std::runtime_error("two");
        return x + 1;
    };
    auto view = iterate(broken, 1);
    CHECK(regius::next(view) == 1);
    CHECK(regius::next(view) == 2);
    CHECK_THROWS_WITH(regius::next(view), "two"s);
    CHECK_THROWS_AS(regius::next(view), regius::stop_iteration);
}

TEST_CASE("iterate: calls when the element is asked for, and goes on", "[more_itertools][iterate]") {
    int calls = 0;
    auto view = iterate([&calls](int x) { return ++calls, x + 1; }, 5);
    CHECK(calls == 0);
    CHECK(regius::next(view) == 5);
    CHECK(calls == 0);
    CHECK(regius::next(view) == 6);
    CHECK(calls == 1);
    for (int x : view) {
        CHECK(x == 7);
        break;
    }
    auto moved = std::move(view);
    moved.for_each_while([](int x) { return x != 10; });
    CHECK(calls == 5);
}

TEST_CASE("iterate: start becomes what the function returns", "[more_itertools][iterate]") {
    auto const half = [](double x) { return x / 2; };
    CHECK(list(islice(iterate(half, 1), 3)) == std::vector{1.0, 0.5, 0.25});
}

using powers = decltype(iterate(twice, 1));
static_assert(std::ranges::input_range<powers> && not std::ranges::forward_range<powers> && std::ranges::view<powers>);
static_assert(regius::core::infinite<powers>);
static_assert(std::same_as<std::ranges::range_reference_t<powers>, int const&>);
constexpr auto to_text = [](int) { return std::string(); };
static_assert(not std::invocable<decltype(iterate), decltype(to_text), int>);
static_assert(not std::invocable<decltype(iterate), int, int>);
static_assert([] {
    int total = 0;
    for (int x : islice(iterate(twice, 1), 5)) total += x;
    return total;
}() == 31);

}  // namespace
