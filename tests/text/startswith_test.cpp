// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, MixinStrUnicodeUserStringTest.test_startswith.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/startswith.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <list>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::startswith;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("startswith: the answers CPython gives", "[text][startswith][oracle]") {
    CHECK(startswith("hello", "he"));
    CHECK(startswith("hello", "hello"));
    CHECK(startswith("hello", ""));
    CHECK_FALSE(startswith("hello", "lo"));
    CHECK_FALSE(startswith("hello", "hello hello"));
    CHECK(startswith("", ""));
    CHECK(startswith("hello", std::tuple("lo", "he")));
    CHECK_FALSE(startswith("hello", std::tuple("lo", "lle")));
    CHECK_FALSE(startswith("hello", std::tuple()));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("startswith: looks for one text or for several", "[text][startswith]") {
    CHECK(startswith("hello"s, "he"s));
    CHECK(startswith("hello"sv, 'h'));
    CHECK(startswith("hello", {"lo", "he"}));
    CHECK_FALSE(startswith("hello", {"lo", "lle"}));
    CHECK(startswith("hello", std::vector{"lo"s, "he"s}));
    CHECK_FALSE(startswith("hello", std::vector<std::string>()));
    CHECK(startswith("hello", std::list<std::string_view>{"lo", "he"}));
    CHECK(startswith("hello", std::vector{'x', 'h'}));
    CHECK(startswith("hello", std::pair("lo", 'h')));
}

TEST_CASE("startswith: both spellings are one tool", "[text][startswith]") {
    CHECK(("hello" | startswith("he")));
    CHECK_FALSE(("hello"s | startswith('x')));
    CHECK(("hello" | startswith(std::tuple("lo", "he"))));
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(startswith("a", "a")), bool>);
static_assert(!std::invocable<decltype(startswith), std::string&, int>);
static_assert(!std::invocable<decltype(startswith), std::string&, std::vector<int>>);
static_assert(!std::invocable<decltype(startswith), std::string&, std::tuple<char const*, int>>);

// ---------------------------------------------------------------- 5. at compile time

static_assert(startswith("hello", "he") && !startswith("hello", "lo") && startswith("hello", {"x", "he"}));

}  // namespace
