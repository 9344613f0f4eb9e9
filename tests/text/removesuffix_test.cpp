// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, BaseTest.test_removesuffix.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/removesuffix.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

using namespace std::literals;
using regius::removesuffix;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("removesuffix: the answers CPython gives", "[text][removesuffix][oracle]") {
    CHECK(removesuffix("hello", "lo") == "hel");
    CHECK(removesuffix("hello", "hello") == "");
    CHECK(removesuffix("hello", "") == "hello");
    CHECK(removesuffix("hello", "x") == "hello");
    CHECK(removesuffix("hello", "hello hello") == "hello");
    CHECK(removesuffix("", "x") == "");
    CHECK(removesuffix("lolo", "lo") == "lo");  // once, not as often as it is there
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("removesuffix: both spellings are one tool", "[text][removesuffix]") {
    CHECK(("hello"sv | removesuffix("lo"s)) == "hel");
    CHECK(("hello"s | removesuffix("lo")) == "hel");
    CHECK(removesuffix("aha", 'a').size() == 2);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(removesuffix(std::declval<std::string&>(), "x")), std::string_view>);
static_assert(std::same_as<decltype(removesuffix(std::declval<std::string>(), "x")), std::string>);
static_assert(!std::invocable<decltype(removesuffix), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("removesuffix: an owned text keeps its buffer", "[text][removesuffix]") {
    auto text = "lo" + std::string(100, 'x') + "lo";
    char const* const begin = text.data();
    auto const cut = removesuffix(std::move(text), "lo");
    CHECK(cut.size() == 102);
    CHECK(cut.data() == begin);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(removesuffix("hello", "lo") == "hel" && removesuffix("hello", "x") == "hello");

}  // namespace
