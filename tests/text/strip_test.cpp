// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, CommonTest.test_strip.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/strip.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::strip;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("strip: the answers CPython gives", "[text][strip][oracle]") {
    CHECK(strip("   hello   ") == "hello");
    CHECK(strip("hello") == "hello");
    CHECK(strip(" \t\n\r\f\vabc \t\n\r\f\v") == "abc");
    CHECK(strip("\u3000\u00a0 a b \u2003") == "a b");
    CHECK(strip("   hello   ", regius::none) == "hello");
    CHECK(strip("xyzzyhelloxyzzy", "xyz") == "hello");
    CHECK(strip("hello", "xyz") == "hello");
    CHECK(strip("mississippi", "mississippi") == "");
    CHECK(strip("mississippi", 'i') == "mississipp");
    CHECK(strip("mississippi", 'm') == "ississippi");
    CHECK(strip("\u00e9a\u00e9", "\u00e9"s) == "a");
    CHECK(strip("\u00e9a\u00e9", "\u00a9\u00e8") == "\u00e9a\u00e9");  // \xa9 is a byte of \u00e9
    CHECK(strip("  a  ", "") == "  a  ");
    CHECK(strip("") == "");
    CHECK(strip(std::string_view()) == "");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("strip: both spellings are one tool", "[text][strip]") {
    CHECK(("  a  "sv | strip()) == "a");
    CHECK(("  a  "s | strip()) == "a");
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(strip(std::declval<std::string&>())), std::string_view>);
static_assert(std::same_as<decltype(strip("literal")), std::string_view>);
static_assert(std::same_as<decltype(strip(std::declval<std::string>())), std::string>);
static_assert(std::same_as<decltype(strip(std::declval<std::string>(), "x")), std::string>);
static_assert(!std::invocable<decltype(strip), int> && !std::invocable<decltype(strip), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("strip: a window onto a borrowed text, and the same buffer of an owned one", "[text][strip]") {
    auto long_text = "  " + std::string(100, 'x') + "  ";
    char const* const begin = long_text.data();
    auto const window = strip(long_text);
    CHECK(window.data() >= begin);
    CHECK(window.data() + window.size() <= begin + long_text.size());
    auto const kept = std::string(window);
    auto const owned = strip(std::move(long_text));
    CHECK(owned == kept);
    CHECK(owned.data() == begin);
    CHECK(strip("\t\t"s).empty());
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(strip(" \u3000a b ") == "a b");
static_assert(strip("--a-", '-') == "a" && strip("\u00e9a", "\u00e9") == "a");

}  // namespace
