// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1, of its docstrings and its tests.

#include <regius/more_itertools/powerset.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/combinations.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <cstddef>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::powerset;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("powerset: the answers more_itertools gives", "[more_itertools][powerset][oracle]") {
    std::vector<ints> const of_three{{}, {1}, {2}, {3}, {1, 2}, {1, 3}, {2, 3}, {1, 2, 3}};
    CHECK(list(powerset(ints{1, 2, 3})) == of_three);
    CHECK(pushed(powerset(ints{1, 2, 3})) == of_three);
    CHECK(list(one_shot(ints{1, 2, 3}) | powerset()) == of_three);
    CHECK(list(powerset(ints{1, 1, 0})) == std::vector<ints>{{}, {1}, {1}, {0}, {1, 1}, {1, 0}, {1, 0}, {1, 1, 0}});
    CHECK(list(powerset(ints())) == std::vector<ints>{{}});
    CHECK(pushed(powerset(ints())) == std::vector<ints>{{}});
    CHECK(list(powerset(ints{7})) == std::vector<ints>{{}, {7}});
    CHECK(list(powerset(std::vector{true, false})) ==
          std::vector<std::vector<bool>>{{}, {true}, {false}, {true, false}});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("powerset: is the combinations of every size, pulled and pushed", "[more_itertools][powerset]") {
    for (int n = 0; n != 8; ++n) {
        std::vector<ints> expected;
        for (int k = 0; k <= n; ++k)
            for (auto& chosen : list(regius::combinations(range(n), k))) expected.push_back(std::move(chosen));
        auto view = powerset(range(n));
        CHECK(expected.size() == std::size_t{1} << n);
        CHECK(list(view) == expected);
        CHECK(pushed(view) == expected);
        CHECK(list(view) == expected);
    }
}

TEST_CASE("powerset: more choices than a number can say are chosen one by one", "[more_itertools][powerset]") {
    CHECK(regius::ilen(regius::islice(powerset(range(1000)), 1002)) == 1002);
    auto const hundredth = list(regius::islice(powerset(range(1000)), 1001, 1002));
    CHECK(hundredth == std::vector<ints>{{0, 1}});
}

TEST_CASE("powerset: reads the range once, at the call; a push can be stopped", "[more_itertools][powerset]") {
    int calls = 0;
    auto view = powerset(range(4) | regius::map([&](int x) { return ++calls, x; }));
    CHECK(calls == 4);
    std::vector<ints> seen;
    CHECK_FALSE(view.for_each_while([&](auto chosen) {
        seen.push_back(chosen);
        return seen.size() != 6;
    }));
    CHECK(seen.back() == ints{0, 1});
    CHECK_FALSE(view.for_each_while([&](auto chosen) { return chosen.size() != 0; }));
    CHECK(list(view).size() == 16);
    CHECK(calls == 4);
}

// ---------------------------------------------------------------- 3. what the types promise

using of_ints = decltype(powerset(std::declval<ints&>()));

static_assert(std::ranges::view<of_ints> && std::ranges::input_range<of_ints>);
static_assert(not std::ranges::forward_range<of_ints>);  // the buffer is used again
static_assert(std::same_as<std::ranges::range_value_t<of_ints>, ints>);

template <class R>
concept can_choose = requires(R&& r) { powerset(std::forward<R>(r)); };

static_assert(can_choose<one_shot<std::string>>);
static_assert(not can_choose<int>);
static_assert(not can_choose<decltype(regius::count())>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("powerset: refers to elements that stay", "[more_itertools][powerset]") {
    ints v{1, 2};
    for (auto chosen : powerset(v))
        if (chosen.size() == 1) chosen[0] *= 10;
    CHECK(v == ints{10, 20});
    auto owned = powerset("AB"s);
    auto moved = std::move(owned);
    CHECK(list(moved).back() == std::vector{'A', 'B'});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int const numbers[] = {1, 2, 4};
    int total = 0;
    for (auto chosen : powerset(numbers))
        for (int x : chosen) total += x;
    return total;
}() == 28);

}  // namespace
