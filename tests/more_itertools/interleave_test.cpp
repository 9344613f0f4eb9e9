// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its tests.

#include <regius/more_itertools/interleave.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/cycle.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/repeat.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <list>
#include <memory>
#include <ranges>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::interleave;
using regius::interleave_longest;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("interleave: the answers more_itertools gives", "[more_itertools][interleave][oracle]") {
    CHECK(list(interleave(ints{1, 2, 3}, ints{4, 5}, ints{6, 7, 8})) == ints{1, 4, 6, 2, 5, 7});
    CHECK(list(interleave(ints{31, 63, 95}, ints{32, 64, 96}, ints{33, 65, 97})) ==
          ints{31, 32, 33, 63, 64, 65, 95, 96, 97});
    CHECK(list(interleave("abc"sv)) == list("abc"sv));
    CHECK(list(interleave("abc"sv, ""sv)).empty());
    CHECK(list(interleave()).empty());
    CHECK(list(interleave(regius::repeat('x'), "abc"sv)) == list("xaxbxc"sv));
    CHECK(list(interleave(regius::count(), regius::count(10)) | regius::islice(5)) ==
          std::vector<std::ptrdiff_t>{0, 10, 1, 11, 2});
}

TEST_CASE("interleave_longest: the answers more_itertools gives", "[more_itertools][interleave][oracle]") {
    CHECK(list(interleave_longest(ints{1, 2, 3}, ints{4, 5}, ints{6, 7, 8})) == ints{1, 4, 6, 2, 5, 7, 3, 8});
    CHECK(list(interleave_longest(ints{1}, ints{}, ints{2, 3, 4}, ints{})) == ints{1, 2, 3, 4});
    CHECK(list(interleave_longest(ints{}, ints{})).empty());
    CHECK(list(interleave_longest()).empty());
    CHECK(list(interleave_longest("ABC"sv, "D"sv, "EF"sv)) == list("ADEBFC"sv));
    CHECK(list(interleave_longest(regius::cycle("ab"sv), "XY"sv) | regius::islice(6)) == list("aXbYab"sv));
}

// ---------------------------------------------------------------- 2. properties

/// What the loops that one would write give.
ints turns(std::vector<ints> const& rows, bool longest) {
    ints out;
    std::size_t most = 0, least = rows[0].size();
    for (auto const& row : rows) {
        most = std::max(most, row.size());
        least = std::min(least, row.size());
    }
    for (std::size_t i = 0; i != (longest ? most : least); ++i)
        for (auto const& row : rows)
            if (i < row.size()) out.push_back(row[i]);
    return out;
}

template <class View>
void check_walks(View view, ints const& expected) {
    CHECK(list(view) == expected);
    CHECK(pushed(view) == expected);
    if constexpr (std::ranges::bidirectional_range<View>) {
        ints back;
        for (auto it = view.end(); it != view.begin();) back.push_back(*--it);
        std::ranges::reverse(back);
        CHECK(back == expected);
    }
    if constexpr (std::ranges::sized_range<View>) CHECK(view.size() == expected.size());
    if constexpr (std::ranges::random_access_range<View>) {
        for (std::size_t i = 0; i != expected.size(); ++i) {
            auto const n = static_cast<std::ptrdiff_t>(i);
            CHECK(view.begin()[n] == expected[i]);
            CHECK(view.end() - (view.begin() + n) == std::ssize(expected) - n);
        }
    }
}

TEST_CASE("interleave: over ranges of every length, category and mixture", "[more_itertools][interleave]") {
    for (auto a : range(4)) {
        for (auto b : range(4)) {
            for (auto c : range(4)) {
                CAPTURE(a, b, c);
                std::vector<ints> const rows{list(range(a)), list(range(10, 10 + b)), list(range(20, 20 + c))};
                std::list const linked(rows[1].begin(), rows[1].end());
                auto const less = turns(rows, false), more = turns(rows, true);
                check_walks(interleave(rows[0], rows[1], rows[2]), less);
                check_walks(interleave_longest(rows[0], rows[1], rows[2]), more);
                check_walks(interleave(range(a), rows[1], range(20, 20 + c)), less);
                check_walks(interleave_longest(range(a), rows[1], range(20, 20 + c)), more);
                check_walks(interleave(rows[0], linked, rows[2]), less);
                check_walks(interleave_longest(rows[0], linked, rows[2]), more);
                CHECK(list(interleave(rows[0], one_shot<int>(rows[1]), linked)) ==
                      turns({rows[0], rows[1], rows[1]}, false));
                CHECK(pushed(interleave_longest(one_shot<int>(rows[0]), rows[1], one_shot<int>(rows[2]))) == more);
            }
        }
    }
}

