// SPDX-License-Identifier: MIT
#include <regius/core/reused.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using regius::core::reused;
using regius::core::reused_whole;

struct incomparable {};
template <class T>
using reused_whole_t = decltype(reused_whole(std::declval<std::vector<T>&>()));

// ---------------------------------------------------------------- what the types promise

static_assert(std::equality_comparable<reused<int*>>);
template <class A, class B>
concept comparable = requires(A const& a, B const& b) {
    a == b;
    b != a;
};
static_assert(comparable<reused<int*>, reused<int const*>> && comparable<reused<int*>, std::vector<long>>);
static_assert(comparable<reused<int*>, std::span<int>> && comparable<reused<int*>, reused_whole_t<bool>>);
static_assert(!comparable<reused<incomparable*>, reused<incomparable*>> && !comparable<reused<int*>, int>);
static_assert(!comparable<reused<int*>, std::vector<std::string>>);
static_assert(std::ranges::contiguous_range<reused<int*>> && std::ranges::borrowed_range<reused<int*>>);
static_assert(std::same_as<decltype(reused<int*>().size()), std::size_t>);
static_assert(std::convertible_to<reused<int*>, std::vector<int>>);

TEST_CASE("reused: a window is equal to what has the same elements", "[core]") {
    std::vector<int> a{1, 2, 3}, b{1, 2, 3}, c{1, 2}, d{1, 2, 4};
    std::vector<bool> flags{true, false};
    CHECK(reused_whole(a) == reused_whole(b));
    CHECK(reused_whole(a) == b);
    CHECK(b == reused_whole(a));
    CHECK(reused_whole(a) != c);
    CHECK(reused_whole(a) != reused_whole(d));
    CHECK(reused_whole(flags) == flags);
    CHECK(reused<int*>() == std::vector<int>{});
    CHECK(std::vector<int>(reused_whole(d)) == d);
    CHECK(reused_whole(c).size() == 2);
}

}  // namespace
