// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, MixinStrUnicodeUserStringTest.test_endswith.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/endswith.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <list>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::endswith;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("endswith: the answers CPython gives", "[text][endswith][oracle]") {
    CHECK(endswith("hello", "lo"));
    CHECK(endswith("hello", "hello"));
    CHECK(endswith("hello", ""));
    CHECK_FALSE(endswith("hello", "he"));
    CHECK_FALSE(endswith("hello", "hello hello"));
    CHECK(endswith("", ""));
    CHECK(endswith("hello", std::tuple("he", "lo")));
    CHECK_FALSE(endswith("hello", std::tuple("he", "lle")));
    CHECK_FALSE(endswith("hello", std::tuple()));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("endswith: looks for one text or for several", "[text][endswith]") {
    CHECK(endswith("hello"s, "lo"s));
    CHECK(endswith("hello"sv, 'o'));
    CHECK(endswith("hello", {"he", "lo"}));
    CHECK_FALSE(endswith("hello", {"he", "lle"}));
    CHECK(endswith("hello", std::vector{"he"s, "lo"s}));
    CHECK_FALSE(endswith("hello", std::vector<std::string>()));
    CHECK(endswith("hello", std::list<std::string_view>{"he", "lo"}));
    CHECK(endswith("hello", std::vector{'x', 'o'}));
    CHECK(endswith("hello", std::pair("he", 'o')));
}

TEST_CASE("endswith: both spellings are one tool", "[text][endswith]") {
    CHECK(("hello" | endswith("lo")));
    CHECK_FALSE(("hello"s | endswith('x')));
    CHECK(("hello" | endswith(std::tuple("he", "lo"))));
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(endswith("a", "a")), bool>);
static_assert(!std::invocable<decltype(endswith), std::string&, int>);
static_assert(!std::invocable<decltype(endswith), std::string&, std::vector<int>>);
static_assert(!std::invocable<decltype(endswith), std::string&, std::tuple<char const*, int>>);

// ---------------------------------------------------------------- 5. at compile time

static_assert(endswith("hello", "lo") && !endswith("hello", "he") && endswith("hello", {"x", "lo"}));

}  // namespace
