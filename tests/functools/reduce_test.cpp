// SPDX-License-Identifier: MIT
#include <regius/functools/reduce.hpp>

#include <support/catch.hpp>

#include <array>
#include <concepts>
#include <forward_list>
#include <functional>
#include <map>
#include <ranges>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::string_literals;
using regius::reduce;

constexpr auto plus = [](auto a, auto const& b) { return a + b; };

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("reduce: TestReduce.test_reduce", "[functools][reduce][oracle]") {
    CHECK(reduce(plus, std::vector{"a"s, "b"s, "c"s}, ""s) == "abc");
    CHECK(reduce([](auto a, auto const& b) { return a.insert(a.end(), b.begin(), b.end()), a; },
                 std::vector<std::vector<char>>{{'a', 'c'}, {}, {'d', 'w'}},
                 std::vector<char>()) == std::vector{'a', 'c', 'd', 'w'});
    CHECK(reduce([](int x, int y) { return x * y; }, std::views::iota(2, 8), 1) == 5040);
    CHECK(reduce([](long x, long y) { return x * y; }, std::views::iota(2L, 21L), 1L) == 2432902008176640000L);
    CHECK(reduce(plus, std::array{0, 1, 4, 9, 16, 25, 36, 49, 64, 81}) == 285);
    CHECK(reduce(plus, std::array{0, 1, 4, 9, 16, 25, 36, 49, 64, 81}, 0) == 285);
    CHECK(reduce(plus, std::vector<std::string>(), "x"s) == "x");
    CHECK(reduce([](int, int) -> int { throw 1; }, std::vector{42}) == 42);  // f is not called
    CHECK(reduce([](int, int) -> int { throw 1; }, std::vector<int>(), 42) == 42);
    CHECK_THROWS_WITH(reduce(plus, std::vector<int>()), "reduce() of empty iterable with no initial value"s);
    CHECK_THROWS_AS(std::vector<int>() | reduce(plus), regius::value_error);
}

/// The squares 0, 1, 4 ... worked out as they are asked for.
auto squares(int n) {
    return std::views::iota(0, n) | std::views::transform([](int i) { return i * i; });
}

TEST_CASE("reduce: TestReduce.test_reduce, lazy, empty and failing sources", "[functools][reduce][oracle]") {
    CHECK(reduce(plus, squares(10)) == 285);
    CHECK(reduce(plus, squares(10), 0) == 285);
    CHECK(reduce(plus, squares(0), 0) == 0);
    CHECK(reduce([](char, char) -> char { throw 1; }, "1"s) == '1');
    CHECK(reduce([](std::string, char) -> std::string { throw 1; }, ""s, "1"s) == "1");
    CHECK_THROWS_AS(reduce([](char, char c) { return c; }, ""s), regius::value_error);
    CHECK_THROWS_AS(reduce(plus, std::array<int, 0>()), regius::value_error);

    struct failing_iter {
        [[nodiscard]] int* begin() const { throw std::runtime_error("begin"); }
        [[nodiscard]] int* end() const { return nullptr; }
    };
    CHECK_THROWS_WITH(reduce(plus, failing_iter()), "begin"s);
    auto const bad = std::views::iota(0, 3) |
                     std::views::transform([](int i) { return std::vector{1}.at(static_cast<std::size_t>(i) + 1); });
    CHECK_THROWS_AS(reduce(plus, bad), std::out_of_range);
    CHECK_THROWS_AS(reduce([](int, int) -> int { throw 'f'; }, std::array{42, 42}), char);
}

TEST_CASE("reduce: TestReduce.test_iterator_usage", "[functools][reduce][oracle]") {
    CHECK(reduce(plus, std::views::iota(0, 5)) == 10);
    CHECK(reduce(plus, std::views::iota(0, 5), 42) == 52);
    CHECK_THROWS_AS(reduce(plus, std::views::iota(0, 0)), regius::value_error);
    CHECK(reduce(plus, std::views::iota(0, 0), 42) == 42);
    CHECK(reduce(plus, std::views::iota(0, 1)) == 0);
    CHECK(reduce(plus, std::views::iota(0, 1), 42) == 42);
    std::map<std::string, int> const d{{"one", 1}, {"three", 3}, {"two", 2}};
    CHECK(reduce(plus, d | std::views::keys) == "onethreetwo");
}

static_assert(reduce(std::minus{}, std::array{1, 2, 3}) == -4);
static_assert(reduce(std::minus{}, std::array{1, 2, 3}, 10) == 4);
static_assert((std::array{1, 2, 3} | reduce(std::minus{})) == -4);
static_assert((std::array{1, 2, 3} | reduce(std::minus{}, 10)) == 4);

// ---------------------------------------------------------------- 2. properties

TEST_CASE("reduce: begins with 0 and ends with a half, and with a literal in a string", "[functools][reduce]") {
    std::vector<double> const halves{0.5, 0.5, 0.25};
    CHECK(reduce(std::plus{}, halves, 0) == 1.25);
    CHECK(reduce([](int x, double y) { return x + y; }, halves | std::views::take(1), 0) == 0.5);
    CHECK(reduce([](double x, int y) { return x / 2 + y; }, std::vector<int>{1, 2}) == 2.5);
    CHECK(reduce(std::plus{}, std::vector<bool>{true, true}) == 2);
    CHECK(reduce(std::plus{}, std::vector<std::string>{"a", "b"}, "<") == "<ab");
    CHECK((halves | reduce(std::plus{}, 1)) == 2.25);
    static_assert(std::same_as<decltype(reduce(std::plus<int>(), std::vector<int>(), 0L)), long>);
    static_assert(std::same_as<decltype(reduce(std::plus{}, halves, 0.F)), double>);
}

TEST_CASE("reduce: takes an array", "[functools][reduce]") {
    int const numbers[] = {1, 2, 3};
    CHECK(reduce(std::plus{}, numbers) == 6);
    CHECK((numbers | reduce(std::plus{}, 1)) == 7);
}

TEST_CASE("reduce: works on one-shot and lazy sources, each element read once", "[functools][reduce]") {
    std::istringstream in("1 2 3 4");
    CHECK(reduce(plus, std::ranges::istream_view<int>(in)) == 10);
    int reads = 0;
    std::vector const v{1, 2, 3};
    CHECK((v | std::views::transform([&](int x) { return ++reads, x; }) | reduce(plus)) == 6);
    CHECK(reads == 3);
    CHECK(reduce(plus, std::forward_list{1, 2}) == 3);
}

TEST_CASE("reduce: hands on what it has accumulated by moving it", "[functools][reduce]") {
    struct counted {
        int* copies;
        explicit counted(int& n) : copies(&n) {}
        counted(counted const& that) : copies(that.copies) { ++*copies; }
        counted(counted&&) = default;
        counted& operator=(counted const&) = delete;
        counted& operator=(counted&&) = default;
    };
    int copies = 0;
    static_cast<void>(reduce([](counted c, int) { return c; }, std::array{1, 2, 3}, counted(copies)));
    CHECK(copies == 0);
}

// ---------------------------------------------------------------- 3. types

template <class... Args>
concept can_reduce = requires(Args... args) { reduce(args...); };

static_assert(std::same_as<decltype(reduce(plus, std::declval<std::vector<short>&>(), 1L)), long>);
static_assert(can_reduce<std::plus<>, std::vector<int>>);
static_assert(!can_reduce<int (*)(int, std::string), std::vector<int>>);
static_assert(!std::invocable<decltype(reduce)&, std::plus<>, std::vector<int>&, std::string>);

}  // namespace
