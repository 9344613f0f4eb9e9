// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its tests. What holds for the view is in
// tests/itertools/chain_test.cpp.

#include <regius/more_itertools/flatten.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/repeat.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <memory>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::flatten;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using rows = std::vector<ints>;

TEST_CASE("flatten: the answers more_itertools gives", "[more_itertools][flatten][oracle]") {
    CHECK(list(flatten(rows{{0, 1}, {2, 3}})) == ints{0, 1, 2, 3});
    CHECK(list(rows{{}, {0}, {}, {1, 2}, {}} | flatten()) == ints{0, 1, 2});
    CHECK(pushed(rows{{}, {0}, {}, {1, 2}, {}} | flatten()) == ints{0, 1, 2});
    CHECK(list(flatten(std::vector<std::string>{"ab", "", "c"})) == list("abc"sv));
    CHECK(list(flatten(std::vector<rows>{{{0}, {1}}, {{2, 3}}})) == rows{{0}, {1}, {2, 3}});
    CHECK(list(flatten(rows{})).empty());
}

TEST_CASE("flatten: is chain.from_iterable itself", "[more_itertools][flatten]") {
    CHECK(&flatten == &regius::chain.from_iterable);
}

TEST_CASE("flatten: takes no more inner ranges than it needs", "[more_itertools][flatten]") {
    CHECK(list(regius::repeat(ints{0, 1, 2}) | flatten() | regius::islice(4)) == ints{0, 1, 2, 0});
    one_shot<ints> source({{1}, {2, 3}, {4}});
    CHECK(list(flatten(source) | regius::islice(2)) == ints{1, 2});
    CHECK(source.left() == rows{{4}});
}

TEST_CASE("flatten: inner ranges made on the spot live while they are walked", "[more_itertools][flatten]") {
    CHECK(list(range(4) | regius::map([](int n) { return std::string(static_cast<std::size_t>(n), 'x'); }) |
               flatten()) == list("xxxxxx"sv));
    std::vector<std::vector<std::unique_ptr<int>>> owned(2);
    owned[1].push_back(std::make_unique<int>(5));
    for (auto& p : flatten(owned)) CHECK(*std::move(p) == 5);
}

static_assert(std::ranges::forward_range<decltype(flatten(std::declval<rows&>()))>);
static_assert(std::same_as<std::ranges::range_reference_t<decltype(flatten(std::declval<rows&>()))>, int&>);
static_assert(not std::invocable<decltype(flatten), ints>);
static_assert([] {
    rows const some{{1}, {}, {2, 3}};
    return list(flatten(some)) == ints{1, 2, 3};
}());

}  // namespace
