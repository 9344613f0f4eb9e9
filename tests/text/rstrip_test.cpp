// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, CommonTest.test_strip.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/rstrip.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::rstrip;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("rstrip: the answers CPython gives", "[text][rstrip][oracle]") {
    CHECK(rstrip("   hello   ") == "   hello");
    CHECK(rstrip("abc \t\n\r\f\v") == "abc");
    CHECK(rstrip("   hello   ", regius::none) == "   hello");
    CHECK(rstrip("xyzzyhelloxyzzy", "xyz") == "xyzzyhello");
    CHECK(rstrip("1.500", '0') == "1.5");
    CHECK(rstrip("a\u3000\u00e9", "\u00e9\u3000") == "a");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("rstrip: both spellings are one tool", "[text][rstrip]") {
    CHECK(("  a  "sv | rstrip()) == "  a");
    CHECK(("  a  "s | rstrip()) == "  a");
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(rstrip(std::declval<std::string&>())), std::string_view>);
static_assert(std::same_as<decltype(rstrip("literal")), std::string_view>);
static_assert(std::same_as<decltype(rstrip(std::declval<std::string>())), std::string>);
static_assert(std::same_as<decltype(rstrip(std::declval<std::string>(), "x")), std::string>);
static_assert(!std::invocable<decltype(rstrip), int> && !std::invocable<decltype(rstrip), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("rstrip: a window onto a borrowed text, and the same buffer of an owned one", "[text][rstrip]") {
    auto long_text = "  " + std::string(100, 'x') + "  ";
    char const* const begin = long_text.data();
    auto const window = rstrip(long_text);
    CHECK(window.data() >= begin);
    CHECK(window.data() + window.size() <= begin + long_text.size());
    auto const kept = std::string(window);
    auto const owned = rstrip(std::move(long_text));
    CHECK(owned == kept);
    CHECK(owned.data() == begin);
    CHECK(rstrip("\t\t"s).empty());
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(rstrip(" a ") == " a" && rstrip("0a00", '0') == "0a");

}  // namespace
