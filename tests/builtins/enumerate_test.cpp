// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_enumerate.py.

#include <regius/builtins/enumerate.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <forward_list>
#include <list>
#include <memory>
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
using regius::enumerate;

using pairs = std::vector<std::tuple<std::ptrdiff_t, int>>;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("enumerate: the answers CPython gives", "[builtins][enumerate][oracle]") {
    CHECK(list(enumerate(ints{7, 8})) == pairs{{0, 7}, {1, 8}});
    CHECK(list(enumerate(ints{7, 8}, -1)) == pairs{{-1, 7}, {0, 8}});
    CHECK(list(std::list{7, 8} | enumerate(1)) == pairs{{1, 7}, {2, 8}});
    CHECK(list(ints{} | enumerate()).empty());
    CHECK(pushed(enumerate(ints{7, 8}, 5)) == pairs{{5, 7}, {6, 8}});
    CHECK(pushed(enumerate(std::list{7, 8}, 5)) == pairs{{5, 7}, {6, 8}});
}

TEST_CASE("enumerate: a second loop over a one-shot source counts on", "[builtins][enumerate]") {
    one_shot<int> source({7, 8, 9, 10});
    auto view = enumerate(source);
    for (auto [i, x] : view) {
        CHECK(i == 0);
        break;
    }
    view.for_each_while([](auto&&) { return false; });
    CHECK(list(view) == pairs{{2, 9}, {3, 10}});
}

TEST_CASE("enumerate: elements are references, and can be written", "[builtins][enumerate]") {
    ints v{1, 2, 3};
    for (auto [i, x] : enumerate(v)) x = static_cast<int>(i) * 10;
    CHECK(v == ints{0, 10, 20});
    std::vector<std::unique_ptr<int>> pointers(2);
    for (auto [i, p] : enumerate(pointers)) p = std::make_unique<int>(static_cast<int>(i));
    CHECK(*pointers[1] == 1);
}

TEST_CASE("enumerate: a temporary is owned, and const iteration works", "[builtins][enumerate]") {
    auto const view = enumerate("abc"s);
    CHECK(std::get<1>(view[2]) == 'c');
    CHECK((view.begin() + 3) == view.end());
}

// ---------------------------------------------------------------- 3. what the types promise

using enumerated = decltype(enumerate(std::declval<ints&>()));
static_assert(std::ranges::random_access_range<enumerated> && std::ranges::random_access_range<enumerated const>);
static_assert(std::ranges::sized_range<enumerated> && std::ranges::common_range<enumerated>);
static_assert(std::ranges::borrowed_range<enumerated>);
static_assert(std::ranges::forward_range<decltype(enumerate(std::forward_list<int>{}))>);
static_assert(std::same_as<std::tuple_element_t<0, std::ranges::range_reference_t<enumerated>>, std::ptrdiff_t>);
static_assert(std::same_as<std::tuple_element_t<1, std::ranges::range_reference_t<enumerated>>, int&>);
static_assert(not std::invocable<decltype(enumerate), int, int>);
static_assert(not std::invocable<decltype(enumerate), ints, double>);

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    std::ptrdiff_t weighted = 0;
    for (auto [i, x] : enumerate(std::views::iota(1, 4), 1)) weighted += i * x;
    return weighted;
}() == 14);

}  // namespace
