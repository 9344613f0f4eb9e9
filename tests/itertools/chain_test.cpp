// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_chain, test_chain_from_iterable.

#include <regius/itertools/chain.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::chain;
using regius::range;

TEST_CASE("chain: the answers CPython gives", "[itertools][chain][oracle]") {
    CHECK(list(chain("abc"sv, "def"sv)) == list("abcdef"sv));
    CHECK(list(chain("abc"sv)) == list("abc"sv));
    CHECK(list(chain(ints{}, ints{1}, ints{}, ints{2, 3}, ints{})) == ints{1, 2, 3});
    CHECK(list(chain(ints{}, std::list{1}, range(2))) == ints{1, 0, 1});
    CHECK(pushed(chain(ints{}, std::list{1}, range(2))) == ints{1, 0, 1});
    CHECK(list(chain()).empty());
    CHECK(list(chain.from_iterable(std::vector<ints>{{1}, {}, {2, 3}, {}})) == ints{1, 2, 3});
    CHECK(pushed(std::vector<ints>{{1}, {}, {2, 3}, {}} | chain.from_iterable()) == ints{1, 2, 3});
    CHECK(list(chain.from_iterable(std::vector<ints>{})).empty());
}

TEST_CASE("chain: goes on where it was left over one-shot sources", "[itertools][chain]") {
    one_shot<int> source({1, 2, 3});
    auto view = chain(ints{10, 20}, source, ints{30});
    ints seen;
    for (int n = 0; n != 4; ++n) view.for_each_while([&seen](int x) { return seen.push_back(x), false; });
    CHECK(seen == ints{10, 20, 1, 2});
    CHECK(source.left() == ints{3});
    for (int x : view) {
        CHECK(x == 3);
        break;
    }
    CHECK(list(view) == ints{30});
}

TEST_CASE("chain: reads a later source only when it gets there", "[itertools][chain]") {
    one_shot<int> first({1, 2}), second({3});
    for (int x : chain(first, second)) {
        if (x == 2) break;
    }
    CHECK(second.left() == ints{3});
}

TEST_CASE("chain.from_iterable: outer and inner are lazy, computed once, and may be one-shot", "[itertools][chain]") {
    int rows = 0;
    auto const row = [&rows](std::ptrdiff_t n) { return ++rows, range(n); };
    CHECK(list(regius::count() | regius::map(row) | chain.from_iterable() | regius::islice(4)) ==
          std::vector<std::ptrdiff_t>{0, 0, 1, 0});
    CHECK(rows == 4);
    one_shot<ints> source({{1, 2}, {}, {3}});
    auto view = chain.from_iterable(source);
    for (int x : view) {
        CHECK(x == 1);
        break;
    }
    CHECK(list(view) == ints{2, 3});
    CHECK(list(range(3) | regius::map([](int n) { return std::string(static_cast<std::size_t>(n), 'x'); }) |
               chain.from_iterable()) == list("xxx"sv));
}

TEST_CASE("chain.from_iterable: a view that is moved in the middle of a row goes on in it", "[itertools][chain]") {
    auto const rest = [](auto view) {
        view.for_each_while([](auto&&) { return false; });
        auto moved = std::move(view);
        return list(moved);
    };
    one_shot<ints> kept({{1, 2, 3}, {4}});  // rows that stay where they are
    CHECK(rest(chain.from_iterable(kept)) == ints{2, 3, 4});

    std::vector<one_shot<int>> consumed;  // rows that are consumed, and move along
    consumed.emplace_back(ints{1, 2, 3});
    consumed.emplace_back(ints{4});
    one_shot<one_shot<int>> source(std::move(consumed));
    CHECK(rest(source | std::views::transform([](auto& row) { return std::move(row); }) | chain.from_iterable()) ==
          ints{2, 3, 4});

    one_shot<int> numbers({3, 1});  // rows that are made
    CHECK(rest(numbers | regius::map([](int n) { return ints(static_cast<std::size_t>(n), n); }) |
               chain.from_iterable()) == ints{3, 3, 1});
    CHECK(numbers.ended());

    std::istringstream words("abc de");  // a row that lies in the view: lost, never looked at from elsewhere
    CHECK(rest(std::views::istream<std::string>(words) | chain.from_iterable()) == list("de"sv));
}

