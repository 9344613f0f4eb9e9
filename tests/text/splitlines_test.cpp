// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, MixinStrUnicodeUserStringTest.test_splitlines.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/splitlines.hpp>

#include <support/catch.hpp>
#include <support/text.hpp>

#include <concepts>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::splitlines;

namespace {

using regius::tests::strings;
using regius::tests::texts;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("splitlines: the answers CPython gives", "[text][splitlines][oracle]") {
    CHECK(texts(splitlines("abc\ndef\n\rghi")) == strings{"abc", "def", "", "ghi"});
    CHECK(texts(splitlines("abc\ndef\n\r\nghi")) == strings{"abc", "def", "", "ghi"});
    CHECK(texts(splitlines("abc\ndef\r\nghi")) == strings{"abc", "def", "ghi"});
    CHECK(texts(splitlines("abc\ndef\r\nghi\n")) == strings{"abc", "def", "ghi"});
    CHECK(texts(splitlines("abc\ndef\r\nghi\n\r")) == strings{"abc", "def", "ghi", ""});
    CHECK(texts(splitlines("\nabc\ndef\r\nghi\n\r")) == strings{"", "abc", "def", "ghi", ""});
    CHECK(texts(splitlines("\nabc\ndef\r\nghi\n\r", false)) == strings{"", "abc", "def", "ghi", ""});
    CHECK(texts(splitlines("\nabc\ndef\r\nghi\n\r", true)) == strings{"\n", "abc\n", "def\r\n", "ghi\n", "\r"});
    CHECK(texts(splitlines("")) == strings{});
    CHECK(texts(splitlines("\n")) == strings{""});
    CHECK(texts(splitlines("a\vb\fc\x1c"
                           "d\x1d"
                           "e\x1e"
                           "f\x1fg")) == strings{"a", "b", "c", "d", "e", "f\x1fg"});
    CHECK(texts(splitlines("a\u0085b\u2028c\u2029d\u00a0e")) == strings{"a", "b", "c", "d\u00a0e"});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("splitlines: with their ends, the lines are the text again", "[text][splitlines]") {
    for (std::size_t size = 0; size <= 140; ++size)
        for (std::string_view const end : {"\n", "\r\n", "\u2028"}) {
            CAPTURE(size);
            auto const text = std::string(size, 'x') + std::string(end) + "y" + std::string(end);
            std::string again;
            for (auto line : splitlines(text, true)) again += line;
            CHECK(again == text);
            CHECK(texts(splitlines(text)) == strings{std::string(size, 'x'), "y"});
        }
}

TEST_CASE("splitlines: both spellings are one tool", "[text][splitlines]") {
    CHECK(texts("a\nb" | splitlines()) == strings{"a", "b"});
    CHECK(texts("a\nb"s | splitlines(true)) == strings{"a\n", "b"});
}

TEST_CASE("splitlines: internal iteration stops when it is told to", "[text][splitlines]") {
    strings seen;
    CHECK_FALSE(splitlines("a\nb\nc").for_each_while([&](auto line) { return seen.emplace_back(line), line != "b"; }));
    CHECK(seen == strings{"a", "b"});
}

// ---------------------------------------------------------------- 3. what the types promise

using borrowing = decltype(splitlines(std::declval<std::string&>()));
using owning = decltype(splitlines(std::declval<std::string>()));
static_assert(std::ranges::forward_range<borrowing const> && std::ranges::common_range<borrowing>);
static_assert(std::ranges::view<borrowing> && std::ranges::view<owning>);
static_assert(std::ranges::borrowed_range<borrowing> && !std::ranges::borrowed_range<owning>);
static_assert(!std::invocable<decltype(splitlines), int>);
static_assert(!std::invocable<decltype(splitlines), std::string&, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("splitlines: a temporary text is owned, short or long", "[text][splitlines]") {
    for (auto const& word : {"ab"s, std::string(100, 'w')}) {
        auto lines = splitlines(word + "\n" + word);
        auto const moved = std::move(lines);
        CHECK(texts(moved) == strings{word, word});
    }
}

TEST_CASE("splitlines: a line is a window onto the argument", "[text][splitlines]") {
    auto const text = "one\ntwo"s;
    CHECK(splitlines(text).front().data() == text.data());
}

// ---------------------------------------------------------------- 5. at compile time

static_assert(std::ranges::distance(splitlines("a\r\nb\u2028c\n")) == 3);

}  // namespace
