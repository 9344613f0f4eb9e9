// SPDX-License-Identifier: MIT
#include <regius/core/concepts.hpp>

#include <regius/core/reading.hpp>

#include <support/catch.hpp>

#include <ranges>
#include <vector>

// ---------------------------------------------------------------- what the types promise

namespace {

struct endless : std::vector<int> {
    static constexpr bool infinite = true;
};
struct ending : std::vector<int> {
    static constexpr bool infinite = false;
};
// Names that somebody else has given a meaning of his own.
struct asked : std::vector<int> {
    bool infinite() const { return true; }
    bool restartable() const { return false; }
};
struct asked_of_all : std::vector<int> {
    static bool infinite() { return true; }
};
struct told : std::vector<int> {
    bool infinite = true;
};
struct told_of_all : std::vector<int> {
    static inline bool infinite = true;
};

struct once : std::ranges::istream_view<int> {};
struct once_from_the_start : once {
    static constexpr bool restartable = true;
    static constexpr bool rereadable = true;
};
struct once_from_where_it_was : once {
    static constexpr bool restartable = false;
    static constexpr bool rereadable = false;
};

using regius::core::infinite;
using regius::core::integer;
using regius::core::rereadable;
using regius::core::restartable;

static_assert(infinite<endless> && infinite<endless&> && infinite<std::ranges::ref_view<endless>>);
static_assert(infinite<decltype(std::views::iota(0))> && !infinite<decltype(std::views::iota(0, 3))>);
static_assert(!infinite<ending> && !infinite<std::vector<int>> && !infinite<int>);
static_assert(!infinite<asked> && !infinite<asked_of_all> && !infinite<told> && !infinite<told_of_all>);

static_assert(restartable<std::vector<int>> && restartable<asked> && restartable<once_from_the_start>);
static_assert(!restartable<once> && !restartable<once_from_where_it_was> && !restartable<int>);
static_assert(rereadable<std::vector<int>> && rereadable<once_from_the_start>);
static_assert(!rereadable<once> && !rereadable<once_from_where_it_was>);

static_assert(integer<int> && integer<unsigned char> && integer<signed char> && integer<long long const>);
static_assert(!integer<bool> && !integer<char> && !integer<wchar_t> && !integer<char8_t> && !integer<char16_t>);
static_assert(!integer<char32_t const> && !integer<double> && !integer<int*>);

}  // namespace

TEST_CASE("concepts: what a range says of itself is heard only as a constant") {
    CHECK(infinite<endless>);
    CHECK_FALSE(infinite<told_of_all>);
}
