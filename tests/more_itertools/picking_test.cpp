// SPDX-License-Identifier: MIT
// first, last, nth, one, only, take, tail, consume, ilen, quantify, all_equal, all_unique: the answers are those of
// more_itertools 11.1 and of its docstrings.

#include <regius/more_itertools/all_equal.hpp>
#include <regius/more_itertools/all_unique.hpp>
#include <regius/more_itertools/first.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <regius/more_itertools/last.hpp>
#include <regius/more_itertools/nth.hpp>
#include <regius/more_itertools/one.hpp>
#include <regius/more_itertools/take.hpp>

#include <support/catch.hpp>

#include <array>
#include <forward_list>
#include <list>
#include <memory>
#include <optional>
#include <ranges>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace regius;
using namespace std::literals;
using ints = std::vector<int>;

/// A one-shot source of 1 2 3 4 5, and what is left of it.
struct source {
    std::istringstream in{"1 2 3 4 5"};
    std::ranges::istream_view<int> numbers{in};

    int next() {
        int x = 0;
        in >> x;
        return x;
    }
};

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("first, last, nth: the answers more_itertools gives", "[more_itertools][oracle]") {
    CHECK(first("spam"sv) == 's');
    CHECK(last("spam"sv) == 'm');
    CHECK(nth("spam"sv, 2) == 'a');
    CHECK(nth("spam"sv, 4) == std::nullopt);
    CHECK(nth("spam"sv, 4, '-') == '-');
    CHECK(nth("spam"sv, 3, '-') == 'm');
    CHECK(first(ints{}, 7) == 7);
    CHECK(last(ints{}, 7) == 7);
    CHECK(first(ints{1, 2}, 7) == 1);
    CHECK(last(ints{1, 2}, 7) == 2);
    CHECK(last(std::forward_list{1, 2, 3}) == 3);
    CHECK_THROWS_WITH(first(ints{}), "first() was called on an empty iterable, and no default value was provided."s);
    CHECK_THROWS_WITH(last(ints{}), "last() was called on an empty iterable, and no default value was provided."s);
    CHECK_THROWS_WITH(nth(ints{1}, -1), "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."s);
}

TEST_CASE("one, only: the answers more_itertools gives", "[more_itertools][oracle]") {
    CHECK(one(ints{5}) == 5);
    CHECK(only(ints{5}) == 5);
    CHECK(only(ints{}) == std::nullopt);
    CHECK(only(ints{}, 3) == 3);
    CHECK(only(ints{5}, 3) == 5);
    CHECK_THROWS_WITH(one(ints{}), "too few items in iterable (expected 1)"s);
    CHECK_THROWS_WITH(one(std::vector{"a"s, "b"s, "c"s}),
                      "Expected exactly one item in iterable, but got 'a', 'b', and perhaps more."s);
    CHECK_THROWS_WITH(only(ints{1, 2}, 3), "Expected exactly one item in iterable, but got 1, 2, and perhaps more."s);
}

TEST_CASE("take, tail: the answers more_itertools gives", "[more_itertools][oracle]") {
    CHECK(take(3, ints{0, 1, 2, 3}) == ints{0, 1, 2});
    CHECK(take(9, ints{0, 1}) == ints{0, 1});
    CHECK(take(0, ints{0, 1}) == ints{});
    CHECK((ints{0, 1, 2} | take(2)) == ints{0, 1});
    CHECK(tail(3, ints{0, 1, 2, 3}) == ints{1, 2, 3});
    CHECK(tail(3, std::list{0, 1, 2, 3, 4, 5, 6}) == ints{4, 5, 6});
    CHECK(tail(3, std::list{true, false, false, true, false}) == std::vector<bool>{false, true, false});
    CHECK(tail(9, std::list{0, 1}) == ints{0, 1});
    CHECK(tail(0, std::list{0, 1}) == ints{});
    CHECK_THROWS_AS(take(-1, ints{}), value_error);
    CHECK_THROWS_AS(tail(-1, ints{}), value_error);
    auto const stop_text = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."s;
    CHECK_THROWS_WITH(consume(ints{}, -1), stop_text);
    CHECK_THROWS_WITH(take(ints{}, -1), stop_text);
    CHECK_THROWS_WITH(take(ints{}, -2), "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."s);
    CHECK_THROWS_WITH(tail(ints{}, -1), "maxlen must be non-negative"s);
}

