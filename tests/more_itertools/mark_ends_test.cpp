// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_more.py, MarkEndsTests; more answers in windows_oracle_test.cpp.

#include <regius/more_itertools/mark_ends.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/io/lines.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::mark_ends;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using strings = std::vector<std::string>;

using marked = std::vector<std::tuple<bool, bool, char>>;

TEST_CASE("mark_ends: the answers Python gives", "[more_itertools][mark_ends][oracle]") {
    CHECK(list(mark_ends(""sv)).empty());
    CHECK(list(mark_ends("A"sv)) == marked{{true, true, 'A'}});
    CHECK(list("AB"sv | mark_ends()) == marked{{true, false, 'A'}, {false, true, 'B'}});
    CHECK(list(mark_ends(one_shot<char>({'A', 'B', 'C'}))) ==
          marked{{true, false, 'A'}, {false, false, 'B'}, {false, true, 'C'}});
}

TEST_CASE("mark_ends: a one-shot source is read one ahead, no more", "[more_itertools][mark_ends]") {
    one_shot<int> source({1, 2, 3, 4});
    auto view = mark_ends(source);
    CHECK(source.left().size() == 4);
    for (auto [is_first, is_last, x] : view) {
        CHECK((is_first && !is_last && x == 1));
        break;
    }
    CHECK(source.left() == ints{3, 4});
    for (auto [is_first, is_last, x] : view) {
        CHECK((!is_first && !is_last && x == 2));
        break;
    }
    auto moved = std::move(view);
    CHECK(pushed(moved).size() == 2);
    auto endless = regius::count() | mark_ends();
    CHECK(std::get<2>(endless.begin()[5]) == 5);
    CHECK(not std::get<1>(endless.begin()[5]));
}

TEST_CASE("mark_ends: each element is computed once, and is the element itself", "[more_itertools][mark_ends]") {
    int calls = 0;
    auto const counted = [&calls](int x) { return ++calls, x; };
    CHECK(list(range(4) | regius::map(counted) | mark_ends()).size() == 4);
    CHECK(calls == 4);
    auto const even = [&calls](int x) { return ++calls, x % 2 == 0; };
    CHECK(list(range(4) | regius::filter(even) | mark_ends()).size() == 2);
    CHECK(calls == 8);
    CHECK(pushed(range(4) | regius::map(counted) | regius::filter(even) | mark_ends()).size() == 2);
    CHECK(calls == 16);

    ints v{1, 2, 3};
    for (auto [is_first, is_last, x] : mark_ends(v)) x = is_first + 2 * is_last;
    CHECK(v == ints{1, 0, 2});
    std::vector<std::unique_ptr<int>> kept;
    auto const made = [](int x) { return std::make_unique<int>(x); };
    for (auto&& [is_first, is_last, p] : range(3) | regius::map(made) | mark_ends()) kept.push_back(std::move(p));
    auto sifted = range(3) | regius::map(made) | regius::filter([](auto const& p) { return *p != 1; });
    for (auto&& [is_first, is_last, p] : mark_ends(sifted)) kept.push_back(std::move(p));
    CHECK((kept.size() == 5 && *kept[1] == 1 && *kept[4] == 2));
    std::vector<bool> bits{true, true};
    for (auto [is_first, is_last, bit] : mark_ends(bits)) bit = is_last;
    CHECK(bits == std::vector{false, true});

    using lines = std::vector<std::tuple<bool, bool, std::string>>;
    CHECK(list(mark_ends(regius::lines(std::istringstream("one\ntwo\n")))) ==
          lines{{true, false, "one"}, {false, true, "two"}});
}

using over_vector = decltype(mark_ends(std::declval<ints&>()));
static_assert(std::ranges::random_access_range<over_vector const> && std::ranges::sized_range<over_vector>);
static_assert(std::ranges::borrowed_range<over_vector>);
static_assert(std::ranges::forward_range<decltype(mark_ends(std::list<int>{})) const>);
static_assert(std::ranges::input_range<decltype(mark_ends(one_shot<int>({})))>);
static_assert(not std::invocable<decltype(mark_ends), int>);
static_assert([] {
    int total = 0;
    for (auto [is_first, is_last, x] : mark_ends(range(1, 5))) total += is_first || is_last ? x : 10 * x;
    return total;
}() == 1 + 20 + 30 + 4);

}  // namespace
