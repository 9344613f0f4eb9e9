// SPDX-License-Identifier: MIT
// Mirrors CPython, str() and format() of containers.

#include <regius/builtins/format.hpp>  // first, so the header must stand on its own

#include <regius/builtins/dict.hpp>
#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/collections/chain_map.hpp>
#include <regius/collections/counter.hpp>
#include <regius/collections/defaultdict.hpp>
#include <regius/collections/deque.hpp>
#include <regius/collections/ordered_dict.hpp>
#include <regius/core/cached_function.hpp>
#include <regius/itertools/pairwise.hpp>
#include <support/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::dict;

struct not_printable {};

template <class T>
std::string streamed(T const& x) {
    std::ostringstream out;
    out << x;
    return out.str();
}

template <class T>
concept streams = requires(std::ostringstream& out, T const& x) { out << x; };

TEST_CASE("repr, << and format: each container prints one text", "[builtins][format]") {
    dict<std::string, int> const d{{"it's", 1}, {"b", 2}};
    regius::counter const c("abracadabra"s);
    regius::defaultdict<int, std::vector<int>> f;
    f[1].push_back(2);
    regius::ordered_dict<int, double> const o{{2, 1.0}};
    regius::chain_map const chain(d, d);
    regius::deque<int> const q({1, 2}, regius::maxlen(5));

    auto const check = [](auto const& x, std::string const& text) {
        CHECK(regius::repr(x) == text);
        CHECK(streamed(x) == text);
#if defined(__cpp_lib_format)
        CHECK(std::format("{}", x) == text);
        CHECK(std::format("{:*>80}|", x) == std::string(80 - text.size(), '*') + text + '|');
        CHECK(std::format("{:.5}", x) == text.substr(0, 5));
#endif
    };
    check(regius::cache_counts{.hits = 1, .misses = 2, .maxsize = 3, .currsize = 2},
          "CacheInfo(hits=1, misses=2, maxsize=3, currsize=2)");
    check(d, R"({"it's": 1, 'b': 2})");
    check(c, "counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1})");
    check(f, "defaultdict({1: [2]})");
    check(o, "ordered_dict({2: 1.0})");
    check(chain, R"(chain_map({"it's": 1, 'b': 2}, {"it's": 1, 'b': 2}))");
    check(q, "deque([1, 2], maxlen=5)");
    check(dict<int, regius::deque<int>>{{1, q}}, "{1: deque([1, 2], maxlen=5)}");
}

static_assert(streams<dict<int, int>>);
static_assert(!streams<dict<int, not_printable>>);
static_assert(!streams<regius::defaultdict<int, not_printable>>);
static_assert(!streams<regius::deque<not_printable>>);
static_assert(sizeof(regius::ordered_dict<int, int>) == sizeof(dict<int, int>));
static_assert(sizeof(regius::counter<int>) == sizeof(dict<int, int>));

#if defined(__cpp_lib_format)

template <class T>
concept formats = std::is_default_constructible_v<std::formatter<T, char>>;

static_assert(formats<dict<int, int>>);
static_assert(!formats<dict<int, not_printable>>);
static_assert(!formats<regius::deque<not_printable>>);
static_assert(!formats<not_printable>);

TEST_CASE("format: what is read from a counter is a number", "[builtins][format]") {
    regius::counter c("aab"s);
    CHECK(std::format("{} {:>3} {}", c['a'], c['b'], c['x']) == "2   1 0");
    CHECK(c.size() == 2);
}

#if defined(__cpp_lib_format_ranges)

TEST_CASE("format: containers within ranges are not quoted, rows are tuples", "[builtins][format]") {
    CHECK(std::format("{}", std::vector{regius::deque<int>{1}}) == "[deque([1])]");
    CHECK(std::format("{}", std::vector{dict<int, int>{{1, 2}}}) == "[{1: 2}]");
    CHECK(std::format("{}", regius::zip(std::vector{1, 2}, "ab"s)) == "[(1, 'a'), (2, 'b')]");
    for (auto&& row : regius::enumerate("a"s)) CHECK(std::format("{}", row) == "(0, 'a')");
    CHECK(std::format("{}", regius::pairwise(std::vector{1, 2})) == "[(1, 2)]");
}

#endif

TEST_CASE("format: refuses what is no spec of a text", "[builtins][format]") {
    regius::deque<int> const q{1};
    CHECK_THROWS_AS(std::vformat("{:d}", std::make_format_args(q)), std::format_error);
}

#else

TEST_CASE("format: this standard library has no <format>", "[builtins][format]") { WARN("SKIPPED: no <format>"); }

#endif

}  // namespace
