// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_zip_longest.

#include <regius/itertools/zip_longest.hpp>  // first, so the header must stand on its own

#include <regius/builtins/range.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <cstddef>
#include <list>
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
using regius::range;
using regius::zip_longest;

using pairs = std::vector<std::tuple<int, int>>;

TEST_CASE("zip_longest: the answers CPython gives", "[itertools][zip_longest][oracle]") {
    CHECK(list(zip_longest(-1, range(3), ints{7})) == pairs{{0, 7}, {1, -1}, {2, -1}});
    CHECK(list(zip_longest(-1, ints{}, std::list{1})) == pairs{{-1, 1}});
    CHECK(list(zip_longest(-1, std::list{1, 2}, range(1))) == pairs{{1, 0}, {2, -1}});
    CHECK(list(zip_longest(-1, one_shot<int>({1}), one_shot<int>({2, 3}))) == pairs{{1, 2}, {-1, 3}});
    CHECK(pushed(zip_longest(-1, range(3), ints{7})) == list(zip_longest(-1, range(3), ints{7})));
    CHECK(pushed(zip_longest(-1, range(3), std::list{7})) == list(zip_longest(-1, range(3), ints{7})));
    CHECK(list(zip_longest(0)).empty());
    CHECK(list(zip_longest(0, ints{}, ints{})).empty());
    CHECK(list(zip_longest("-", std::vector{"a"s}, std::vector{"b"s, "c"s})) ==
          std::vector<std::tuple<std::string, std::string>>{{"a", "b"}, {"-", "c"}});
}

TEST_CASE("zip_longest: pushes what it walks, whichever range ends first", "[itertools][zip_longest]") {
    for (int a = 0; a != 4; ++a)
        for (int b = 0; b != 4; ++b)
            for (int c = 0; c != 4; ++c) {
                auto const view = zip_longest(-1, range(a), range(10, 10 + b), range(20, 20 + c));
                auto const rows = list(view);
                CHECK(rows.size() == static_cast<std::size_t>(std::max({a, b, c})));
                CHECK(pushed(view) == rows);
                for (std::size_t n = 0; n != rows.size(); ++n) {
                    std::size_t seen = 0;
                    CHECK_FALSE(view.for_each_while([&](auto const& row) {
                        CHECK(row == rows[seen]);
                        return seen++ != n;
                    }));
                    CHECK(seen == n + 1);
                }
            }
}

TEST_CASE("zip_longest: a range that has ended is asked for nothing more", "[itertools][zip_longest]") {
    one_shot<int> source({1});
    auto view = zip_longest(0, source, ints{7, 8, 9});
    for (auto row : view) {
        CHECK(std::get<1>(row) == 7);
        break;
    }
    CHECK(list(view) == pairs{{0, 8}, {0, 9}});
}

using longest = decltype(zip_longest(0, std::declval<ints&>(), range(3)));
static_assert(std::ranges::random_access_range<longest> && std::ranges::random_access_range<longest const>);
static_assert(std::ranges::sized_range<longest> && std::ranges::common_range<longest>);
static_assert(not std::invocable<decltype(zip_longest), std::string, ints>);
static_assert(list(zip_longest(0, range(2), range(1))).size() == 2);

}  // namespace
