// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1, of its docstrings and its tests.

#include <regius/more_itertools/map_reduce.hpp>  // first, so the header must stand on its own

#include <regius/builtins/filter.hpp>
#include <regius/builtins/len.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/min_max.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <random>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::dict;
using regius::map_reduce;
using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using ints = std::vector<int>;
using text = std::vector<char>;

constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
constexpr auto odd = [](auto x) { return x % 2; };

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("map_reduce: the answers more_itertools gives", "[more_itertools][map_reduce][oracle]") {
    CHECK(map_reduce("abbccc"sv, upper) == dict<char, text>{{'A', {'a'}}, {'B', {'b', 'b'}}, {'C', {'c', 'c', 'c'}}});
    CHECK(("abbccc"sv | map_reduce(upper, [](char) { return 1; })) ==
          dict<char, ints>{{'A', {1}}, {'B', {1, 1}}, {'C', {1, 1, 1}}});
    auto const counts = map_reduce("abbccc"sv, upper, [](char) { return 1; }, regius::sum);
    CHECK(counts.at('A') == 1);
    CHECK(counts.at('C') == 3);

    auto const some = [](int x) { return 10 <= x && x <= 20; };
    auto const sums = regius::filter(some, range(30)) | map_reduce(odd, {}, regius::sum);
    CHECK(sums.size() == 2);
    CHECK(sums.at(0) == 90);
    CHECK(sums.at(1) == 75);
    CHECK(map_reduce(ints(), odd).empty());
}

TEST_CASE("map_reduce: keys come in the order in which they were first seen", "[more_itertools][map_reduce]") {
    auto const groups = map_reduce("banana"sv, std::identity());
    CHECK(list(groups.keys()) == text{'b', 'a', 'n'});
    CHECK(list(map_reduce("banana"sv, std::identity(), {}, regius::len).keys()) == text{'b', 'a', 'n'});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("map_reduce: nothing is lost and order stays within a key", "[more_itertools][map_reduce]") {
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        std::vector<unsigned> numbers(random() % 300);
        for (auto& x : numbers) x = static_cast<unsigned>(random() % 1000);
        auto const digit = [](unsigned x) { return x % 10; };
        auto const groups = map_reduce(one_shot(numbers), digit);
        std::size_t n = 0;
        for (auto const& [key, group] : groups) {
            n += group.size();
            CHECK(group == list(regius::filter([&, k = key](unsigned x) { return digit(x) == k; }, numbers)));
        }
        CHECK(n == numbers.size());
        CHECK(map_reduce(numbers, digit) == groups);
    }
}

TEST_CASE("map_reduce: element, key and value are computed once each, in this order", "[more_itertools][map_reduce]") {
    std::string calls;
    auto const computed = regius::map([&](int x) { return calls += 'e', x; }, range(2));
    (void)map_reduce(
        computed, [&](int x) { return calls += 'k', x; }, [&](int x) { return calls += 'v', x; },
        [&](ints const& xs) { return calls += 'r', xs.size(); });
    CHECK(calls == "ekvekvrr");
}

// ---------------------------------------------------------------- 3. what the types promise

struct person {
    std::string name;
    std::string city;
    int age;
};

template <class... Args>
using of = decltype(map_reduce(std::declval<Args>()...));

static_assert(std::same_as<of<std::vector<person>&, std::string person::*>, dict<std::string, std::vector<person>>>);
static_assert(std::same_as<of<std::vector<person>&, std::string person::*, int person::*>, dict<std::string, ints>>);
static_assert(std::same_as<of<std::vector<person>&, std::string person::*, int person::*, regius::max_fn>,
                           dict<std::string, int>>);
static_assert(std::same_as<of<std::vector<bool>&, std::identity>, dict<bool, std::vector<bool>>>);

TEST_CASE("map_reduce: a bit of a vector<bool> is a bool, as a key and as a value", "[more_itertools][map_reduce]") {
    std::vector<bool> bits{true, false, true};
    auto const bit = [&bits](std::size_t i) { return bits[i]; };
    auto const same_bit = [&bits](std::size_t i) { return std::as_const(bits)[i]; };
    std::vector<std::size_t> const indices{0, 1, 2};
    auto const groups = map_reduce(indices, bit, bit);
    static_assert(std::same_as<decltype(groups), dict<bool, std::vector<bool>> const>);
    static_assert(std::same_as<decltype(map_reduce(indices, same_bit, same_bit)), dict<bool, std::vector<bool>>>);
    bits = {false, false, false};
    CHECK(regius::repr(groups) == "{True: [True, True], False: [False]}");
    CHECK(regius::repr(map_reduce(indices, same_bit)) == "{False: [0, 1, 2]}");
}

template <class... Args>
concept can_ask = requires(Args&&... args) { map_reduce(std::forward<Args>(args)...); };

static_assert(not can_ask<ints, person (*)(int)>);  // no hash
static_assert(not can_ask<ints, int (*)(int), int (*)(int, int)>);
static_assert(not can_ask<ints, int (*)(int), std::identity, int (*)(int)>);  // reduces a number, not numbers
static_assert(not can_ask<decltype(regius::count()), int (*)(int)>);
static_assert(not can_ask<int, int (*)(int)>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("map_reduce: members and reductions of every kind", "[more_itertools][map_reduce]") {
    std::vector<person> const people{{"Ann", "Rome", 30}, {"Bob", "Oslo", 40}, {"Eve", "Rome", 50}};
    CHECK(map_reduce(people, &person::city, &person::name) ==
          dict<std::string, std::vector<std::string>>{{"Rome", {"Ann", "Eve"}}, {"Oslo", {"Bob"}}});
    dict<std::string, int> const oldest{{"Rome", 50}, {"Oslo", 40}};
    CHECK(map_reduce(people, &person::city, &person::age, regius::max) == oldest);
    CHECK(map_reduce(people, &person::city, &person::age, [](ints& ages) { return ages.back(); }) == oldest);
    CHECK(map_reduce(people, &person::city, &person::age, [](ints ages) { return ages.back(); }) == oldest);
    CHECK((people | map_reduce(&person::city, &person::age, [](auto&& ages) { return ages.back(); })) == oldest);
}

TEST_CASE("map_reduce: keys and values own their text", "[more_itertools][map_reduce]") {
    std::string buffer;
    auto const reused = std::views::iota(0, 4) | std::views::transform([&](int i) -> std::string const& {
                            return buffer = "a text too long to be stored in place: " + std::to_string(i % 2);
                        });
    auto const whole = [](std::string const& s) { return std::string_view(s); };
    auto const groups = map_reduce(reused, whole, whole);
    CHECK(groups.size() == 2);
    CHECK(groups.at("a text too long to be stored in place: 1").front() == "a text too long to be stored in place: 1");
}

TEST_CASE("map_reduce: elements that only move are moved", "[more_itertools][map_reduce]") {
    auto const made = regius::map([](int x) { return std::make_unique<int>(x); }, range(5));
    auto const groups = map_reduce(made, [](auto const& p) { return *p % 2; });
    CHECK(groups.at(0).size() == 3);
    CHECK(*groups.at(1).front() == 1);
}

}  // namespace
