// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, CommonTest.test_strip.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/lstrip.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::lstrip;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("lstrip: the answers CPython gives", "[text][lstrip][oracle]") {
    CHECK(lstrip("   hello   ") == "hello   ");
    CHECK(lstrip(" \t\n\r\f\vabc \t") == "abc \t");
    CHECK(lstrip("   hello   ", regius::none) == "hello   ");
    CHECK(lstrip("xyzzyhelloxyzzy", "xyz") == "helloxyzzy");
    CHECK(lstrip("0042", '0') == "42");
    CHECK(lstrip("\u3000\u00e9a", "\u00e9\u3000") == "a");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("lstrip: both spellings are one tool", "[text][lstrip]") {
    CHECK(("  a  "sv | lstrip()) == "a  ");
    CHECK(("  a  "s | lstrip()) == "a  ");
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(lstrip(std::declval<std::string&>())), std::string_view>);
static_assert(std::same_as<decltype(lstrip("literal")), std::string_view>);
static_assert(std::same_as<decltype(lstrip(std::declval<std::string>())), std::string>);
static_assert(std::same_as<decltype(lstrip(std::declval<std::string>(), "x")), std::string>);
static_assert(!std::invocable<decltype(lstrip), int> && !std::invocable<decltype(lstrip), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("lstrip: a window onto a borrowed text, and the same buffer of an owned one", "[text][lstrip]") {
    auto long_text = "  " + std::string(100, 'x') + "  ";
    char const* const begin = long_text.data();
    auto const window = lstrip(long_text);
    CHECK(window.data() >= begin);
    CHECK(window.data() + window.size() <= begin + long_text.size());
    auto const kept = std::string(window);
    auto const owned = lstrip(std::move(long_text));
    CHECK(owned == kept);
    CHECK(owned.data() == begin);
    CHECK(lstrip("\t\t"s).empty());
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(lstrip(" a ") == "a " && lstrip("00a0", '0') == "a0");

}  // namespace
