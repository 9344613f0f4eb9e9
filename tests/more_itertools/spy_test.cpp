// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_more.py, SpyTests.

#include <regius/more_itertools/spy.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <memory>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::range;
using regius::spy;
using regius::tests::list;
using regius::tests::one_shot;
using ints = std::vector<int>;

TEST_CASE("spy: the answers Python gives", "[more_itertools][spy][oracle]") {
    auto const check = [](auto&& make) {
        auto [one, all_of_one] = spy(make());
        CHECK(one == ints{1});
        CHECK(list(all_of_one) == ints{1, 2, 3});
        auto [none_at_all, all_of_none] = make() | spy(0);
        CHECK(none_at_all.empty());
        CHECK(list(all_of_none) == ints{1, 2, 3});
        auto [two, all_of_two] = make() | spy(2);
        CHECK(two == ints{1, 2});
        CHECK(list(all_of_two) == ints{1, 2, 3});
        auto [more, all_of_more] = spy(make(), 10);
        CHECK(more == ints{1, 2, 3});
        CHECK(list(all_of_more) == ints{1, 2, 3});
        CHECK_THROWS_WITH(spy(make(), -1),
                          "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."s);
    };
    check([] { return ints{1, 2, 3}; });
    check([] { return std::list{1, 2, 3}; });
    check([] { return range(1, 4); });
    check([] { return one_shot<int>({1, 2, 3}); });
    check([] { return range(3) | regius::map([](int x) { return x + 1; }); });
    check([] { return range(1, 4) | regius::filter([](int) { return true; }); });
    auto const [head, whole] = spy(ints{});
    CHECK(head.empty());
    CHECK(whole.empty());
    CHECK_THROWS_AS(spy(-1), regius::value_error);
    CHECK(spy(regius::count(), 3).first.back() == 2);
}

TEST_CASE("spy: pulls and computes once", "[more_itertools][spy]") {
    one_shot<int> source({1, 2, 3, 4});
    {
        auto [head, whole] = spy(source, 2);
        CHECK(source.left() == ints{3, 4});
        CHECK(list(whole) == ints{1, 2, 3, 4});
    }
    int calls = 0;
    auto [head, whole] = range(4) | regius::map([&calls](int x) { return ++calls, x; }) | spy(3);
    CHECK(calls == 3);
    CHECK(list(whole).size() == 4);
    CHECK(calls == 4);
}

ints v{1, 2, 3};
static_assert(std::ranges::random_access_range<decltype(spy(v).second)>);
static_assert(std::ranges::input_range<decltype(spy(one_shot<int>({})).second)>);
static_assert(not std::invocable<decltype(spy), std::vector<std::unique_ptr<int>>&>);
static_assert(not std::invocable<decltype(spy), ints&, double>);
static_assert([] {
    auto [head, whole] = range(5) | regius::map([](int x) { return 2 * x; }) | spy(2);
    int total = head[1];
    for (int x : whole) total += x;
    return total;
}() == 22);

}  // namespace
