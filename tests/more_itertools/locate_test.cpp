// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1, of its docstrings and its tests.

#include <regius/more_itertools/locate.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <cstddef>
#include <forward_list>
#include <list>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::locate;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using sizes = std::vector<std::size_t>;

constexpr auto is(char wanted) {
    return [wanted](char c) { return c == wanted; };
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("locate: the answers more_itertools gives", "[more_itertools][locate][oracle]") {
    CHECK(list(locate(std::vector{0, 1, 1, 0, 1, 0, 0})) == sizes{1, 2, 4});
    CHECK(list(locate("abcb"sv, is('b'))) == sizes{1, 3});
    CHECK(list("abcb"sv | locate(is('b'))) == sizes{1, 3});
    CHECK(list(std::vector{0, 1} | locate()) == sizes{1});
    CHECK(list(locate(std::vector<int>())).empty());
    CHECK(list(locate("aaa"sv, is('b'))).empty());
    CHECK(list(locate(std::vector{""s, "x"s})) == sizes{1});
    CHECK(list(locate(std::vector<std::optional<int>>{0, std::nullopt})) == sizes{0});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("locate: pulled, pushed, backwards and from one-shot sources", "[more_itertools][locate]") {
    std::string const word = "banana";
    CHECK(list(locate(word, is('a'))) == sizes{1, 3, 5});
    CHECK(pushed(locate(word, is('a'))) == sizes{1, 3, 5});
    CHECK(list(std::views::reverse(locate(word, is('a')))) == sizes{5, 3, 1});
    std::list<char> const letters(word.begin(), word.end());
    auto const in_list = locate(letters, is('a'));
    CHECK(list(in_list) == sizes{1, 3, 5});
    auto const last = std::ranges::next(in_list.begin(), 2);
    CHECK((*last == 5 && *std::ranges::prev(last) == 3 && std::ranges::prev(last, 2) == in_list.begin()));
    CHECK(list(locate(one_shot(std::vector(word.begin(), word.end())), is('a'))) == sizes{1, 3, 5});
    CHECK(list(locate(std::vector{true, false, true})) == sizes{0, 2});
    CHECK(list(regius::islice(locate(regius::count(), [](auto x) { return x % 7 == 3; }), 3)) == sizes{3, 10, 17});
}

TEST_CASE("locate: element and predicate are computed once each", "[more_itertools][locate]") {
    int elements = 0, asked = 0;
    auto const computed = regius::map([&](char c) { return ++elements, c; }, "abab"sv);
    CHECK(list(locate(computed, [&](char c) { return ++asked, c == 'b'; })) == sizes{1, 3});
    CHECK(elements == 4);
    CHECK(asked == 4);
}

TEST_CASE("locate: reads no further than what it found, and goes on with the numbers", "[more_itertools][locate]") {
    one_shot letters(std::vector{'a', 'b', 'a', 'b', 'c'});
    auto found = locate(letters, is('b'));
    CHECK(*found.begin() == 1);
    CHECK(letters.left() == std::vector{'a', 'b', 'c'});
    CHECK(list(found) == sizes{3});
    one_shot more(std::vector{'b', 'a', 'b', 'b'});
    auto pushing = locate(more, is('b'));
    pushing.for_each_while([](std::size_t at) { return at != 2; });
    CHECK(list(pushing) == sizes{3});
}

TEST_CASE("locate: members, elements that only move, functions with a state", "[more_itertools][locate]") {
    struct person {
        std::string name;
        bool away;
    };
    CHECK(list(locate(std::vector<person>{{"a", true}, {"b", false}}, &person::away)) == sizes{0});
    auto const pointers =
        regius::map([](int i) { return i % 2 != 0 ? std::make_unique<int>(i) : nullptr; }, std::vector{0, 1, 2, 3});
    CHECK(list(locate(pointers)) == sizes{1, 3});
    CHECK(list(locate("abcd"sv, [n = 0](char) mutable { return ++n > 2; })) == sizes{2, 3});
}

TEST_CASE("locate: windows, as more_itertools finds them", "[more_itertools][locate][oracle]") {
    std::vector<int> const numbers{0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3};
    auto const one_two_three = [](auto const& window) { return std::ranges::equal(window, std::vector{1, 2, 3}); };
    CHECK(list(locate(numbers, one_two_three, 3)) == sizes{1, 5, 9});
    CHECK(list(numbers | locate(one_two_three, 3)) == sizes{1, 5, 9});
    CHECK(pushed(locate(numbers, one_two_three, 3)) == sizes{1, 5, 9});
    CHECK(list(locate(one_shot(numbers), one_two_three, 3)) == sizes{1, 5, 9});
    CHECK(list(locate(numbers, one_two_three, 4)).empty());

    // Every window is asked about; a range that is shorter than a window is one window.
    auto const windows_of = [](std::vector<int> const& elements, int n) {
        std::vector<std::vector<int>> windows;
        auto const look = [&](auto const& window) { return windows.push_back(window), true; };
        auto const pulled = list(locate(elements, look, n));
        auto const seen = std::exchange(windows, {});
        CHECK(pushed(locate(elements, look, n)) == pulled);
        CHECK(windows == seen);
        CHECK(pulled.size() == windows.size());
        return windows;
    };
    using rows = std::vector<std::vector<int>>;
    CHECK(windows_of({1, 2, 3, 4}, 3) == rows{{1, 2, 3}, {2, 3, 4}});
    CHECK(windows_of({1, 2, 3}, 3) == rows{{1, 2, 3}});
    CHECK(windows_of({1, 2}, 1) == rows{{1}, {2}});
    CHECK(windows_of({1}, 3) == rows{{1}});
    CHECK(windows_of({1, 2}, 3) == rows{{1, 2}});
    CHECK(windows_of({}, 3).empty());
    CHECK(windows_of({}, 1).empty());

    one_shot short_one(std::vector{1, 2});
    auto view = locate(short_one, [](auto const& window) { return window.size() == 2; }, 3);
    CHECK(list(view) == sizes{0});
    CHECK(list(view).empty());
}

TEST_CASE("locate: refuses a window size below one at the call", "[more_itertools][locate]") {
    auto const yes = [](auto const&) { return true; };
    CHECK_THROWS_WITH(locate("abc"sv, yes, 0), "window size must be at least 1");
    CHECK_THROWS_AS(locate("abc"sv, yes, -1), regius::value_error);
    CHECK_THROWS_AS(locate(yes, 0), regius::value_error);
}

// ---------------------------------------------------------------- 3. what the types promise

using in_text = decltype(locate(std::declval<std::string_view>(), is('a')));
using in_one_shot = decltype(locate(std::declval<one_shot<int>>()));

static_assert(std::ranges::view<in_text> && std::ranges::bidirectional_range<in_text>);
static_assert(std::ranges::bidirectional_range<in_text const> && std::ranges::common_range<in_text>);
static_assert(std::ranges::bidirectional_range<decltype(locate(std::list<int>()))>);
static_assert(std::ranges::forward_range<decltype(locate(std::forward_list<int>()))>);
static_assert(std::same_as<std::ranges::range_reference_t<in_text>, std::size_t>);
static_assert(std::ranges::input_range<in_one_shot> && not std::ranges::forward_range<in_one_shot>);

template <class... Args>
concept can_locate = requires(Args&&... args) { locate(std::forward<Args>(args)...); };

struct without_truth {};

static_assert(can_locate<std::vector<int>>);
static_assert(not can_locate<int>);
static_assert(not can_locate<std::vector<without_truth>>);
static_assert(not can_locate<std::string_view, bool (*)(char, char)>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("locate: a temporary container is kept alive by the view", "[more_itertools][locate]") {
    auto const places = locate(std::vector{0, 1, 1}, [](int x) { return x == 1; });
    CHECK(list(places) == sizes{1, 2});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(std::ranges::equal(locate("abcb"sv, is('b')), sizes{1, 3}));

}  // namespace
