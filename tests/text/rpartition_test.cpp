// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, MixinStrUnicodeUserStringTest.test_rpartition.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/rpartition.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

using namespace std::literals;
using regius::rpartition;

namespace {

using views = std::tuple<std::string_view, std::string_view, std::string_view>;
using texts = std::tuple<std::string, std::string, std::string>;

views three(std::string_view head, std::string_view separator, std::string_view tail) {
    return {head, separator, tail};
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("rpartition: the answers CPython gives", "[text][rpartition][oracle]") {
    CHECK(rpartition("this is the rpartition method", "ti") == three("this is the rparti", "ti", "on method"));
    CHECK(rpartition("http://www.python.org", "://") == three("http", "://", "www.python.org"));
    CHECK(rpartition("http://www.python.org", '?') == three("", "", "http://www.python.org"));
    CHECK(rpartition("http://www.python.org", "org") == three("http://www.python.", "org", ""));
    CHECK(rpartition("a=b=c", '=') == three("a=b", "=", "c"));
    CHECK(rpartition("", '=') == three("", "", ""));
}

TEST_CASE("rpartition: an empty separator is refused", "[text][rpartition]") {
    CHECK_THROWS_AS(rpartition("abc", ""), regius::value_error);
    CHECK_THROWS_WITH("abc"s | rpartition(""s), std::string("empty separator"));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("rpartition: both spellings are one tool", "[text][rpartition]") {
    CHECK(("key: value" | rpartition(": ")) == three("key", ": ", "value"));
    CHECK(("key:value"s | rpartition(':')) == texts("key", ":", "value"));
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(rpartition(std::declval<std::string&>(), ',')), views>);
static_assert(std::same_as<decltype(rpartition(std::declval<std::string>(), ",")), texts>);
static_assert(!std::invocable<decltype(rpartition), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("rpartition: each part is a window onto the argument, the separator too", "[text][rpartition]") {
    auto const text = "key: value"s;
    auto const [head, separator, tail] = rpartition(text, ": "s);
    CHECK(head.data() == text.data());
    CHECK(separator.data() == text.data() + 3);
    CHECK(tail.data() == text.data() + 5);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(std::get<0>(rpartition("a=b=c", '=')) == "a=b");

}  // namespace