TEST_CASE("ilen, quantify, all_equal, all_unique: the answers more_itertools gives", "[more_itertools][oracle]") {
    CHECK(ilen(std::forward_list{3, 4}) == 2);
    CHECK(quantify(std::vector<bool>{true, false, true}) == 2);
    CHECK(quantify(ints{1, 2, 3, 4}, [](int x) { return x > 1; }) == 3);
    CHECK(all_equal(""sv));
    CHECK(all_equal("aaa"sv));
    CHECK_FALSE(all_equal("aaab"sv));
    CHECK(all_equal("AaaA"sv, [](char c) { return c | 0x20; }));
    CHECK(all_unique(""sv));
    CHECK(all_unique("ABCB"sv) == false);
    CHECK(all_unique("ABCb"sv));
    CHECK_FALSE(all_unique("ABCb"sv, [](char c) { return c | 0x20; }));
    CHECK(("abc"sv | all_unique()));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("picking: a one-shot source is read as far as Python reads it", "[more_itertools]") {
    source s;
    CHECK(first(s.numbers) == 1);
    CHECK(s.next() == 2);
    CHECK(nth(s.numbers, 1) == 4);
    CHECK(s.next() == 5);

    source t;
    CHECK(take(2, t.numbers) == ints{1, 2});
    CHECK(take(0, t.numbers) == ints{});
    consume(t.numbers, 1);
    CHECK(t.next() == 4);
    CHECK_THROWS_AS(one(source().numbers), value_error);

    source u;
    CHECK(nth(u.numbers, 9) == std::nullopt);
    source v;
    CHECK_FALSE(all_equal(v.numbers));
    CHECK(v.next() == 3);
    consume(v.numbers);
    CHECK(ilen(v.numbers) == 0);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_same_v<decltype(first(std::declval<ints&>())), int&>);
static_assert(std::is_same_v<decltype(first(std::declval<ints>())), int>);
static_assert(std::is_same_v<decltype(last(std::declval<ints const&>())), int const&>);
static_assert(std::is_same_v<decltype(nth(std::declval<ints>(), 1)), std::optional<int>>);

template <class R>
concept can_pick = requires(R&& r) { first(std::forward<R>(r)); };
static_assert(can_pick<std::string_view>);
static_assert(not can_pick<void*> or not std::ranges::range<decltype(first(std::declval<void*>()))>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("picking: an element of an lvalue container is referred to, not copied", "[more_itertools]") {
    std::vector<std::unique_ptr<int>> pointers;
    pointers.push_back(std::make_unique<int>(1));
    pointers.push_back(std::make_unique<int>(2));
    CHECK(*first(pointers) == 1);
    CHECK(*last(pointers) == 2);
    **nth(pointers, 1) = 5;
    CHECK(*pointers[1] == 5);

    auto made = std::views::iota(0, 3) | std::views::transform([](int i) { return std::make_unique<int>(i); });
    CHECK(*last(made) == 2);
    CHECK(*take(2, made)[1] == 1);
}

TEST_CASE("picking: of a container that is given away, the element itself", "[more_itertools]") {
    auto const pointers = [] {
        std::vector<std::unique_ptr<int>> v;
        for (int const i : {1, 3, 2}) v.push_back(std::make_unique<int>(i));
        return v;
    };
    CHECK(*first(pointers()) == 1);
    CHECK(*last(pointers()) == 2);
    CHECK(*nth(pointers(), 1).value() == 3);
    auto single = pointers();
    single.resize(1);
    CHECK(*one(std::move(single)) == 1);
    CHECK(*take(2, pointers())[1] == 3);
    CHECK(*(pointers() | take(2))[0] == 1);
    CHECK(*tail(2, pointers())[0] == 3);
    std::list<std::unique_ptr<int>> listed;
    for (int const i : {1, 3, 2}) listed.push_back(std::make_unique<int>(i));
    CHECK(*tail(2, std::move(listed))[0] == 3);
    auto kept = pointers();
    CHECK(*first(kept) == 1);
    CHECK(*first(kept) == 1);
}

TEST_CASE("picking: takes an array", "[more_itertools]") {
    int const numbers[] = {1, 2, 3};
    CHECK(first(numbers) == 1);
    CHECK(last(numbers) == 3);
    int const otherwise = 7;
    CHECK((ints{} | first(otherwise)) == 7);
    CHECK((ints{} | last(7)) == 7);
}

TEST_CASE("picking: a key may look into an element that is gone", "[more_itertools]") {
    std::istringstream in("a-long-enough-word-to-leave-the-object a-long-enough-word-to-leave-the-object other");
    auto words = std::ranges::istream_view<std::string>(in);
    CHECK_FALSE(all_equal(words, [](std::string const& s) { return std::string_view(s); }));
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(first(std::array{4, 5}) == 4 && last(std::array{4, 5}) == 5 && nth(std::array{4, 5}, 1, 0) == 5);
static_assert(ilen(std::views::iota(0, 4) | std::views::filter([](int x) { return x > 0; })) == 3);
static_assert(all_equal(std::array{4, 4}) && take(1, std::array{4, 5}).size() == 1);

}  // namespace
