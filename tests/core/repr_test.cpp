// SPDX-License-Identifier: MIT
// Every expected text is what CPython's repr prints for the same value.

#include <regius/core/repr.hpp>

#include <support/catch.hpp>

#include <array>
#include <cmath>
#include <compare>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

using namespace std::literals;
using regius::repr;
using regius::core::reprable;

namespace {

struct point {
    int x, y;
    std::string repr() const { return "point(" + ::repr(x) + ", " + ::repr(y) + ")"; }
};

struct opaque {};

enum class colour : std::uint8_t { red = 1, blue = 200 };
enum plain { small = -3 };

struct tree : std::map<std::string, tree> {};

struct named {
    operator std::string_view() const { return "Ada"; }
};

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("repr: bool and None", "[core][repr]") {
    CHECK(repr(true) == "True");
    CHECK(repr(false) == "False");
    CHECK(repr(std::true_type{}) == "True");
    CHECK(repr(nullptr) == "None");
    CHECK(repr(std::nullopt) == "None");
    CHECK(repr(std::monostate{}) == "None");
    CHECK(repr(regius::none) == "None");
    CHECK(repr(static_cast<char const*>(nullptr)) == "None");
}

TEST_CASE("repr: integers of every width", "[core][repr]") {
    CHECK(repr(0) == "0");
    CHECK(repr(-17) == "-17");
    CHECK(repr(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(repr(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
    CHECK(repr(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
    CHECK(repr(std::int8_t{-128}) == "-128");
    CHECK(repr(std::uint8_t{255}) == "255");
    CHECK(repr(short{-5}) == "-5");
    CHECK(repr(u8'a') == "97");
    CHECK(repr(U'\u20ac') == "8364");
    CHECK(repr(colour::blue) == "200");
    CHECK(repr(small) == "-3");
}

TEST_CASE("repr: floating point reads back as the same number", "[core][repr]") {
    CHECK(repr(1.0) == "1.0");
    CHECK(repr(-0.0) == "-0.0");
    CHECK(repr(0.0) == "0.0");
    CHECK(repr(0.1) == "0.1");
    CHECK(repr(0.1 + 0.2) == "0.30000000000000004");
    CHECK(repr(1.0 / 3) == "0.3333333333333333");
    CHECK(repr(123456.789) == "123456.789");
    CHECK(repr(100.0) == "100.0");
    CHECK(repr(12.0) == "12.0");
    CHECK(repr(1e15) == "1000000000000000.0");
    CHECK(repr(9999999999999998.0) == "9999999999999998.0");
    CHECK(repr(1e16) == "1e+16");
    CHECK(repr(12345678901234567890.0) == "1.2345678901234567e+19");
    CHECK(repr(1e22) == "1e+22");
    CHECK(repr(1e23) == "1e+23");
    CHECK(repr(1e100) == "1e+100");
    CHECK(repr(0.0001) == "0.0001");
    CHECK(repr(0.00012345) == "0.00012345");
    CHECK(repr(0.00001) == "1e-05");
    CHECK(repr(1.5e-7) == "1.5e-07");
    CHECK(repr(5e-324) == "5e-324");
    CHECK(repr(-1.7976931348623157e308) == "-1.7976931348623157e+308");
    CHECK(repr(std::numeric_limits<double>::infinity()) == "inf");
    CHECK(repr(-std::numeric_limits<double>::infinity()) == "-inf");
    CHECK(repr(std::numeric_limits<double>::quiet_NaN()) == "nan");
    CHECK(repr(-std::numeric_limits<double>::quiet_NaN()) == "nan");
    CHECK(repr(0.1F) == "0.1");
    CHECK(repr(16777216.0F) == "16777216.0");
    CHECK(repr(2.5L) == "2.5");
}

TEST_CASE("repr: strings take the quote that needs no escape", "[core][repr]") {
    CHECK(repr("") == "''");
    CHECK(repr("abc") == "'abc'");
    CHECK(repr("it's") == "\"it's\"");
    CHECK(repr("say \"hi\"") == "'say \"hi\"'");
    CHECK(repr("it's \"hi\"") == "'it\\'s \"hi\"'");
    CHECK(repr("a\\b") == "'a\\\\b'");
    CHECK(repr("\n\t\r") == "'\\n\\t\\r'");
    CHECK(repr("\v\f\x1b\x7f") == "'\\x0b\\x0c\\x1b\\x7f'");
    CHECK(repr("a\0b"sv) == "'a\\x00b'");
    CHECK(repr("abc"s) == "'abc'");
    CHECK(repr('c') == "'c'");
    CHECK(repr('\'') == "\"'\"");
    CHECK(repr('\n') == "'\\n'");
    CHECK(repr(named{}) == "'Ada'");
    char const unterminated[] = {'a', 'b'};
    CHECK(repr(unterminated) == "'ab'");
    char buffer[16] = "ab";
    CHECK(repr(buffer) == "'ab'");
    CHECK(repr(&buffer[0]) == "'ab'");
}

TEST_CASE("repr: UTF-8 is printed as it is, unless it cannot be seen", "[core][repr]") {
    CHECK(repr("na\u00efve \u20ac \U0001F600 \u4e2d") == "'na\u00efve \u20ac \U0001F600 \u4e2d'");
    CHECK(repr("\u0085\u00a0\u00ad") == "'\\x85\\xa0\\xad'");
    CHECK(repr("\u200b\u2028\u3000\ufeff") == "'\\u200b\\u2028\\u3000\\ufeff'");
    CHECK(repr("\U000E0001\U0010FFFF") == "'\\U000e0001\\U0010ffff'");
    CHECK(repr("\u0890\u08e2\U000110bd\U0001343f\U0001bca0\U0001d173\U00050000") ==
          "'\\u0890\\u08e2\\U000110bd\\U0001343f\\U0001bca0\\U0001d173\\U00050000'");
    CHECK(repr("\u845b\U000E0100") == "'\u845b\U000E0100'");  // a variation selector changes the letter before it
}

TEST_CASE("repr: a byte that is not valid UTF-8 is escaped, and no byte is lost", "[core][repr]") {
    CHECK(repr("\xff"
               "a\x80") == "'\\xffa\\x80'");
    CHECK(repr("\xe2\x82") == "'\\xe2\\x82'");  // cut short
    CHECK(repr("\xc0\xaf") == "'\\xc0\\xaf'");  // too long a form of '/'
    CHECK(repr("\xe0\x80\xaf") == "'\\xe0\\x80\\xaf'");
    CHECK(repr("\xf0\x80\x80\xaf") == "'\\xf0\\x80\\x80\\xaf'");
    CHECK(repr("\xed\xa0\x80") == "'\\xed\\xa0\\x80'");           // a surrogate
    CHECK(repr("\xf4\x90\x80\x80") == "'\\xf4\\x90\\x80\\x80'");  // past the last code point
    CHECK(repr("\xe2\x82\xe2\x82\xac") == "'\\xe2\\x82\u20ac'");
}

TEST_CASE("repr: optional and variant print what they hold", "[core][repr]") {
    CHECK(repr(std::optional(3)) == "3");
    CHECK(repr(std::optional<int>()) == "None");
    CHECK(repr(std::optional("a"s)) == "'a'");
    CHECK(repr(std::variant<std::monostate, int, std::string>("a")) == "'a'");
    CHECK(repr(std::variant<std::monostate, int>()) == "None");
    CHECK(repr(std::variant<int, std::vector<int>>(std::vector{1})) == "[1]");
}

TEST_CASE("repr: pairs and tuples", "[core][repr]") {
    CHECK(repr(std::pair(1, "a")) == "(1, 'a')");
    CHECK(repr(std::tuple(1, 2.0, 'c')) == "(1, 2.0, 'c')");
    CHECK(repr(std::tuple(1)) == "(1,)");
    CHECK(repr(std::tuple()) == "()");
    int one = 1;
    CHECK(repr(std::tie(one)) == "(1,)");
}

TEST_CASE("repr: ranges are lists", "[core][repr]") {
    CHECK(repr(std::vector{1, 2, 3}) == "[1, 2, 3]");
    CHECK(repr(std::vector<int>()) == "[]");
    CHECK(repr(std::vector{true, false}) == "[True, False]");
    CHECK(repr(std::array{1, 2}) == "[1, 2]");
    CHECK(repr(std::array<int, 0>{}) == "[]");
    CHECK(repr(std::list{"a"s}) == "['a']");
    CHECK(repr(std::deque{'a', 'b'}) == "['a', 'b']");
    int const array[] = {1, 2};
    CHECK(repr(array) == "[1, 2]");
    CHECK(repr(std::vector{std::pair(1, 'a')}) == "[(1, 'a')]");
    CHECK(repr(std::vector{std::vector{1}, {}, {2, 3}}) == "[[1], [], [2, 3]]");
    CHECK(repr(std::views::iota(0, 3)) == "[0, 1, 2]");
    CHECK(repr(std::u32string(U"a")) == "[97]");
    std::vector const numbers{1, 2, 3, 4};
    auto even = numbers | std::views::filter([](int n) { return n % 2 == 0; });
    CHECK(repr(even) == "[2, 4]");
    std::vector flags{true};
    CHECK(repr(flags[0]) == "True");
    std::istringstream in("1 2 3");
    CHECK(repr(std::views::istream<int>(in)) == "[1, 2, 3]");
}

TEST_CASE("repr: sets and maps", "[core][repr]") {
    CHECK(repr(std::set{2, 1}) == "{1, 2}");
    CHECK(repr(std::set<int>()) == "set()");
    CHECK(repr(std::set{std::pair(1, 2)}) == "{(1, 2)}");
    CHECK(repr(std::map<std::string, int>{{"a", 1}, {"b", 2}}) == "{'a': 1, 'b': 2}");
    CHECK(repr(std::map<int, int>()) == "{}");
    CHECK(repr(std::multimap<int, char>{{1, 'a'}, {1, 'b'}}) == "{1: 'a', 1: 'b'}");
    CHECK(repr(std::unordered_map<int, std::vector<double>>{{1, {0.5}}}) == "{1: [0.5]}");
}

TEST_CASE("repr: a type says itself how it prints", "[core][repr]") {
    CHECK(repr(point{1, 2}) == "point(1, 2)");
    CHECK(repr(std::vector{point{1, 2}}) == "[point(1, 2)]");
    CHECK(repr(std::optional(point{1, 2})) == "point(1, 2)");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("repr: every power of ten reads back", "[core][repr]") {
    for (int e = -300; e <= 300; ++e)
        for (double const digits : {1.0, 1.2345, 9.999999999999998}) {
            double const x = digits * std::pow(10.0, e);
            CAPTURE(x);
            CHECK(std::stod(repr(x)) == x);
        }
}

TEST_CASE("repr: appending leaves what was there", "[core][repr]") {
    std::string out = "x = ";
    regius::core::append_repr(out, std::vector{1});
    CHECK(out == "x = [1]");
}

TEST_CASE("repr: a type that contains itself prints to its depth", "[core][repr]") {
    tree root;
    root["a"]["b"];
    root["c"];
    CHECK(repr(root) == "{'a': {'b': {}}, 'c': {}}");
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(reprable<int> && reprable<int const&> && reprable<std::string> && reprable<char const (&)[3]>);
static_assert(reprable<std::map<std::string, std::vector<std::optional<int>>>>);
static_assert(reprable<std::variant<int, std::tuple<std::string, bool>>>);
static_assert(reprable<tree> && reprable<point> && reprable<colour> && reprable<std::vector<bool>>);
static_assert(!reprable<opaque>);
static_assert(!reprable<std::vector<opaque>> && !reprable<std::optional<opaque>> && !reprable<std::pair<int, opaque>>);
static_assert(!reprable<std::variant<int, opaque>> && !reprable<std::map<int, opaque>>);
static_assert(!reprable<int*> && !reprable<void*> && !reprable<std::unique_ptr<int>>);
static_assert(!reprable<std::filesystem::path>);
static_assert(!reprable<void> && !reprable<int(int)>);
constexpr auto captureless = [] { return 1; };
static_assert(!reprable<decltype(captureless)>);

static_assert(std::invocable<decltype(repr), std::vector<int>>);
static_assert(!std::invocable<decltype(repr), opaque>);

// ---------------------------------------------------------------- 5. at compile time

#if !(defined(__clang__) && defined(__GLIBCXX__) && __GLIBCXX__ < 20230000)  // libstdc++ 12's string: gcc only
static_assert(repr(std::array{1, -20}) == "[1, -20]");
static_assert(repr(std::pair("it's"sv, true)) == "(\"it's\", True)");
#endif

}  // namespace
