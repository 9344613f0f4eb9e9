// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, BuiltinTest.test_map.

#include <regius/builtins/map.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <concepts>
#include <functional>
#include <list>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::range;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("map: the answers CPython gives", "[builtins][map][oracle]") {
    auto const square = [](int x) { return x * x; };
    CHECK(list(regius::map(square, range(1, 4))) == ints{1, 4, 9});
    CHECK(list(range(1, 4) | regius::map(square)) == ints{1, 4, 9});
    CHECK(list(regius::map(std::plus{}, ints{1, 3, 2}, ints{9, 1, 4, 8})) == ints{10, 4, 6});
    CHECK(list(regius::map([](int a, int b, int c) { return a + b + c; }, ints{1, 3}, std::list{1, 1}, range(9))) ==
          ints{2, 5});
    CHECK(list(regius::map(square, ints{})).empty());
    CHECK_THROWS_AS(list(regius::map([](int) -> int { throw std::runtime_error("no"); }, range(3))),
                    std::runtime_error);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("map: calls the function once for each element", "[builtins][map]") {
    int calls = 0;
    auto const f = [&calls](int x) { return ++calls, x; };
    auto const odd = [](int x) { return x % 2 != 0; };
    CHECK(list(range(10) | regius::map(f) | regius::filter(odd)) == ints{1, 3, 5, 7, 9});
    CHECK(calls == 10);
    CHECK((range(10) | regius::map(f) | regius::filter(odd) | regius::to<std::vector>()).size() == 5);
    CHECK(calls == 20);
    CHECK(pushed(range(10) | regius::map(f)).size() == 10);
    CHECK(calls == 30);
    CHECK((range(10) | regius::map(f) | regius::to<std::vector>()).size() == 10);
    CHECK(calls == 40);
    CHECK(list(regius::map([&calls](int a, int b) { return ++calls, a + b; }, range(10), range(5))).size() == 5);
    CHECK(calls == 45);
}

TEST_CASE("map: pulls from a one-shot source no more than was asked for", "[builtins][map]") {
    one_shot<int> source({1, 2, 3});
    for (int x : source | regius::map(std::negate{})) {
        CHECK(x == -1);
        break;
    }
    CHECK(source.left() == ints{2, 3});
}

TEST_CASE("map: member pointers, references and elements that only move", "[builtins][map]") {
    struct person {
        std::string name;
        int age;
    };
    std::vector<person> people{{"Tom", 3}, {"Ann", 4}};
    for (int& age : people | regius::map(&person::age)) ++age;
    CHECK(list(people | regius::map(&person::age)) == ints{4, 5});
    auto made = range(3) | regius::map([](int x) { return std::make_unique<int>(x); }) |
                regius::map([](std::unique_ptr<int> p) { return *p + 1; });
    CHECK(list(made) == ints{1, 2, 3});
    CHECK(list(std::vector<bool>{true, false} | regius::map([](bool b) { return !b; })) ==
          std::vector<bool>{false, true});
}

// ---------------------------------------------------------------- 3. what the types promise

using mapped = decltype(regius::map(std::negate{}, std::declval<ints&>()));
static_assert(std::ranges::random_access_range<mapped> && std::ranges::random_access_range<mapped const>);
static_assert(std::ranges::sized_range<mapped> && std::ranges::common_range<mapped>);
static_assert(std::ranges::bidirectional_range<decltype(regius::map(std::negate{}, std::list<int>{}))>);
static_assert(std::ranges::random_access_range<decltype(regius::map(std::plus{}, ints{}, range(3)))>);
static_assert(not std::invocable<decltype(regius::map), int, ints>);
static_assert(not std::invocable<decltype(regius::map), std::plus<>, ints>);
static_assert(not std::invocable<decltype(regius::map), int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("map: a view with a capture can be moved and assigned", "[builtins][map]") {
    int by = 2;
    auto const times = [by](int x) { return x * by; };
    auto view = ints{1, 2} | regius::map(times);
    auto moved = std::move(view);
    moved = ints{3} | regius::map(times);
    CHECK(list(moved) == ints{6});
}

TEST_CASE("map: a member of an element that is made on the spot is handed out by value", "[builtins][map]") {
    struct person {
        std::string name;
    };
    auto const people =
        regius::map([](int i) { return person{"a name too long to be stored in place " + std::to_string(i)}; },
                    std::vector<int>{1, 2});
    auto names = people | regius::map(&person::name);
    static_assert(std::same_as<std::ranges::range_reference_t<decltype(names)>, std::string>);
    std::string all_names;
    for (auto&& name : names) all_names += name;
    CHECK(all_names == "a name too long to be stored in place 1a name too long to be stored in place 2");
}

namespace stranger {

struct doubled {
    int operator()(int x) const { return 2 * x; }
};

// As std::bind_back of C++23 is found for a std::function.
template <class Tool>
void bind_back(Tool, doubled) {}

}  // namespace stranger

TEST_CASE("map: a function beside that of the user is not called in place of our own", "[builtins][map]") {
    CHECK(list(range(3) | regius::map(stranger::doubled())) == ints{0, 2, 4});
    CHECK(list(range(3) | regius::map(std::function<int(int)>(stranger::doubled()))) == ints{0, 2, 4});
}

TEST_CASE("map: what a function narrows is its own affair, and no warning inside the library", "[builtins][map]") {
    CHECK(list(regius::map([](int x) { return x; }, range(3L))) == ints{0, 1, 2});
    CHECK(list(regius::map([](float x, unsigned y) { return static_cast<int>(x) + static_cast<int>(y); },
                           std::vector<double>{1.5}, ints{2})) == ints{3});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(list(regius::map(std::plus{}, range(3), range(3))) == ints{0, 2, 4});

}  // namespace
