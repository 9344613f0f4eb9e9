// SPDX-License-Identifier: MIT
// Mirrors more_itertools, tests/test_more.py, SideEffectTests.

#include <regius/more_itertools/side_effect.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/core/none.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <list>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::none;
using regius::range;
using regius::side_effect;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;

/// What happened, in order.
struct diary {
    std::string text;
    auto element() {
        return [this](int x) { text += std::to_string(x) + " "; };
    }
    auto chunk() {
        return [this](auto&& r) {
            text += "[";
            for (int x : r) text += std::to_string(x);
            text += "] ";
        };
    }
    auto note(std::string word) {
        return [this, word] { text += word + " "; };
    }
};

TEST_CASE("side_effect: each element is seen before it is handed on", "[more_itertools][side_effect][oracle]") {
    diary d;
    auto view = side_effect(d.element(), range(3));
    CHECK(d.text.empty());
    for (int x : view) d.text += "got " + std::to_string(x) + ", ";
    CHECK(d.text == "0 got 0, 1 got 1, 2 got 2, ");
    d.text.clear();
    CHECK(pushed(one_shot<int>({7, 8}) | side_effect(d.element())) == ints{7, 8});
    CHECK(d.text == "7 8 ");
}

TEST_CASE("side_effect: chunks are seen before their first element", "[more_itertools][side_effect][oracle]") {
    diary d;
    for (int x : side_effect(d.chunk(), range(5), 2)) d.text += std::to_string(x) + " ";
    CHECK(d.text == "[01] 0 1 [23] 2 3 [4] 4 ");
    d.text.clear();
    one_shot<int> source({0, 1, 2, 3, 4});
    auto view = source | side_effect(d.chunk(), 3, d.note("before"), d.note("after"));
    for (int x : view) {
        CHECK(x == 0);
        break;
    }
    CHECK(source.left() == ints{3, 4});
    CHECK(list(view) == ints{1, 2, 3, 4});
    CHECK(d.text == "before [012] [34] after ");
    CHECK_THROWS_AS(side_effect(d.chunk(), source, 0), regius::value_error);
    CHECK_THROWS_AS(side_effect(d.chunk(), -1), regius::value_error);
}

TEST_CASE("side_effect: a view that is moved within a chunk goes on with the rest of it",
          "[more_itertools][side_effect]") {
    diary d;
    auto view = side_effect(d.chunk(), one_shot<int>({0, 1, 2, 3, 4}), 3, none, d.note("after"));
    CHECK(*view.begin() == 0);
    auto moved = std::move(view);
    CHECK(list(moved) == ints{1, 2, 3, 4});
    CHECK(d.text == "[012] [34] after ");
    CHECK(list(view).empty());
}

TEST_CASE("side_effect: chunks of what is in place are windows, of what is computed a buffer",
          "[more_itertools][side_effect]") {
    ints v{1, 2, 3};
    for (int x : side_effect([](auto&& chunk) { chunk.front() = 7; }, v, 2)) CHECK(x != 1);
    CHECK(v == ints{7, 2, 7});
    diary d;
    CHECK(list(side_effect(d.chunk(), std::list{1, 2, 3}, 1LL << 40)) == ints{1, 2, 3});
    CHECK(list(side_effect(d.chunk(), std::views::iota(short{0}, short{3}), 1LL << 40)).size() == 3);
    int asked = 0;
    auto const even = [&asked](int x) { return ++asked, x % 2 == 0; };
    auto view = range(8) | regius::filter(even) | side_effect(d.chunk(), 3);
    CHECK(list(view) == ints{0, 2, 4, 6});
    CHECK(asked == 8);
    CHECK(list(view) == ints{0, 2, 4, 6});
    CHECK(d.text == "[123] [012] [024] [6] [024] [6] ");
    std::vector<bool> bits{true, false, true};
    CHECK(list(side_effect([](auto&&) {}, bits, 2)) == bits);
    auto const made = [](int x) { return std::make_unique<int>(x); };
    int total = 0;
    auto const first = [&total](auto&& chunk) { total += 10 * **chunk.begin(); };
    for (auto const& p : regius::map(made, one_shot<int>({1, 2, 3})) | side_effect(first, 2)) total += *p;
    CHECK(total == 46);
}

