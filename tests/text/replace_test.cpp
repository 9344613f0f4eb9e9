// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, BaseTest.test_replace.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/replace.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

using namespace std::literals;
using regius::replace;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("replace: the answers CPython gives", "[text][replace][oracle]") {
    CHECK(replace("", "", "") == "");
    CHECK(replace("", "", "A") == "A");
    CHECK(replace("", "A", "AA") == "");
    CHECK(replace("A", "", "*-") == "*-A*-");
    CHECK(replace("AA", "", "*-") == "*-A*-A*-");
    CHECK(replace("AA", "", "*-", 2) == "*-A*-A");
    CHECK(replace("AA", "", "*-", 1) == "*-AA");
    CHECK(replace("AA", "", "*-", 0) == "AA");
    CHECK(replace("abc", "", "-") == "-a-b-c-");
    CHECK(replace("\u00e9", "", "-") == "-\u00e9-");
    CHECK(replace("A", "A", "") == "");
    CHECK(replace("AAA", "A", "", 2) == "A");
    CHECK(replace("ABACADA", "A", "", 2) == "BCADA");
    CHECK(replace("here and there", "the", "") == "here and re");
    CHECK(replace("Who goes there?", "o", "O", 1) == "WhO goes there?");
    CHECK(replace("bobob", "bob", "cat") == "catob");
    CHECK(replace("bobobXbobob", "bob", "BOBBY") == "BOBBYobXBOBBYob");
    CHECK(replace("Reminiscence", "i", "##") == "Rem##n##scence");
    CHECK(replace("spam, spam, eggs", "spam", "ham", 1) == "ham, spam, eggs");
    CHECK(replace("bobobob", "bobob", "bob") == "bobob");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("replace: both spellings are one tool", "[text][replace]") {
    CHECK(("a\tb" | replace('\t', ' ')) == "a b");
    CHECK(("a--b"s | replace("--"s, "+"s)) == "a+b");
    CHECK(("aaa" | replace("a", "b", 2)) == "bba");
}

TEST_CASE("replace: a place anywhere in a long text is replaced", "[text][replace]") {
    for (std::size_t size = 4; size <= 150; ++size)
        for (std::size_t at = 0; at + 4 <= size; at += 3) {
            auto text = std::string(size, 'x');
            text.replace(at, 4, "spam");
            for (std::string_view const with : {"ham", "eggs", "a much longer breakfast"}) {
                auto expected = text;
                expected.replace(at, 4, with);
                if (replace(text, "spam", with) != expected) FAIL(text);
            }
        }
    SUCCEED();
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::same_as<decltype(replace("a", 'b', "c")), std::string>);
static_assert(!std::invocable<decltype(replace), std::string&, int, int>);
static_assert(!std::invocable<decltype(replace), std::string&, char, char, bool>);
static_assert(!std::invocable<decltype(replace), std::string&>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("replace: an owned text is changed in place where it keeps its size", "[text][replace]") {
    auto const long_text = std::string(100, 'a');
    for (auto const& [old, with] : {std::pair("b"s, "ccc"s), {"a"s, "b"s}, {"aa"s, "bb"s}}) {
        auto text = long_text;
        char const* const begin = text.data();
        auto const expected = replace(text, old, with);
        auto const result = replace(std::move(text), old, with);
        CHECK(result == expected);
        CHECK(result.data() == begin);
    }
}

TEST_CASE("replace: what is looked for may be a part of an owned text", "[text][replace]") {
    for (std::size_t const size : {2U, 50U}) {
        auto text = std::string(size, 'a') + "X" + std::string(size, 'b') + "X";
        auto const x = std::string_view(text).substr(size, 1);
        auto const expected = std::string(size, 'a') + "-" + std::string(size, 'b') + "-";
        CHECK(replace(std::move(text), x, "-") == expected);
    }
    auto text = "aXbX"s;
    CHECK(replace(text, text.substr(1, 1), text) == "aaXbXbaXbX");
}

// ---------------------------------------------------------------- 5. at compile time

#if !(defined(__clang__) && defined(__GLIBCXX__) && __GLIBCXX__ < 20230000)  // libstdc++ 12's string: gcc only
static_assert(replace("spam, spam", "spam", "eggs", 1) == "eggs, spam");
static_assert(replace("ab", "", "-") == "-a-b-" && replace("ab", "b", "ccc") == "accc");
#endif

}  // namespace
