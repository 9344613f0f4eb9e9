// SPDX-License-Identifier: MIT
#include <regius/functools/partial.hpp>

#include <regius/builtins/map.hpp>
#include <support/catch.hpp>

#include <concepts>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace std::string_literals;
using regius::partial;
using regius::placeholder;

constexpr int digits(int a, int b, int c) { return 100 * a + 10 * b + c; }
constexpr auto capture = [](auto const&... args) { return std::tuple(args...); };

// ---------------------------------------------------------------- 1. what Python says

// TestPartial.test_basic_examples, test_positional, test_arg_combinations
static_assert(partial(capture)() == std::tuple());
static_assert(partial(capture)(1, 2) == std::tuple(1, 2));
static_assert(partial(capture, 1, 2)() == std::tuple(1, 2));
static_assert(partial(capture, 1, 2)(3, 4) == std::tuple(1, 2, 3, 4));

// TestPartial.test_positional, test_no_side_effects: with every number of bound arguments, and again
static_assert(partial(capture)('x') == std::tuple('x'));
static_assert(partial(capture, 0)('x') == std::tuple(0, 'x'));
static_assert(partial(capture, 0, 1)('x') == std::tuple(0, 1, 'x'));
static_assert(partial(capture, 0, 1, 2)('x') == std::tuple(0, 1, 2, 'x'));
static_assert(partial(capture, 0, 1, 2, 3)('x') == std::tuple(0, 1, 2, 3, 'x'));
static_assert([p = partial(capture, 0)] {
    return p(1) == std::tuple(0, 1) && p() == std::tuple(0) && p(1) == std::tuple(0, 1);
}());

// TestPartial.test_nested_optimization: a partial of a partial is one
static_assert(std::same_as<decltype(partial(partial(capture, 1), 2)), decltype(partial(capture, 1, 2))>);
static_assert(partial(partial(capture, 1), 2)(3) == std::tuple(1, 2, 3));
static_assert(partial(partial(digits))(1, 2, 3) == 123);

// 3.14: TestPartial.test_placeholders, test_placeholders_optimization
static_assert(partial(capture, placeholder, 0)(1) == std::tuple(1, 0));
static_assert(partial(capture, placeholder, 0)(1, 2, 3) == std::tuple(1, 0, 2, 3));
static_assert(partial(digits, placeholder, 2, placeholder, 0).args() == std::tuple(placeholder, 2, placeholder, 0));
static_assert(partial(partial(capture, placeholder, placeholder, 0), 1)(2) == std::tuple(1, 2, 0));
static_assert(partial(partial(capture, placeholder, 0), 1, 2)(3) == std::tuple(1, 0, 2, 3));
static_assert(partial(partial(capture, placeholder, 0), placeholder, 2)(3) == std::tuple(3, 0, 2));

TEST_CASE("partial: TestPartial.test_basic_examples, of a lazy tool", "[functools][partial][oracle]") {
    std::vector const v{1, 2, 3, 4};
    auto const tens = partial(regius::map, [](int x) { return x * 10; });
    std::vector<int> seen;
    for (int x : tens(v)) seen.push_back(x);
    CHECK(seen == std::vector{10, 20, 30, 40});
}

TEST_CASE("partial: TestPartial.test_error_propagation", "[functools][partial][oracle]") {
    auto const divide = [](int x, int y) { return y == 0 ? throw std::domain_error("division by zero") : x / y; };
    CHECK_THROWS_AS(partial(divide, 1, 0)(), std::domain_error);
    CHECK_THROWS_AS(partial(divide, 1)(0), std::domain_error);
    CHECK_THROWS_AS(partial(divide)(1, 0), std::domain_error);
    CHECK_THROWS_AS(partial(divide, placeholder, 0)(1), std::domain_error);
    CHECK(partial(divide, 6)(2) == 3);
}

TEST_CASE("partial: TestPartial.test_with_bound_and_unbound_methods", "[functools][partial][oracle]") {
    struct joiner {
        std::string between;
        [[nodiscard]] std::string join(std::vector<std::string> const& parts) const {
            std::string result;
            for (auto const& part : parts) result += (result.empty() ? std::string() : between) + part;
            return result;
        }
    };
    std::vector<std::string> const data{"0", "1", "2", "3"};
    CHECK(partial(&joiner::join)(joiner{""}, data) == "0123");
    CHECK(partial(&joiner::join, joiner{""})(data) == "0123");
    CHECK(partial(&joiner::join, joiner{"-"}, data)() == "0-1-2-3");
}

struct builder {
    auto operator()(std::string const& tag, auto const&... children) const {
        return std::tuple(tag, std::tuple(children...));
    }
    [[nodiscard]] auto element(std::string const& tag) const { return partial(*this, tag); }
};

TEST_CASE("partial: TestPartial.test_nested_optimization_bug, test_copy", "[functools][partial][oracle]") {
    auto const m = builder().element("m");
    CHECK(m(1, 2) == std::tuple("m"s, std::tuple(1, 2)));
    auto const copy = m;
    CHECK(copy.args() == m.args());
    CHECK(copy(3) == std::tuple("m"s, std::tuple(3)));
}

// ---------------------------------------------------------------- 2. types

template <class... Args>
concept can_bind = requires(Args... args) { partial(args...); };

static_assert(!can_bind<>);  // TestPartial.test_argument_checking
static_assert(!can_bind<int>);
static_assert(!can_bind<decltype(&digits), int, regius::placeholder_t>);  // a hole at the end is no hole
static_assert(std::invocable<decltype(partial(digits, 1)), int, int>);
static_assert(!std::invocable<decltype(partial(digits, 1)), int>);
static_assert(!std::invocable<decltype(partial(digits, 1)), int, int, int>);
static_assert(!std::invocable<decltype(partial(digits, placeholder, 2)), int>);
static_assert(!std::invocable<decltype(partial(digits, placeholder, placeholder, 2)), int>);
static_assert(sizeof(partial(capture)) == 1);
static_assert(std::is_nothrow_invocable_v<decltype(partial([](int) noexcept {}, 1))>);
static_assert(!std::is_nothrow_invocable_v<decltype(partial([](int) {}, 1))>);

TEST_CASE("partial: copies its arguments, and std::ref binds the thing itself", "[functools][partial]") {
    std::string text = "a";
    auto copied = partial([](std::string const& s) { return s; }, text);
    auto bound = partial([](std::string& s) -> auto& { return s; }, std::ref(text));
    text = "b";
    CHECK(copied() == "a");
    bound() += "c";
    CHECK(text == "bc");
}

TEST_CASE("partial: passes on what a call gives as it comes", "[functools][partial]") {
    auto take = partial([](int n, std::unique_ptr<int> p, int& out) { out = n + *p; }, 1);
    int out = 0;
    take(std::make_unique<int>(2), out);
    CHECK(out == 3);
}

TEST_CASE("partial: bound arguments are lent to each call and given to the last", "[functools][partial]") {
    auto owner = partial([](std::unique_ptr<int> p) { return *p; }, std::make_unique<int>(5));
    STATIC_REQUIRE(!std::invocable<decltype(owner)&>);
    STATIC_REQUIRE(std::invocable<decltype(owner)>);
    CHECK(std::move(owner)() == 5);
}

TEST_CASE("partial: members, and what is inside", "[functools][partial]") {
    std::string const word = "word";
    CHECK(partial(&std::string::size, word)() == 4);
    auto const p = partial(digits, 1, 2);
    CHECK(p.wrapped() == &digits);
    CHECK(p.args() == std::tuple(1, 2));
    CHECK(p(3) == 123);
}

}  // namespace
