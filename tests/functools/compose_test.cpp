// SPDX-License-Identifier: MIT
#include <regius/functools/compose.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <type_traits>

namespace {

using regius::compose;

constexpr auto twice = [](int x) { return 2 * x; };
constexpr auto next = [](int x) { return x + 1; };

static_assert(compose(twice)(3) == 6);
static_assert(compose(twice, next)(3) == 8);
static_assert(compose(next, twice)(3) == 7);
static_assert(compose(twice, next, next)(3) == 10);
static_assert(compose(twice, [](int a, int b) { return a - b; })(5, 2) == 6);
static_assert(!std::invocable<decltype(compose(twice, next)), std::string>);
static_assert(!std::invocable<decltype(compose(twice, [](int) { return std::string(); })), int>);
static_assert(
    std::is_nothrow_invocable_v<decltype(compose([](int) noexcept {}, [](int x) noexcept { return x; })), int>);
static_assert(sizeof(compose(twice, next)) <= 2);

TEST_CASE("compose: references pass through, members are functions too", "[functools][compose]") {
    std::string text = "abc";
    auto const self = [](auto& x) -> auto& { return x; };
    CHECK(&compose(self, self)(text) == &text);
    CHECK(compose(twice, [](std::size_t n) { return static_cast<int>(n); }, &std::string::size)(text) == 6);
}

static_assert(!std::invocable<decltype(compose), decltype(twice), int>);

}  // namespace
