// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, BaseTest.test_rsplit.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/rsplit.hpp>

#include <support/catch.hpp>
#include <support/text.hpp>

#include <concepts>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::none;
using regius::rsplit;

namespace {

using regius::tests::strings;
using regius::tests::texts;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("rsplit: the answers CPython gives", "[text][rsplit][oracle]") {
    CHECK(texts(rsplit("this is the rsplit function")) == strings{"this", "is", "the", "rsplit", "function"});
    CHECK(texts(rsplit("a|b|c|d", '|', 1)) == strings{"a|b|c", "d"});
    CHECK(texts(rsplit("a|b|c|d", '|', 2)) == strings{"a|b", "c", "d"});
    CHECK(texts(rsplit("a|b|c|d", '|', 4)) == strings{"a", "b", "c", "d"});
    CHECK(texts(rsplit("a|b|c|d", '|', 0)) == strings{"a|b|c|d"});
    CHECK(texts(rsplit("a||b||c||d", '|', 2)) == strings{"a||b||c", "", "d"});
    CHECK(texts(rsplit("abcd", '|')) == strings{"abcd"});
    CHECK(texts(rsplit("", '|')) == strings{""});
    CHECK(texts(rsplit("", '|', 0)) == strings{""});
    CHECK(texts(rsplit("| begincase", '|')) == strings{"", " begincase"});
    CHECK(texts(rsplit("endcase |", '|')) == strings{"endcase ", ""});
    CHECK(texts(rsplit("a//b//c//d", "//", 2)) == strings{"a//b", "c", "d"});
    CHECK(texts(rsplit("test begincase", "test")) == strings{"", " begincase"});
    CHECK(texts(rsplit("bbbbbbbbb", "bb")) == strings{"b", "", "", "", ""});
    CHECK(texts(rsplit("bbbbbbbbb", "bb", 1)) == strings{"bbbbbbb", ""});
    CHECK(texts(rsplit("aaa", "aaa", 0)) == strings{"aaa"});
    CHECK(texts(rsplit("abbaab", "ba")) == strings{"ab", "ab"});
    CHECK(texts(rsplit("a b c d", none, 1)) == strings{"a b c", "d"});
    CHECK(texts(rsplit("a  b  c  d", none, 0)) == strings{"a  b  c  d"});
    CHECK(texts(rsplit("  a b  ", none, 1)) == strings{"  a", "b"});
    CHECK(texts(rsplit("  a  ", none, 0)) == strings{"  a"});
    CHECK(texts(rsplit(" ", none, 1)) == strings{});
    CHECK(texts(rsplit("")) == strings{});
}

TEST_CASE("rsplit: an empty separator is refused at the call", "[text][rsplit]") {
    CHECK_THROWS_AS(rsplit("abc", ""), regius::value_error);
    CHECK_THROWS_WITH(rsplit("abc", ""s, 1), std::string("empty separator"));
    CHECK_THROWS_AS("abc" | rsplit(""), regius::value_error);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("rsplit: both spellings are one tool", "[text][rsplit]") {
    CHECK(texts("a b" | rsplit()) == strings{"a", "b"});
    CHECK(texts("a b c" | rsplit(none, 1)) == strings{"a b", "c"});
    CHECK(texts("a.b.c" | rsplit(".")) == strings{"a", "b", "c"});
    CHECK(texts("a.b.c" | rsplit('.')) == strings{"a", "b", "c"});
    CHECK(texts("a.b.c" | rsplit('.', 1)) == strings{"a.b", "c"});
    CHECK(texts("a.b.c"s | rsplit("."s, 1)) == strings{"a.b", "c"});
}

TEST_CASE("rsplit: a long chain of overlapping places is cut in linear time", "[text][rsplit]") {
    auto const chain = std::string(200'001, 'a');
    auto const pieces = rsplit(chain, "aa");
    CHECK(std::ranges::distance(pieces) == 100'001);
    CHECK(pieces.front() == "a");
    CHECK(texts(rsplit(chain, "aa", 2)).front().size() == 199'997);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class... Args>
using rsplit_t = decltype(rsplit(std::declval<Args>()...));

static_assert(std::ranges::view<rsplit_t<std::string&>> && std::ranges::view<rsplit_t<std::string, std::string>>);
static_assert(std::ranges::forward_range<rsplit_t<std::string&, char> const>);
static_assert(std::ranges::common_range<rsplit_t<std::string&, std::string&>>);
static_assert(std::ranges::borrowed_range<rsplit_t<std::string&>>);
static_assert(std::ranges::borrowed_range<rsplit_t<std::string&, char>>);
static_assert(!std::ranges::borrowed_range<rsplit_t<std::string&, std::string&>>);  // may know its cuts by heart
static_assert(!std::invocable<decltype(rsplit), int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("rsplit: a temporary text and a temporary separator are owned, short or long", "[text][rsplit]") {
    for (auto const& word : {"ab"s, std::string(100, 'w')}) {
        CAPTURE(word);
        auto const by_space = rsplit(word + " " + word, none, 1);
        CHECK(texts(by_space) == strings{word, word});
        auto overlapping = rsplit(word + "----" + word, "-"s + "-", 1);
        auto const moved = std::move(overlapping);
        CHECK(texts(moved) == strings{word + "--", word});
        auto const by_char = (word + "-" + word) | rsplit('-', 1);
        CHECK(texts(by_char) == strings{word, word});
    }
}

TEST_CASE("rsplit: a copy of a view walks on its own", "[text][rsplit]") {
    auto const text = "a--b---c"s;
    auto first = rsplit(text, "--");
    auto const copy = first;
    first = rsplit(text, "c");
    CHECK(texts(copy) == strings{"a", "b-", "c"});
    CHECK(texts(first) == strings{"a--b---", ""});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(std::ranges::distance(rsplit(" a  b c", none, 1)) == 2);
static_assert(rsplit("a.b.c", '.', 1).front() == "a.b");
static_assert(rsplit("aaa", "aa").front() == "a");
constexpr char with_nothing_behind[] = {'a', '.', 'b'};
static_assert(rsplit(std::string_view(with_nothing_behind, 3), '.', 0).front() == "a.b");

}  // namespace
