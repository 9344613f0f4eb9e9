// SPDX-License-Identifier: MIT
// Mirrors CPython 3.11, Lib/test/test_builtin.py, BuiltinTest.test_next.

#include <regius/builtins/next.hpp>  // first, so the header must stand on its own

#include <regius/builtins/generator.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/io/lines.hpp>
#include <regius/itertools/combinations.hpp>
#include <support/catch.hpp>

#include <memory>
#include <optional>
#include <ranges>
#include <sstream>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

using regius::combinations;
using regius::generator;
using regius::next;
using regius::none;
using regius::stop_iteration;
using regius::zip;

namespace {

generator<int> count_to(int n) {
    for (int i = 0; i < n; ++i) co_yield i;
}

generator<std::string&> lvalues(std::vector<std::string>& v) {
    for (auto& s : v) co_yield s;
}

generator<std::unique_ptr<int>> move_only(int n) {
    for (int i = 0; i < n; ++i) co_yield std::make_unique<int>(i);
}

}  // namespace

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("next: the answers CPython gives (test_next)", "[builtins][next][oracle]") {
    std::vector<int> const two{0, 1};
    std::ranges::subrange it(two);  // it = iter(range(2))
    CHECK(next(it) == 0);
    CHECK(next(it) == 1);
    CHECK_THROWS_AS(next(it), stop_iteration);
    CHECK_THROWS_AS(next(it), stop_iteration);
    CHECK(next(it, 42) == 42);

    auto g = [](auto... x) -> generator<int> { (co_yield x, ...); }();  // def gen(): return; yield
    CHECK(next(g, 42) == 42);
    CHECK_THROWS_AS(next(g), stop_iteration);
    CHECK(next(g, none) == std::nullopt);
}

TEST_CASE("next: a generator's elements, then the default", "[builtins][next][oracle]") {
    auto g = count_to(3);
    CHECK(next(g) == 0);
    CHECK(next(g, -1) == 1);
    CHECK(next(g, none) == std::optional(2));
    CHECK(next(g, -1) == -1);
    CHECK(next(g, none) == std::nullopt);
    CHECK_THROWS_AS(next(g), stop_iteration);
    CHECK(next(count_to(1)) == 0);  // of a temporary: by value
}

TEST_CASE("next: the first element of a temporary view", "[builtins][next][oracle]") {
    std::vector<std::string> const words{"a", "bb", "cc"};
    auto const longer_than = [&](std::size_t n) {  // next(w for w in words if len(w) > n)
        return std::views::filter(words, [n](std::string const& w) { return w.size() > n; });
    };
    CHECK(next(longer_than(1)) == "bb");
    CHECK(next(longer_than(1), "none") == "bb");
    CHECK(next(longer_than(2), "none") == "none");
    CHECK(next(longer_than(2), none) == std::nullopt);
    CHECK_THROWS_AS(next(longer_than(2)), stop_iteration);
    CHECK(next(combinations(words, 2)) == std::vector<std::string>{"a", "bb"});
    CHECK(next(std::vector<std::string>{"owned by the view"} | std::views::all) == "owned by the view");
    CHECK(next(zip(words, words)) == std::tuple<std::string, std::string>("a", "a"));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("next: takes exactly one element from a one-shot source", "[builtins][next]") {
    std::istringstream in("1 2 3 4");
    auto numbers = std::views::istream<int>(in);
    CHECK(next(numbers) == 1);
    CHECK(next(numbers, 0) == 2);
    CHECK(next(numbers, none) == 3);
    int rest = 0;
    in >> rest;
    CHECK(rest == 4);
    CHECK_THROWS_AS(next(numbers), stop_iteration);
}

TEST_CASE("next: walks a view over a generator", "[builtins][next]") {
    auto g = count_to(6);
    auto odd = std::ranges::ref_view(g) | std::views::filter([](int i) { return i % 2 == 1; });
    CHECK(next(odd) == 1);
    CHECK(next(g) == 2);
    CHECK(next(odd) == 3);
    CHECK(next(odd) == 5);
    CHECK(next(odd, 7) == 7);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class R, class... Default>
concept can_next = requires(R&& source, Default... otherwise) { next(std::forward<R>(source), otherwise...); };

static_assert(can_next<generator<int>&>);
static_assert(can_next<generator<int>&, int>);
static_assert(can_next<generator<int>&, long>);
static_assert(!can_next<generator<int>&, std::string>);
static_assert(!can_next<std::vector<int>&>);  // 'list' object is not an iterator
static_assert(!can_next<std::vector<int>>);
static_assert(!can_next<std::ranges::iota_view<int>&>);
static_assert(!can_next<std::ranges::ref_view<std::vector<int>>&>);  // each begin() is the first element again
static_assert(!can_next<decltype(combinations(std::vector<int>(), 2))&>);
static_assert(std::same_as<decltype(next(std::declval<std::ranges::ref_view<std::vector<int>>>())), int>);
static_assert(!can_next<std::ranges::subrange<int*> const&>);
static_assert(!can_next<int>);

static_assert(std::same_as<decltype(next(std::declval<generator<int>&>())), int>);
static_assert(std::same_as<decltype(next(std::declval<generator<std::string&>&>())), std::string&>);
static_assert(std::same_as<decltype(next(std::declval<generator<std::string&>&>(), "")), std::string>);
static_assert(std::same_as<decltype(next(std::declval<generator<int const&>&>(), none)), std::optional<int>>);
static_assert(std::same_as<decltype(next(std::declval<std::ranges::subrange<int*>&>())), int&>);
static_assert(std::same_as<decltype(next(std::declval<generator<std::string&>>())), std::string>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("next: an lvalue element is passed on as a reference", "[builtins][next]") {
    std::vector<std::string> v(2, "a");
    auto g = lvalues(v);
    next(g) = "b";
    std::string const copy = next(g, "");
    CHECK(copy == "a");
    CHECK(v[0] == "b");
    std::ranges::subrange it(v);
    next(it) = "c";
    CHECK(v[0] == "c");
    CHECK(next(it) == "a");
}

TEST_CASE("next: what is returned outlives the next step, and a temporary source", "[builtins][next]") {
    std::vector<std::string> const words{"a", "bb", "cc"};
    auto const pair = next(combinations(words, 2));
    CHECK(pair == std::vector<std::string>{"a", "bb"});

    std::istringstream text("a line that is longer than what fits into a string itself\nanother line that is so\n");
    auto rows = regius::lines(text);
    auto const header = next(rows);
    CHECK(next(rows) == "another line that is so");
    CHECK(header == "a line that is longer than what fits into a string itself");

    std::istringstream numbers("7 8");
    CHECK(next(std::views::istream<int>(numbers)) == 7);
}

TEST_CASE("next: move-only elements are moved out", "[builtins][next]") {
    auto g = move_only(3);
    CHECK(*next(g) == 0);
    CHECK(*next(g, nullptr) == 1);
    auto last = next(g, none);
    REQUIRE(last.has_value());
    CHECK(**last == 2);
    CHECK(next(g, nullptr) == nullptr);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int const numbers[] = {1, 2, 3};
    std::ranges::subrange it(numbers);
    int const first = next(it);
    int const second = next(it, 0);
    return first * 100 + second * 10 + *next(it, none) + (next(it, none) ? 1000 : 0);
}() == 123);
