// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its tests; tests/oracle/more_itertools_pieces.py has asked for
// every short text, for what was taken from an iterator by the time each piece was there, and for the calls.

#include <regius/more_itertools/split_after.hpp>
#include <regius/more_itertools/split_at.hpp>  // first, so the header must stand on its own
#include <regius/more_itertools/split_before.hpp>
#include <regius/more_itertools/split_when.hpp>

#include <regius/builtins/generator.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <array>
#include <forward_list>
#include <functional>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::literals;
using regius::range;
using regius::split_after;
using regius::split_at;
using regius::split_before;
using regius::split_when;
using regius::tests::one_shot;
using ints = std::vector<int>;
using rows = std::vector<ints>;
using strings = std::vector<std::string>;

constexpr auto same = [](auto x) { return x; };
constexpr auto is_b = [](char c) { return c == 'b'; };
constexpr auto rises = [](char x, char y) { return x < y; };
constexpr auto odd = [](auto x) { return x % 2 == 1; };
constexpr auto third = [](auto x) { return x % 3 == 0; };

strings words(auto&& pieces) {
    strings out;
    for (auto&& piece : pieces) {
        out.emplace_back();
        for (char c : piece) out.back() += c;
    }
    return out;
}
strings pushed_words(auto&& pieces) {
    strings out;
    pieces.for_each_while([&out](auto&& piece) {
        out.emplace_back();
        for (char c : piece) out.back() += c;
        return true;
    });
    return out;
}
rows numbers(auto&& pieces) {
    rows out;
    for (auto&& piece : pieces) out.emplace_back(std::ranges::begin(piece), std::ranges::end(piece));
    return out;
}

// ---------------------------------------------------------------- 1. what Python says

struct split_answer {
    std::string text;
    int maxsplit;
    strings pieces;
    std::vector<std::size_t> taken;
    int calls;
};
#include <oracle/more_itertools_pieces.inc>

template <class Tool, class Pred, class... Keep>
void check_answers(std::vector<split_answer> const& answers, Tool tool, Pred pred, Keep... keep) {
    for (auto const& [text, maxsplit, pieces, taken, calls] : answers) {
        CAPTURE(text, maxsplit);
        int asked = 0;
        auto const question = [&](auto... x) { return ++asked, pred(x...); };
        auto const counted = [&](auto&& view) {
            asked = 0;
            auto const out = words(view);
            CHECK(asked == calls);
            return out;
        };
        CHECK(counted(tool(text, question, maxsplit, keep...)) == pieces);
        CHECK(counted(std::string(text) | tool(question, maxsplit, keep...)) == pieces);
        CHECK(counted(tool(std::forward_list<char>(text.begin(), text.end()), question, maxsplit, keep...)) == pieces);
        CHECK(counted(text | regius::map(same) | tool(question, maxsplit, keep...)) == pieces);
        CHECK(pushed_words(tool(text, pred, maxsplit, keep...)) == pieces);

        one_shot<char> source({text.begin(), text.end()});
        auto view = tool(source, question, maxsplit, keep...);
        std::vector<std::size_t> pulled;
        strings out;
        asked = 0;
        for (auto piece : view) {
            out.emplace_back(piece.begin(), piece.end());
            pulled.push_back(text.size() - source.left().size());
        }
        CHECK(out == pieces);
        CHECK(pulled == taken);
        CHECK(asked == calls);
        CHECK(words(view).empty());

        // One loop may take up where another stopped, pulled and pushed in turn.
        auto again = tool(one_shot<char>({text.begin(), text.end()}), pred, maxsplit, keep...);
        out.clear();
        for (std::size_t n = 0; n <= pieces.size(); ++n) {
            auto const keep_piece = [&out](auto piece) { return out.emplace_back(piece.begin(), piece.end()), false; };
            if (n % 2 == 1) {
                again.for_each_while(keep_piece);
            } else {
                for (auto piece : again) {
                    keep_piece(piece);
                    break;
                }
            }
        }
        CHECK(out == pieces);
    }
}

TEST_CASE("split_at: the answers more_itertools gives for short texts", "[more_itertools][split_at][oracle]") {
    check_answers(split_at_answers, split_at, is_b);
    check_answers(split_at_answers, split_at, is_b, false);
    check_answers(split_at_keeping_answers, split_at, is_b, true);
}
TEST_CASE("split_before: the answers more_itertools gives for short texts", "[more_itertools][split_before][oracle]") {
    check_answers(split_before_answers, split_before, is_b);
}
TEST_CASE("split_after: the answers more_itertools gives for short texts", "[more_itertools][split_after][oracle]") {
    check_answers(split_after_answers, split_after, is_b);
}
TEST_CASE("split_when: the answers more_itertools gives for short texts", "[more_itertools][split_when][oracle]") {
    check_answers(split_when_answers, split_when, rises);
}