TEST_CASE("side_effect: before and after, at the end and when left", "[more_itertools][side_effect][oracle]") {
    diary d;
    auto const before = d.note("before");
    auto const after = d.note("after");
    CHECK(list(side_effect(d.element(), range(2), before, after)).size() == 2);
    CHECK(d.text == "before 0 1 after ");
    d.text.clear();
    {
        auto const unread = side_effect(d.element(), range(2), before, after);
    }
    CHECK(d.text.empty());
    {
        auto view = side_effect(d.element(), one_shot<int>({1, 2, 3}), before, after);
        for (int x : view) {
            CHECK(x == 1);
            break;
        }
        auto moved = std::move(view);
        CHECK(d.text == "before 1 ");
    }
    CHECK(d.text == "before 1 after ");
    d.text.clear();
    CHECK(list(range(1) | side_effect(d.element(), none, after)).size() == 1);
    CHECK(list(range(1) | side_effect(d.element(), before)).size() == 1);
    CHECK(list(range(1) | side_effect(d.element(), before, none)).size() == 1);
    CHECK(d.text == "0 after before 0 before 0 ");
    d.text.clear();
    CHECK(list(side_effect(d.element(), ints{}, before, after)).empty());
    CHECK(d.text == "before after ");
    auto again = side_effect(d.element(), one_shot<int>({}), before, after);
    CHECK(list(again).empty());
    CHECK(list(again).empty());
    CHECK(d.text == "before after before after ");
}

TEST_CASE("side_effect: after is called when something throws", "[more_itertools][side_effect][oracle]") {
    diary d;
    auto const fail = [](int x) {
        if (x == 1) throw std::runtime_error("one");
    };
    one_shot<int> source({0, 1, 2});
    auto view = side_effect(fail, source, d.note("before"), d.note("after"));
    CHECK_THROWS_WITH(list(view), "one"s);
    CHECK(d.text == "before after ");
    CHECK(list(view).empty());
    CHECK(d.text == "before after ");
    CHECK(source.left() == ints{2});
    d.text.clear();
    auto const refuse = [] { throw std::runtime_error("not yet"); };
    CHECK_THROWS_WITH(list(side_effect(d.element(), range(2), refuse, d.note("after"))), "not yet"s);
    CHECK(d.text == "after ");
    CHECK_THROWS_WITH(list(side_effect(d.element(), range(2), none, refuse)), "not yet"s);
    CHECK_THROWS_WITH(list(side_effect(fail, range(2), none, refuse)), "one"s);
    for (int x : side_effect(d.element(), range(2), none, refuse)) {
        CHECK(x == 0);
        break;  // nobody hears of it
    }
    d.text.clear();
    {
        auto consumed = side_effect(d.element(), range(2), none, d.note("after"));
        CHECK_THROWS_AS(consumed.for_each_while([](int) -> bool { throw std::runtime_error("mine"); }),
                        std::runtime_error);
        CHECK(d.text == "0 ");
    }
    CHECK(d.text == "0 after ");
}

TEST_CASE("side_effect: a range that can be walked again is seen again", "[more_itertools][side_effect]") {
    diary d;
    ints const v{1, 2};
    auto view = side_effect(d.element(), v, d.note("("), d.note(")"));
    CHECK(list(view) == v);
    for (int x : view) {
        CHECK(x == 1);
        break;
    }
    CHECK(list(view) == v);
    CHECK(d.text == "( 1 2 ) ( 1 ) ( 1 2 ) ");
}

TEST_CASE("side_effect: each element is computed once, and handed on as it is", "[more_itertools][side_effect]") {
    int calls = 0;
    auto const counted = [&calls](int x) { return ++calls, std::make_unique<int>(x); };
    int total = 0;
    auto const add = [&total](std::unique_ptr<int> const& p) { total += *p; };
    for (std::unique_ptr<int> p : range(4) | regius::map(counted) | side_effect(add)) total += *p;
    CHECK((calls == 4 && total == 12));
    ints v{1, 2, 3};
    for (int& x : side_effect([](int& x) { x *= 2; }, v)) ++x;
    CHECK(v == ints{3, 5, 7});
    for (int& x : side_effect([](auto&&) {}, v, 2)) ++x;
    CHECK(v == ints{4, 6, 8});
}

using over_vector = decltype(side_effect(std::declval<void (*)(int)>(), std::declval<ints&>()));
static_assert(std::ranges::input_range<over_vector> && not std::ranges::forward_range<over_vector>);
static_assert(std::ranges::view<over_vector> && not std::copyable<over_vector>);
static_assert(std::same_as<std::ranges::range_reference_t<over_vector>, int&>);
using in_chunks = decltype(side_effect([](auto&&) {}, std::declval<ints&>(), 2));
using in_buffers = decltype(side_effect([](auto&&) {}, one_shot<int>({}), 2));
static_assert(std::ranges::input_range<in_chunks> && not std::ranges::forward_range<in_chunks>);
static_assert(std::same_as<std::ranges::range_reference_t<in_chunks>, int&>);
static_assert(std::same_as<std::ranges::range_reference_t<in_buffers>, int&>);
static_assert(not std::invocable<decltype(side_effect), void (*)(std::string), ints&>);
static_assert(not std::invocable<decltype(side_effect), void (*)(int), ints&, int>);
static_assert(not std::invocable<decltype(side_effect), void (*)(int), ints&, void (*)(int)>);
static_assert([] {
    int total = 0;
    for (int x : range(1, 5) | side_effect([&](int y) { total += 10 * y; })) total += x;
    return total;
}() == 110);

}  // namespace
