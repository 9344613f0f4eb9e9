// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, BaseTest.test_removeprefix.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/removeprefix.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

using namespace std::literals;
using regius::removeprefix;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("removeprefix: the answers CPython gives", "[text][removeprefix][oracle]") {
    CHECK(removeprefix("hello", "he") == "llo");
    CHECK(removeprefix("hello", "hello") == "");
    CHECK(removeprefix("hello", "") == "hello");
    CHECK(removeprefix("hello", "x") == "hello");
    CHECK(removeprefix("hello", "hello hello") == "hello");
    CHECK(removeprefix("", "x") == "");
    CHECK(removeprefix("hehe", "he") == "he");  // once, not as often as it is there
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("removeprefix: both spellings are one tool", "[text][removeprefix]") {
    CHECK(("hello"sv | removeprefix("he"s)) == "llo");
    CHECK(("hello"s | removeprefix("he")) == "llo");
    CHECK(removeprefix("aha", 'a').size() == 2);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(removeprefix(std::declval<std::string&>(), "x")), std::string_view>);
static_assert(std::same_as<decltype(removeprefix(std::declval<std::string>(), "x")), std::string>);
static_assert(!std::invocable<decltype(removeprefix), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("removeprefix: an owned text keeps its buffer", "[text][removeprefix]") {
    auto text = "he" + std::string(100, 'x') + "he";
    char const* const begin = text.data();
    auto const cut = removeprefix(std::move(text), "he");
    CHECK(cut.size() == 102);
    CHECK(cut.data() == begin);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(removeprefix("hello", "he") == "llo" && removeprefix("hello", "x") == "hello");

}  // namespace