TEST_CASE("interleave: takes from one-shot sources what Python takes", "[more_itertools][interleave][oracle]") {
    one_shot<int> a({1, 2, 3}), b({10, 20, 30});
    auto view = interleave(a, b);
    CHECK(*view.begin() == 1);
    CHECK((a.left() == ints{2, 3} && b.left() == ints{20, 30}));
    CHECK(*view.begin() == 10);
    CHECK((a.left() == ints{2, 3} && b.left() == ints{20, 30}));
    CHECK(list(view) == ints{2, 20, 3, 30});
    CHECK(list(view).empty());

    one_shot<int> longer({1, 2, 3}), shorter({10});
    CHECK(list(interleave(longer, shorter)) == ints{1, 10});
    CHECK(longer.left() == ints{3});  // 2 was taken in the turn in which the other had ended

    one_shot<int> first({1, 2}), second({10, 20, 30, 40});
    auto rest = interleave_longest(first, second);
    ints seen;
    for (int n = 0; n != 3; ++n) rest.for_each_while([&seen](int x) { return seen.push_back(x), false; });
    CHECK(seen == ints{1, 10, 2});
    CHECK(second.left() == ints{30, 40});
    CHECK(list(rest) == ints{20, 30, 40});
    CHECK(list(rest).empty());
}

TEST_CASE("interleave: what has ended is not asked again", "[more_itertools][interleave][oracle]") {
    std::istringstream in("1 2");
    auto view = interleave(std::views::istream<int>(in));
    CHECK(list(view) == ints{1, 2});
    in.clear();
    in.str("3 4");
    CHECK(list(view).empty());

    std::istringstream some("1"), more("10 20 30");
    auto rest = interleave_longest(std::views::istream<int>(some), std::views::istream<int>(more));
    for (int x : rest)
        if (x == 20) break;
    some.clear();
    some.str("3 4");
    CHECK(list(rest) == ints{30});
    some.clear();
    some.str("5");
    CHECK(list(rest).empty());
}

TEST_CASE("interleave: an element that is computed is computed once", "[more_itertools][interleave]") {
    int calls = 0;
    auto const computed = [&calls](auto n) { return range(n) | regius::map([&calls](auto x) { return ++calls, x; }); };
    CHECK(list(interleave(computed(3), computed(3))).size() == 6);
    CHECK(calls == 6);
    CHECK(pushed(interleave_longest(computed(3), computed(1))).size() == 4);
    CHECK(calls == 10);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class... Rs>
using turns_of = decltype(interleave(std::declval<Rs>()...));
template <class... Rs>
using all_turns_of = decltype(interleave_longest(std::declval<Rs>()...));
using endless = decltype(regius::count());

static_assert(std::ranges::random_access_range<turns_of<ints&, ints&>>);
static_assert(std::ranges::random_access_range<turns_of<ints&, endless>>);
static_assert(std::ranges::random_access_range<turns_of<endless, endless>>);
static_assert(std::ranges::random_access_range<turns_of<ints, ints> const>);
static_assert(std::ranges::sized_range<turns_of<ints&, endless>> && std::ranges::common_range<turns_of<ints&, ints&>>);
static_assert(std::ranges::borrowed_range<turns_of<ints&, ints&>>);
static_assert(not std::ranges::borrowed_range<turns_of<ints, ints&>>);
static_assert(std::same_as<std::ranges::range_reference_t<turns_of<ints&, ints&>>, int&>);
static_assert(std::same_as<std::ranges::range_reference_t<turns_of<ints&, std::vector<long>&>>, long>);
static_assert(std::ranges::bidirectional_range<all_turns_of<ints&, ints&>>);
static_assert(std::ranges::sized_range<all_turns_of<ints&, ints&>> &&
              std::ranges::common_range<all_turns_of<ints&, ints&>>);
static_assert(std::ranges::forward_range<turns_of<std::list<int>&, ints&>>);
static_assert(std::ranges::forward_range<all_turns_of<std::list<int>&, endless>>);
static_assert(std::ranges::sized_range<turns_of<std::list<int>&, ints&> const>);
static_assert(not std::ranges::sized_range<all_turns_of<std::list<int>&, endless>>);
static_assert(not std::ranges::forward_range<turns_of<one_shot<int>&, ints&>>);
static_assert(regius::core::infinite<all_turns_of<ints&, endless>> and
              not regius::core::infinite<turns_of<ints&, endless>>);
static_assert(not std::invocable<decltype(interleave), ints, std::vector<std::string>>);
static_assert(not std::invocable<decltype(interleave_longest), ints, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("interleave: elements can be written, only move, or be bits", "[more_itertools][interleave]") {
    ints a{1, 2}, b{3, 4};
    for (int& x : interleave(a, b)) x = 0;
    CHECK((a == ints{0, 0} && b == ints{0, 0}));

    std::vector<std::unique_ptr<int>> owners(2), others(1);
    others[0] = std::make_unique<int>(7);
    CHECK(std::ranges::count_if(interleave_longest(owners, others), [](auto& p) { return p != nullptr; }) == 1);

    std::vector<bool> bits{true, false}, more{false};
    CHECK(list(interleave_longest(bits, more)) == std::vector<bool>{true, false, false});
}

TEST_CASE("interleave: temporary containers are owned", "[more_itertools][interleave]") {
    auto const view = interleave("ac"s, "bd"s);
    CHECK(list(view) == list("abcd"sv));
    CHECK(list(interleave_longest("ac"s, "b"s)) == list("abc"sv));
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(list(interleave(range(3), range(10, 12))) == ints{0, 10, 1, 11});
static_assert(list(interleave_longest(range(3), range(10, 12))) == ints{0, 10, 1, 11, 2});
static_assert(pushed(interleave_longest(range(3), range(10, 12))) == ints{0, 10, 1, 11, 2});

}  // namespace
