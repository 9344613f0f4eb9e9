// SPDX-License-Identifier: MIT
// Mirrors CPython, the constructors of list, set, dict.

#include <regius/builtins/to.hpp>  // first, so the header must stand on its own

#include <regius/builtins/dict.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/sorted.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/collections/chain_map.hpp>
#include <regius/itertools/batched.hpp>
#include <regius/itertools/chain.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <ranges>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::range;
using regius::to;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("to: collects in any container, as a type or as a template", "[builtins][to]") {
    CHECK((range(3) | to<std::vector>()) == ints{0, 1, 2});
    CHECK(to<std::vector<long>>(range(3)) == std::vector<long>{0, 1, 2});
    CHECK((ints{3, 1, 3} | to<std::set>()) == std::set{1, 3});
    CHECK(to<std::list>(range(2)) == std::list{0, 1});
    CHECK(to<std::deque<double>>(range(2)) == std::deque<double>{0, 1});
    CHECK(("abc"sv | to<std::string>()) == "abc");
    CHECK((regius::zip("ab"sv, range(2)) | to<std::map>()) == std::map<char, int>{{'a', 0}, {'b', 1}});
    CHECK((range(3) | regius::map([](int x) { return x > 0; }) | to<std::vector>()) ==
          std::vector<bool>{false, true, true});
}

TEST_CASE("to: the last value of a key wins, the first place stays", "[builtins][to][oracle]") {
    auto const d = regius::zip("aba"sv, range(3)) | to<regius::dict>();
    CHECK(d.at('a') == 2);
    CHECK(d.begin()->first == 'a');
    CHECK(d.size() == 2);
}

TEST_CASE("to: rows of two become pairs", "[builtins][to]") {
    auto const numbered = regius::zip(ints{0, 1}, "ab"sv) | to<std::vector<std::pair<int, char>>>();
    CHECK(numbered == std::vector{std::pair{0, 'a'}, std::pair{1, 'b'}});
    CHECK((regius::zip(ints{0, 1}, "ab"sv) | to<std::set<std::pair<int, char>>>()).contains({1, 'b'}));
}

TEST_CASE("to: the pairs of a map can be assigned and sorted", "[builtins][to]") {
    regius::dict<std::string, int> const d{{"b", 1}, {"a", 2}};
    auto pairs = d | to<std::vector>();
    static_assert(std::same_as<decltype(pairs), std::vector<std::pair<std::string, int>>>);
    std::ranges::sort(pairs);
    CHECK(pairs.front() == std::pair("a"s, 2));
    static_assert(std::same_as<decltype(std::map<int, char>() | to<std::list>()), std::list<std::pair<int, char>>>);
    CHECK((d | to<std::map>()) == std::map<std::string, int>{{"a", 2}, {"b", 1}});
    CHECK((d | to<regius::dict>()) == d);
    CHECK((regius::chain_map(d) | to<std::vector>()) == (d.items() | to<std::vector>()));
    CHECK(regius::sorted(regius::chain_map(d)) == pairs);
}

TEST_CASE("to: ranges of ranges become containers of containers", "[builtins][to]") {
    auto const rows = range(3) | regius::map([](int n) { return range(n); }) | to<std::vector<ints>>();
    CHECK(rows == std::vector<ints>{{}, {0}, {0, 1}});
    CHECK((regius::batched("abcde"sv, 2) | to<std::vector<std::string>>()) ==
          std::vector<std::string>{"ab", "cd", "e"});
    CHECK((regius::batched(one_shot<int>({1, 2, 3}), 2) | to<std::vector>()) == std::vector<ints>{{1, 2}, {3}});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("to: sized, filtered, pushed and one-shot sources of every length", "[builtins][to]") {
    auto const odd = [](int x) { return x % 2 != 0; };
    for (int n : {0, 1, 2, 15, 16, 17, 511, 512, 513, 1023, 1024, 1025, 5000}) {
        CAPTURE(n);
        auto const expected = list(range(n));
        CHECK((range(n) | to<std::vector>()) == expected);
        CHECK((expected | to<std::vector>()) == expected);
        CHECK((std::list(expected.begin(), expected.end()) | to<std::vector>()) == expected);
        CHECK((one_shot<int>(expected) | to<std::vector>()) == expected);
        CHECK((regius::chain(expected, range(0)) | to<std::vector>()) == expected);
        CHECK((range(n) | regius::filter(odd) | to<std::vector>()) == list(range(1, n, 2)));
        CHECK((range(n) | regius::filter(odd) | to<std::vector<std::int64_t>>()).size() ==
              static_cast<std::size_t>(n / 2));
        CHECK(
            (range(n) | regius::filter(odd) | regius::map([](int x) { return std::to_string(x); }) | to<std::vector>())
                .size() == static_cast<std::size_t>(n / 2));
    }
}

TEST_CASE("to: elements that only move are moved, a container is moved whole", "[builtins][to]") {
    auto pointers = range(3) | regius::map([](int x) { return std::make_unique<int>(x); }) | to<std::vector>();
    CHECK(*pointers[2] == 2);
    auto const* const data = pointers.data();
    auto const moved = to<std::vector<std::unique_ptr<int>>>(std::move(pointers));
    CHECK(moved.data() == data);
    auto const spliced =
        to<std::list>(range(3) | regius::map([](int x) { return std::make_unique<int>(x); }) | to<std::vector>());
    CHECK(*spliced.back() == 2);
    std::vector<std::string> words{"a text that is too long to be stored in place", "b"};
    auto const* const lies_at = words.front().data();
    auto copied = to<std::list>(words);
    CHECK(words.front().data() == lies_at);
    CHECK(to<std::set>(std::move(words)).begin()->data() == lies_at);
    CHECK(to<std::vector>(std::move(copied)).size() == 2);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class C, class R>
concept can_collect = requires(R r) { regius::to<C>(r); };  // and not std::ranges::to, in C++23
static_assert(can_collect<ints, std::list<long>>);
static_assert(not can_collect<ints, std::vector<std::string>>);
static_assert(not can_collect<ints, decltype(std::views::iota(0))>);  // it has no end
static_assert(not can_collect<int, ints>);

// ---------------------------------------------------------------- 5. at compile time

static_assert((range(5) | regius::filter([](int x) { return x > 2; }) | to<std::vector>()).size() == 2);
static_assert((range(5) | to<std::vector>())[4] == 4);

}  // namespace