TEST_CASE("split_at and the others: the samples of more_itertools", "[more_itertools][split_at][oracle]") {
    CHECK(words(split_at("abcdcba"sv, is_b)) == strings{"a", "cdc", "a"});
    CHECK(words("abcdcba"sv | split_at(is_b)) == strings{"a", "cdc", "a"});
    CHECK(numbers(split_at(range(10), odd)) == rows{{0}, {2}, {4}, {6}, {8}, {}});
    CHECK(numbers(split_at(range(10), odd, 2)) == rows{{0}, {2}, {4, 5, 6, 7, 8, 9}});
    CHECK(words(split_at("abcdcba"sv, is_b, -1, true)) == strings{"a", "b", "cdc", "b", "a"});

    auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    CHECK(words(split_before("OneTwo"sv, upper)) == strings{"One", "Two"});
    CHECK(numbers(split_before(range(10), third)) == rows{{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {9}});
    CHECK(numbers(split_before(range(10), third, 2)) == rows{{0, 1, 2}, {3, 4, 5}, {6, 7, 8, 9}});
    CHECK(words(split_after("one1two2"sv, digit)) == strings{"one1", "two2"});
    CHECK(numbers(split_after(range(10), third)) == rows{{0}, {1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
    CHECK(numbers(split_after(range(10), third, 2)) == rows{{0}, {1, 2, 3}, {4, 5, 6, 7, 8, 9}});
    ints const v{1, 2, 3, 3, 2, 5, 2, 4, 2};
    CHECK(numbers(split_when(v, std::greater{})) == rows{{1, 2, 3, 3}, {2, 5}, {2, 4}, {2}});
    CHECK(numbers(v | split_when(std::greater{}, 2u)) == rows{{1, 2, 3, 3}, {2, 5}, {2, 4, 2}});
}

TEST_CASE("split_at and the others: a range without an end", "[more_itertools][split_at]") {
    CHECK(numbers(regius::count(1) | split_before(third) | regius::islice(2)) == rows{{1, 2}, {3, 4, 5}});
    auto const endless = []() -> regius::generator<int> {
        for (int n = 0;; ++n) co_yield n;
    };
    CHECK(numbers(endless() | split_after(third) | regius::islice(2)) == rows{{0}, {1, 2, 3}});
}

// ---------------------------------------------------------------- 3. what the types promise

template <class R>
using pieces_of = decltype(split_at(std::declval<R>(), odd));

static_assert(std::ranges::forward_range<pieces_of<ints&>> && std::ranges::forward_range<pieces_of<ints&> const>);
static_assert(std::ranges::forward_range<pieces_of<ints>> && std::ranges::forward_range<pieces_of<ints> const>);
static_assert(std::ranges::forward_range<pieces_of<std::forward_list<int>>>);
static_assert(std::ranges::random_access_range<std::ranges::range_reference_t<pieces_of<ints&>>>);
static_assert(std::same_as<std::ranges::range_reference_t<std::ranges::range_reference_t<pieces_of<ints&>>>, int&>);
static_assert(std::ranges::input_range<pieces_of<one_shot<int>>>);
static_assert(not std::ranges::forward_range<pieces_of<one_shot<int>>>);
static_assert(std::same_as<std::ranges::range_value_t<pieces_of<one_shot<int>>>, ints>);
static_assert(std::ranges::view<decltype(split_when(std::declval<ints&>(), std::less{}))>);

template <class Tool, class... Args>
concept can_split = requires(Tool tool, Args&&... args) { tool(std::forward<Args>(args)...); };
using tool = decltype(split_at);
using when = decltype(split_when);
static_assert(not can_split<tool, ints> and not can_split<tool, int, decltype(odd)>);
static_assert(not can_split<tool, ints, bool (*)(int, int)> and not can_split<when, ints, bool (*)(int)>);
static_assert(can_split<when, ints, bool (*)(int, int)> and can_split<tool, ints, bool (*)(int), long>);
static_assert(not can_split<tool, ints, bool (*)(int), double> and not can_split<tool, ints, bool (*)(int), bool>);
static_assert(not can_split<tool, ints, bool (*)(int), int, int>);
static_assert(not can_split<decltype(split_after), ints, bool (*)(int), int, bool>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("split_at: a piece is a window: writing through it reaches the range", "[more_itertools][split_at]") {
    ints v{1, 2, 4, 5, 6};
    for (auto piece : split_at(v, odd))
        for (int& x : piece) x = 0;
    CHECK(v == ints{1, 0, 0, 5, 0});
}

TEST_CASE("split_at: pieces on a buffer are kept by collecting them", "[more_itertools][split_at]") {
    one_shot<int> source({1, 2, 4, 5, 6});
    CHECK((source | split_at(odd) | regius::to<std::vector>()) == rows{{}, {2, 4}, {6}});
    auto const bits = []() -> regius::generator<bool> {
        for (bool bit : {true, false, true}) co_yield bit;
    };
    CHECK((bits() | split_when(std::less{}) | regius::to<std::vector>()) ==
          std::vector<std::vector<bool>>{{true, false}, {true}});
}

TEST_CASE("split_after: elements that are computed are computed once, and may only move",
          "[more_itertools][split_after]") {
    int calls = 0;
    auto const computed = range(6) | regius::map([&calls](auto x) { return ++calls, std::make_unique<int>(int(x)); });
    std::vector<std::unique_ptr<int>> taken;
    for (auto piece : split_after(computed, [](auto const& p) { return *p % 3 == 2; }))
        for (auto& p : piece) taken.push_back(std::move(p));
    CHECK(calls == 6);
    CHECK((taken.size() == 6 && *taken[5] == 5));

    std::vector<std::unique_ptr<int>> owners(3);
    owners[1] = std::make_unique<int>(1);
    int pieces = 0;
    for (auto piece : std::move(owners) | split_when([](auto const& a, auto const& b) { return !a != !b; }))
        pieces += static_cast<int>(piece.size());
    CHECK(pieces == 3);
}

TEST_CASE("split_at: a member pointer and an owned range will do", "[more_itertools][split_at]") {
    struct line {
        bool blank;
        int number;
    };
    std::vector<std::ptrdiff_t> sizes;
    for (auto piece : std::vector<line>{{false, 1}, {false, 2}, {true, 3}, {false, 4}} | split_at(&line::blank))
        sizes.push_back(std::ssize(piece));
    CHECK(sizes == std::vector<std::ptrdiff_t>{2, 1});
}

TEST_CASE("split_before: a copied view and a second loop start again", "[more_itertools][split_before]") {
    auto view = split_before("xbyb"sv | regius::map(same), is_b);
    CHECK(words(view) == strings{"x", "by", "b"});
    CHECK((*view.begin()).size() == 1);
    auto copy = view;
    CHECK(words(copy) == strings{"x", "by", "b"});
    CHECK(words(view) == strings{"x", "by", "b"});
    auto const windows = split_before("xbyb"sv, is_b);
    auto const other = windows;
    CHECK(words(other) == words(windows));
}

TEST_CASE("split_at: what the predicate throws comes out", "[more_itertools][split_at]") {
    auto const fussy = [](int x) { return x == 3 ? throw std::runtime_error("three") : x == 2; };
    CHECK_THROWS_WITH(numbers(split_at(ints{1, 2, 3}, fussy)), "three"s);
    CHECK_THROWS_WITH(numbers(split_at(one_shot<int>({1, 2, 3}), fussy)), "three"s);
    CHECK(numbers(split_at(one_shot<int>({1, 2, 3}), fussy, 1)) == rows{{1}, {3}});
}

TEST_CASE("split_at and split_when: a predicate may change its state", "[more_itertools][split_at]") {
    CHECK(numbers(split_at(range(1, 6), [n = 0](int) mutable { return ++n % 2 == 0; })) == rows{{1}, {3}, {5}});
    CHECK(numbers(split_when(range(1, 6), [n = 0](int, int) mutable { return ++n % 2 == 0; })) ==
          rows{{1, 2}, {3, 4}, {5}});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    std::array const v{1, 2, 3, 3, 2, 5};
    int code = 0;
    for (auto piece : split_when(v, std::greater{})) code = 10 * code + static_cast<int>(piece.size());
    for (auto piece : split_at(range(1, 7), third)) code = 10 * code + static_cast<int>(piece.size());
    for (auto piece : split_after(range(1, 5) | regius::map(same), third))
        code = 10 * code + static_cast<int>(piece.size());
    return code;
}() == 42'220'31);

}  // namespace
