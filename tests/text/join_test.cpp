// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, MixinStrUnicodeUserStringTest.test_join.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/join.hpp>

#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <forward_list>
#include <list>
#include <ranges>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace std::literals;
using regius::join;

namespace {

using strings = std::vector<std::string>;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("join: the answers CPython gives", "[text][join][oracle]") {
    CHECK(join(" ", strings{"a", "b", "c", "d"}) == "a b c d");
    CHECK(join("", std::array{"a", "b", "c", "d"}) == "abcd");
    CHECK(join(" ", strings{}) == "");
    CHECK(join(" ", strings{"abc"}) == "abc");
    CHECK(join(" ", strings{"", ""}) == " ");
    CHECK(join("", strings{"", ""}) == "");
    CHECK(join("a", "abc") == "aabac");
    CHECK(join("-", "a\u00e9\u4e2d") == "a-\u00e9-\u4e2d");
    CHECK(join(",", "") == "");
    CHECK(join(".", std::list{"a"s, "b"s}) == "a.b");
    CHECK(join("a", strings(100, "abc")) == [] {
        std::string expected = "abc";
        for (int i = 1; i < 100; ++i) expected += "aabc";
        return expected;
    }());
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("join: the separator stands first, last or behind a pipe", "[text][join]") {
    strings const names{"Ada", "Grace"};
    CHECK(join(", ", names) == "Ada, Grace");
    CHECK(join(names, ", ") == "Ada, Grace");
    CHECK((names | join(", ")) == "Ada, Grace");
    CHECK((names | join(',')) == "Ada,Grace");
    CHECK((strings{"a", "b"} | join("-"s)) == "a-b");
    CHECK(("abc" | join("-")) == "a-b-c");
    auto const by_comma = join(", "s);
    CHECK((names | by_comma) == "Ada, Grace");
}

TEST_CASE("join: takes any range of texts or chars", "[text][join]") {
    CHECK(join("-", std::vector{'a', 'b'}) == "a-b");
    CHECK(join('-', std::set{"b"s, "a"s}) == "a-b");
    CHECK(join("-", std::forward_list<std::string_view>{"a", "b"}) == "a-b");
    std::istringstream in("x y z");
    CHECK((std::views::istream<std::string>(in) | join("+")) == "x+y+z");
    CHECK(join(", ", strings{"a", "b"} | std::views::filter([](auto const& s) { return s != "a"; })) == "b");
    CHECK(join(std::string_view("ab"), "-") == "-");  // of two texts the first is the separator, as in Python
}

TEST_CASE("join: takes texts in braces", "[text][join]") {
    auto const home = "/srv/me"s;
    CHECK(join("/", {home, "data", "x"sv}) == "/srv/me/data/x");
    CHECK(join(',', {"a"}) == "a");
    CHECK(join(", ", {"a", "b"}) == "a, b");
}

TEST_CASE("join: an element that is computed is computed once", "[text][join]") {
    int computed = 0;
    auto const texts =
        std::views::iota(0, 5) | std::views::transform([&](int i) { return ++computed, std::to_string(i); });
    CHECK(join(",", texts) == "0,1,2,3,4");
    CHECK(computed == 5);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(join(",", strings{})), std::string>);
static_assert(!std::is_invocable_v<decltype(join), char const*, std::vector<int>>);
static_assert(!std::is_invocable_v<decltype(join), std::vector<int>, char const*>);
static_assert(!std::is_invocable_v<decltype(join), strings, strings>);
static_assert(!std::is_invocable_v<decltype(join), int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("join: the result of a container has no room to spare", "[text][join]") {
    strings const names(100, "some name");
    CHECK(join(", ", names).capacity() < 100 * 9 + 99 * 2 + 16);  // libc++ rounds up to 16
}

// ---------------------------------------------------------------- 5. at compile time

#if !(defined(__clang__) && defined(__GLIBCXX__) && __GLIBCXX__ < 20230000)  // libstdc++ 12's string: gcc only
static_assert(join(", ", std::array{"a", "bc"}) == "a, bc");
static_assert(join("-", "a\u00e9") == "a-\u00e9");
#endif

}  // namespace
