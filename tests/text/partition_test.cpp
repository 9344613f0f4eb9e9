// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, MixinStrUnicodeUserStringTest.test_partition.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/partition.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

using namespace std::literals;
using regius::partition;

namespace {

using views = std::tuple<std::string_view, std::string_view, std::string_view>;
using texts = std::tuple<std::string, std::string, std::string>;

views three(std::string_view head, std::string_view separator, std::string_view tail) {
    return {head, separator, tail};
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("partition: the answers CPython gives", "[text][partition][oracle]") {
    CHECK(partition("this is the partition method", "ti") == three("this is the par", "ti", "tion method"));
    CHECK(partition("http://www.python.org", "://") == three("http", "://", "www.python.org"));
    CHECK(partition("http://www.python.org", '?') == three("http://www.python.org", "", ""));
    CHECK(partition("http://www.python.org", "http://") == three("", "http://", "www.python.org"));
    CHECK(partition("a=b=c", '=') == three("a", "=", "b=c"));
    CHECK(partition("", '=') == three("", "", ""));
}

TEST_CASE("partition: an empty separator is refused", "[text][partition]") {
    CHECK_THROWS_AS(partition("abc", ""), regius::value_error);
    CHECK_THROWS_WITH("abc"s | partition(""s), std::string("empty separator"));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("partition: both spellings are one tool", "[text][partition]") {
    CHECK(("key: value" | partition(": ")) == three("key", ": ", "value"));
    CHECK(("key:value"s | partition(':')) == texts("key", ":", "value"));
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(partition(std::declval<std::string&>(), ',')), views>);
static_assert(std::same_as<decltype(partition(std::declval<std::string>(), ",")), texts>);
static_assert(!std::invocable<decltype(partition), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("partition: each part is a window onto the argument, the separator too", "[text][partition]") {
    auto const text = "key: value"s;
    auto const [head, separator, tail] = partition(text, ": "s);
    CHECK(head.data() == text.data());
    CHECK(separator.data() == text.data() + 3);
    CHECK(tail.data() == text.data() + 5);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(std::get<2>(partition("a=b=c", '=')) == "b=c");

}  // namespace