TEST_CASE("chain.from_iterable: views can be assigned, and a copy goes on by itself", "[itertools][chain]") {
    one_shot<ints> source({{1, 2, 3}, {4, 5}});
    auto view = chain.from_iterable(source);
    view.for_each_while([](int) { return false; });
    auto copy = view;
    copy.for_each_while([](int x) { return x != 3; });
    CHECK(list(view) == ints{2, 3, 4, 5});
    CHECK(list(copy).empty());

    one_shot<ints> other({{6, 7}});
    view = chain.from_iterable(other);
    view.for_each_while([](int) { return false; });
    copy = view;
    view = chain.from_iterable(source);
    CHECK(list(view).empty());
    CHECK(list(copy) == ints{7});
}

TEST_CASE("chain: elements can be written, and only move", "[itertools][chain]") {
    ints a{1}, b{2};
    for (int& x : chain(a, b)) x = 0;
    CHECK((a == ints{0} && b == ints{0}));
    std::vector<std::vector<std::unique_ptr<int>>> rows(2);
    rows[1].push_back(std::make_unique<int>(5));
    for (auto& p : chain.from_iterable(rows)) CHECK(*p == 5);
}

TEST_CASE("chain: jumps and steps back over the seams", "[itertools][chain]") {
    std::vector<ints> const shapes{{}, {1}, {1, 2, 3}};
    for (auto const& a : shapes)
        for (auto const& b : shapes)
            for (auto const& c : shapes) {
                auto const view = chain(a, b, c);
                ints const elements = list(view);
                auto const n = std::ssize(elements);
                CHECK(view.end() - view.begin() == n);
                for (std::ptrdiff_t i = 0; i <= n; ++i) {
                    auto const at = view.begin() + i;
                    CHECK(at - view.begin() == i);
                    CHECK(view.end() - at == n - i);
                    CHECK((at == view.end()) == (i == n));
                    for (std::ptrdiff_t j = 0; j <= n; ++j) {
                        CHECK(at + (j - i) == view.begin() + j);
                        CHECK((at < view.begin() + j) == (i < j));
                    }
                    if (i != n) CHECK(at[0] == elements[static_cast<std::size_t>(i)]);
                    if (i != 0) CHECK(*std::ranges::prev(at) == elements[static_cast<std::size_t>(i - 1)]);
                }
                CHECK(list(view | std::views::reverse) == ints(elements.rbegin(), elements.rend()));
            }
    std::list<int> const a{1, 2}, b, c{3};
    CHECK(list(chain(a, b, c) | std::views::reverse) == ints{3, 2, 1});
}

TEST_CASE("chain: can be sorted over its seams", "[itertools][chain]") {
    ints a{5, 1}, b{4, 2, 3};
    std::ranges::sort(chain(a, b));
    CHECK(a == ints{1, 2});
    CHECK(b == ints{3, 4, 5});
}

using chained = decltype(chain(std::declval<ints&>(), std::declval<ints&>()));
static_assert(std::ranges::random_access_range<chained> && std::ranges::random_access_range<chained const>);
static_assert(not regius::core::indexable<chained>);    // zip walks it instead of looking for each position
static_assert(not std::ranges::common_range<chained>);  // its end costs one comparison, that of the range
static_assert(std::sized_sentinel_for<std::ranges::sentinel_t<chained>, std::ranges::iterator_t<chained>>);
static_assert(std::ranges::bidirectional_range<decltype(chain(std::declval<std::list<int>&>(), std::list{1}))>);
static_assert(not std::ranges::random_access_range<decltype(chain(std::list{1}, std::list{1}))>);
static_assert(not std::ranges::bidirectional_range<decltype(chain(ints{}, std::list{1L}))>);
static_assert(std::ranges::sized_range<chained>);
static_assert(std::same_as<std::ranges::range_reference_t<chained>, int&>);
static_assert(std::ranges::forward_range<decltype(chain(ints{}, std::list{1L}))>);
static_assert(std::ranges::forward_range<decltype(chain.from_iterable(std::declval<std::vector<ints>&>()))>);
static_assert(not std::invocable<decltype(chain), ints, std::vector<std::string>>);
static_assert(not std::invocable<decltype(chain.from_iterable), ints>);
static_assert(list(chain(range(2), range(3))) == ints{0, 1, 0, 1, 2});

}  // namespace
