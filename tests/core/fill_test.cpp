// SPDX-License-Identifier: MIT

#include <regius/core/fill.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/core/alike.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/itertools/zip_longest.hpp>
#include <regius/more_itertools/intersperse.hpp>
#include <regius/more_itertools/padded.hpp>
#include <regius/more_itertools/windowed.hpp>
#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::core::lives_on_as;
using texts = std::vector<std::string>;
using views = std::vector<std::string_view>;

static_assert(lives_on_as<std::string&, std::string_view> && lives_on_as<std::string, std::string>);
static_assert(lives_on_as<std::string_view, std::string_view> && lives_on_as<char const*, std::string_view>);
static_assert(lives_on_as<int, long>);
static_assert(not lives_on_as<std::string, std::string_view>);

// Elements that are made on the spot: a string_view of one would be dangling.
using made = decltype(std::declval<views&>() | regius::map([](std::string_view x) { return std::string(x); }));
static_assert(not std::invocable<decltype(regius::chain), views&, made>);
static_assert(not std::invocable<decltype(regius::zip_longest), std::string_view, made>);
static_assert(not std::invocable<decltype(regius::padded), made, std::string_view>);
static_assert(std::invocable<decltype(regius::chain), texts&, made>);
static_assert(std::invocable<decltype(regius::padded), made, char const*>);

texts collected(auto&& r) {
    texts out;
    for (auto&& x : r) out.emplace_back(x);
    return out;
}

TEST_CASE("a temporary text that stands in among string_views is kept", "[core][fill]") {
    views const short_row{"a"};
    auto const fill = [] { return "a text that is too long to be stored in place"s; };
    CHECK(collected(regius::padded(short_row, fill(), 2)) == texts{"a", fill()});
    CHECK(collected(regius::intersperse(fill(), views{"a", "b"})) == texts{"a", fill(), "b"});
    for (auto&& window : regius::windowed(short_row, 2, fill())) CHECK(collected(window) == texts{"a", fill()});
    for (auto [x, y] : regius::zip_longest(fill(), short_row, views{"b", "c"})) CHECK((x == "a" || x == fill()));

    auto padded = regius::padded(short_row, fill(), 2);
    auto const moved = std::move(padded);
    CHECK(collected(moved) == texts{"a", fill()});
}

}  // namespace
