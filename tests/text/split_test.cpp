// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/string_tests.py, BaseTest.test_split, and Lib/test/test_unicode.py, test_split.
// tests/text/oracle_test.cpp asks for every short text.

#include <regius/text/split.hpp>

#include <support/catch.hpp>
#include <support/text.hpp>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::none;
using regius::split;
using regius::value_error;

namespace {

using regius::tests::strings;
using regius::tests::texts;

struct name {
    std::string text;
    operator std::string_view() const { return text; }
};

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("split: the answers CPython gives by a separator", "[text][split][oracle]") {
    CHECK(texts(split("this is the split function", ' ')) == strings{"this", "is", "the", "split", "function"});
    CHECK(texts(split("a|b|c|d", '|')) == strings{"a", "b", "c", "d"});
    CHECK(texts(split("a|b|c|d", '|', 0)) == strings{"a|b|c|d"});
    CHECK(texts(split("a|b|c|d", '|', 1)) == strings{"a", "b|c|d"});
    CHECK(texts(split("a|b|c|d", '|', 2)) == strings{"a", "b", "c|d"});
    CHECK(texts(split("a|b|c|d", '|', 4)) == strings{"a", "b", "c", "d"});
    CHECK(texts(split("a|b|c|d", '|', 9223372036854775806)) == strings{"a", "b", "c", "d"});
    CHECK(texts(split("a||b||c||d", '|', 2)) == strings{"a", "", "b||c||d"});
    CHECK(texts(split("abcd", '|')) == strings{"abcd"});
    CHECK(texts(split("", '|')) == strings{""});
    CHECK(texts(split("endcase |", '|')) == strings{"endcase ", ""});
    CHECK(texts(split("| startcase", '|')) == strings{"", " startcase"});
    CHECK(texts(split("a\0\0b\0c\0d"sv, '\0', 2)) == strings{"a", "", "b\0c\0d"s});
    CHECK(texts(split("a//b//c//d", "//")) == strings{"a", "b", "c", "d"});
    CHECK(texts(split("a//b//c//d", "//", 2)) == strings{"a", "b", "c//d"});
    CHECK(texts(split("endcase test", "test")) == strings{"endcase ", ""});
    CHECK(texts(split("test begincase", "test")) == strings{"", " begincase"});
    CHECK(texts(split("bbbbbbbbb", "bb")) == strings{"", "", "", "", "b"});
    CHECK(texts(split("aaa", "aaa")) == strings{"", ""});
    CHECK(texts(split("aaa", "aaa", 0)) == strings{"aaa"});
    CHECK(texts(split("abbaab", "ba")) == strings{"ab", "ab"});
    CHECK(texts(split("aa", "aab")) == strings{"aa"});
}

TEST_CASE("split: the answers CPython gives without a separator", "[text][split][oracle]") {
    CHECK(texts(split("this is the split function")) == strings{"this", "is", "the", "split", "function"});
    CHECK(texts(split("a b c d ")) == strings{"a", "b", "c", "d"});
    CHECK(texts(split("a b c d", none, 1)) == strings{"a", "b c d"});
    CHECK(texts(split("a  b  c  d", none, 0)) == strings{"a  b  c  d"});
    CHECK(texts(split("  a b  ", none, 0)) == strings{"a b  "});
    CHECK(texts(split("a  b  c  d", none, 2)) == strings{"a", "b", "c  d"});
    CHECK(texts(split(" ")) == strings{});
    CHECK(texts(split("")) == strings{});
    CHECK(texts(split("  ", none, 0)) == strings{});
    CHECK(texts(split("\n\ta \t\r b \v ")) == strings{"a", "b"});
    CHECK(texts(split("a\0b c"sv)) == strings{"a\0b"s, "c"});
    CHECK(texts(split("\u3000a\u2003b\u00a0\u1680c\u202f")) == strings{"a", "b", "c"});
    CHECK(texts(split("\u200ba")) == strings{"\u200ba"});  // a zero width space separates nothing in Python either
}

TEST_CASE("split: an empty separator is refused at the call", "[text][split]") {
    CHECK_THROWS_AS(split("abc", ""), value_error);
    CHECK_THROWS_WITH(split("abc", ""s), std::string("empty separator"));
    CHECK_THROWS_AS("abc" | split("", 1), value_error);
    CHECK_THROWS_AS("abc" | split(""), value_error);
    char const* const nothing = nullptr;
    CHECK_THROWS_AS(split(nothing), value_error);
    CHECK_THROWS_AS(split("a", nothing), value_error);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("split: both spellings are one tool", "[text][split]") {
    CHECK(texts("a b"sv | split()) == strings{"a", "b"});
    CHECK(texts("a b"sv | split(none)) == strings{"a", "b"});
    CHECK(texts("a b c" | split(none, 1)) == strings{"a", "b c"});
    CHECK(texts("a,b" | split(',')) == strings{"a", "b"});
    CHECK(texts("a,b" | split(",")) == strings{"a", "b"});
    CHECK(texts("a, b" | split(", "s)) == strings{"a", "b"});
    CHECK(texts("a,b,c" | split(',', 1)) == strings{"a", "b,c"});
    CHECK(texts("a,b,c"s | split(","s, 1)) == strings{"a", "b,c"});
    auto const by_comma = split(",");
    CHECK(texts("a,b" | by_comma) == strings{"a", "b"});
    CHECK(texts("a b c d" | split() | std::views::drop(1) | std::views::take(2)) == strings{"b", "c"});
}

TEST_CASE("split: a separator or white space at any distance is found", "[text][split]") {
    for (std::size_t size = 0; size <= 80; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            CAPTURE(size, at);
            auto s = std::string(size, 'x');
            s[at] = ',';
            auto const parts = strings{s.substr(0, at), s.substr(at + 1)};
            CHECK(texts(split(s, ',')) == parts);
            CHECK(texts(split(s, ",")) == parts);
            s[at] = ' ';
            auto words = parts;
            std::erase(words, "");
            CHECK(texts(split(s)) == words);
            if (at + 3 <= size) {
                s.replace(at, 3, "\u3000");
                words = strings{s.substr(0, at), s.substr(at + 3)};
                CHECK(texts(split(s, "\u3000")) == words);
                std::erase(words, "");
                CHECK(texts(split(s)) == words);
            }
        }
}

TEST_CASE("split: internal iteration stops when it is told to, at every piece", "[text][split]") {
    auto const line = "alpha beta,gamma \u3000delta,, epsilon zeta,eta theta,iota kappa "s;
    auto const check = [](auto const& pieces) {
        auto const all = texts(pieces);
        for (std::size_t wanted = 1; wanted <= all.size() + 1; ++wanted) {
            strings seen;
            bool const complete = pieces.for_each_while([&](std::string_view piece) {
                seen.emplace_back(piece);
                return seen.size() < wanted;
            });
            CHECK(complete == (wanted > all.size()));
            CHECK(seen == strings(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(seen.size())));
            CHECK(seen.size() == std::min(wanted, all.size()));
        }
    };
    check(split(line));
    check(split(line, none, 3));
    check(split(line, ','));
    check(split(line, ","));
    check(split(line, ", "));
    check(split(line, ',', 2));
}

// ---------------------------------------------------------------- 3. what the types promise

template <class... Args>
using split_t = decltype(split(std::declval<Args>()...));

static_assert(std::ranges::view<split_t<std::string&>>);
static_assert(std::ranges::view<split_t<std::string>>);
static_assert(std::ranges::view<split_t<std::string, std::string>>);
static_assert(std::ranges::forward_range<split_t<std::string const&> const>);
static_assert(std::ranges::common_range<split_t<std::string const&, char>>);
static_assert(std::same_as<std::ranges::range_value_t<split_t<std::string&>>, std::string_view>);
static_assert(std::ranges::borrowed_range<split_t<std::string&>>);
static_assert(std::ranges::borrowed_range<split_t<std::string_view, char>>);
static_assert(std::ranges::borrowed_range<split_t<char const (&)[4], char const (&)[2]>>);
static_assert(!std::ranges::borrowed_range<split_t<std::string>>);
static_assert(!std::ranges::borrowed_range<split_t<std::string&, std::string>>);
static_assert(std::copyable<split_t<std::string&, char>>);
static_assert(!std::copyable<split_t<std::string>> && std::movable<split_t<std::string>>);

static_assert(std::invocable<decltype(split), std::string>);
static_assert(std::invocable<decltype(split), name&, name>);
static_assert(!std::invocable<decltype(split), int>);
static_assert(!std::invocable<decltype(split), std::nullptr_t>);
static_assert(!std::invocable<decltype(split), std::vector<char>&>);
static_assert(!std::invocable<decltype(split), std::string&, int, int>);
static_assert(!std::invocable<decltype(split), std::string&, char, bool>);
static_assert(!std::invocable<decltype(split), std::string&, char, double>);
static_assert(!std::invocable<decltype(split), std::wstring&>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("split: a piece is a window onto the argument", "[text][split]") {
    std::string line = "some words in a line that is too long to be stored inside the string";
    CHECK((*split(line).begin()).data() == line.data());
    CHECK((*split(line, ' ').begin()).data() == line.data());
}

TEST_CASE("split: a temporary text and a temporary separator are owned, short or long", "[text][split]") {
    for (auto const& word : {"ab"s, std::string(100, 'w')}) {
        CAPTURE(word);
        auto words = split(word + " " + word);
        auto moved_words = std::move(words);
        CHECK(texts(moved_words) == strings{word, word});

        auto pieces = split(word + "--" + word, "-"s + "-");
        auto moved_pieces = std::move(pieces);
        CHECK(texts(moved_pieces) == strings{word, word});

        auto piped = (word + "--" + word) | split("-"s + "-");
        auto moved_piped = std::move(piped);
        CHECK(texts(moved_piped) == strings{word, word});

        auto const closure = split(word, 1);
        auto const kept = ("1" + word + "2" + word + "3") | closure;
        CHECK(texts(kept) == strings{"1", "2" + word + "3"});
        CHECK(texts(split(name{word + " " + word})) == strings{word, word});
        CHECK(texts(split(name{word + "," + word}, name{","})) == strings{word, word});
    }
}

TEST_CASE("split: an iterator outlives a view that borrows", "[text][split]") {
    auto const line = "a b c"s;
    auto it = split(line).begin();
    auto const before = it++;
    CHECK(*before == "a");
    CHECK(*it == "b");
    CHECK(before != it);
    CHECK(std::next(before) == it);
}

TEST_CASE("split: a text that is no text at all", "[text][split]") {
    CHECK(texts(split(std::string_view())) == strings{});
    CHECK(texts(split(std::string_view(), ',')) == strings{""});
    CHECK(texts(split(std::string_view(), ", ")) == strings{""});
    CHECK(texts(split("a", "a")) == strings{"", ""});
    char const unterminated[] = {'a', ' ', 'b'};
    CHECK(texts(split(unterminated)) == strings{"a", "b"});
}

TEST_CASE("split: the pieces can be given to a std container and to a std algorithm", "[text][split]") {
    auto const pieces = split("c a b");
    std::vector<std::string_view> v(pieces.begin(), pieces.end());
    CHECK(v.size() == 3);
    CHECK(std::ranges::distance(pieces) == 3);
    CHECK(*std::ranges::max_element(pieces) == "c");
    CHECK(*std::ranges::find(split("a b"), "b") == "b");
    CHECK(pieces.front() == "c");
    CHECK_FALSE(pieces.empty());
    CHECK(split(" ").empty());
}

// ---------------------------------------------------------------- 5. at compile time

constexpr auto count(auto const& pieces) {
    std::size_t n = 0, size = 0;
    for (auto piece : pieces) ++n, size += piece.size();
    pieces.for_each_while([&](std::string_view piece) { return size -= piece.size(), true; });
    return size == 0 ? n : 0;
}

static_assert(count(split(" a\u3000bc d ")) == 3);
static_assert(count(split("a,b,,c", ',')) == 4);
static_assert(count(split("a, b, c", ", ", 1)) == 2);
static_assert(count("one two three four five six" | split()) == 6);

}  // namespace
