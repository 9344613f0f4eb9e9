// SPDX-License-Identifier: MIT
// The value cases of CPython 3.13, Lib/test/test_collections.py, TestCounter.

#include <regius/collections/counter.hpp>

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/to.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/itertools/batched.hpp>
#include <regius/itertools/combinations.hpp>
#include <regius/itertools/pairwise.hpp>
#include <regius/more_itertools/sliding_window.hpp>
#include <regius/more_itertools/windowed.hpp>
#include <support/bomb.hpp>
#include <support/catch.hpp>
#include <support/model.hpp>
#include <support/sources.hpp>
#include <support/stable_sort.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <random>
#include <ranges>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if defined(__cpp_lib_format_ranges)
#include <format>
#endif

using namespace std::literals;
using regius::counter;
using regius::repr;
using regius::tests::fuse;
using regius::tests::step;

namespace {

using words = counter<std::string>;
using letters = counter<char>;

template <class C>
std::string in_order(C const& c) {  // as a dict, and not by frequency
    return repr(c | regius::to<std::vector>());
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("counter: a count prints as a number, and printing one that is missing inserts nothing",
          "[collections][counter]") {
    counter<std::string> c{{"a", 3}};
    CHECK(regius::repr(c["a"]) == "3");
    CHECK(regius::repr(c["z"]) == "0");
    CHECK(c.size() == 1);
}

TEST_CASE("counter: counts letters", "[collections][counter]") {
    counter c("abcaba"sv);
    CHECK(c == letters{{'a', 3}, {'b', 2}, {'c', 1}});
    CHECK(c.size() == 3);
    CHECK(c.total() == 6);
    CHECK(repr(c) == "counter({'a': 3, 'b': 2, 'c': 1})");
    CHECK(repr(c.keys()) == "dict_keys(['a', 'b', 'c'])");
    CHECK(c['b'] == 2);
    CHECK(c['z'] == 0);
    CHECK_FALSE(c.contains('z'));
    CHECK(c.get('b', 10) == 2);
    CHECK(c.get('z', 10) == 10);
    CHECK(repr(c.elements()) == "['a', 'a', 'a', 'b', 'b', 'c']");

    c['a'] += 1;   // increment an existing value
    c['b'] -= 2;   // to zero
    c.erase('c');  // remove an entry
    c.erase('c');  // again: no error
    c['d'] -= 2;   // a missing value counts from 0
    c['e'] = -5;   // directly
    c['f'] += 4;
    CHECK(in_order(c) == "[('a', 4), ('b', 0), ('d', -2), ('e', -5), ('f', 4)]");
    CHECK(repr(c.elements()) == "['a', 'a', 'a', 'a', 'f', 'f', 'f', 'f']");
    CHECK(c.pop('f') == 4);
    CHECK(c.setdefault('d', 9) == -2);
    CHECK(c.total() == -3);
    CHECK(repr(letters()) == "counter()");
    c.clear();
    CHECK(c == letters());
}

TEST_CASE("counter: most_common gives ties in the order they were first seen", "[collections][counter]") {
    counter const c("abracadabra"sv);
    CHECK(repr(c.most_common()) == "[('a', 5), ('b', 2), ('r', 2), ('c', 1), ('d', 1)]");
    CHECK(repr(c.most_common(3)) == "[('a', 5), ('b', 2), ('r', 2)]");
    CHECK(repr(c.most_common(1)) == "[('a', 5)]");
    CHECK(c.most_common(0).empty());
    CHECK(c.most_common(-1).empty());
    CHECK(c.most_common(100).size() == 5);
    CHECK(repr(counter("zyx"sv).most_common(2)) == "[('z', 1), ('y', 1)]");
}

TEST_CASE("counter: reading never inserts, writing does", "[collections][counter]") {
    words c;
    CHECK(c["spam"] == 0);
    CHECK(std::as_const(c)["spam"] == 0);
    std::int64_t const n = c["spam"];
    CHECK(n == 0);
    CHECK(c.empty());
    CHECK(++c["spam"] == 1);
    CHECK(c["spam"]++ == 1);
    CHECK(--c["spam"] == 1);
    CHECK(c["spam"]-- == 1);
    CHECK(c["spam"] == 0);
    CHECK(c.contains("spam"));
    c["eggs"] = c["ham"];
    CHECK(in_order(c) == "[('spam', 0), ('eggs', 0)]");
    c["eggs"s] = 7;
    std::string const key = "ham";
    c[key] = c["eggs"];
    c[key] *= 4;
    c[key] /= 4;
    CHECK(c[key] == 7);
    std::ostringstream out;
    out << c["eggs"] << ' ' << c;
    CHECK(out.str() == "7 counter({'eggs': 7, 'ham': 7, 'spam': 0})");
}

TEST_CASE("counter: from pairs, from a map, from another counter; update adds, subtract takes away",
          "[collections][counter]") {
    CHECK(words{{"a", 3}, {"b", 1}, {"a", 2}} == words{{"a", 5}, {"b", 1}});
    CHECK(counter(std::map<std::string, int>{{"x", 2}}) == words{{"x", 2}});
    CHECK(words(std::vector<std::pair<std::string_view, int>>{{"x", 2}, {"x", 3}}) == words{{"x", 5}});
    CHECK(words{"a", "b", "a"} == words{{"a", 2}, {"b", 1}});
    CHECK(repr(counter{1, 2, 1}) == "counter({1: 2, 2: 1})");
    CHECK(counter("spam").size() == 4);  // and no '\0'

    letters c("aaab"sv);
    c.update("ab"sv);
    c.update(letters{{'a', 10}});
    c.update(c);
    CHECK(in_order(c) == "[('a', 28), ('b', 4)]");
    c.subtract("bbbbbz"sv);
    c.subtract(letters{{'a', 30}});
    CHECK(in_order(c) == "[('a', -2), ('b', -1), ('z', -1)]");
    CHECK(words(words{{"q", -1}})["q"] == -1);

    c.update({'b', 'b', 'q'});
    c.subtract({'a', 'q'});
    CHECK(in_order(c) == "[('a', -3), ('b', 1), ('z', -1), ('q', 0)]");
    words some;
    some.update({"one", "two", "one"});
    some.update({{"one", 5}});
    some.subtract({"three"});
    CHECK(repr(some) == "counter({'one': 7, 'two': 1, 'three': -1})");
}

TEST_CASE("counter: + - | & keep what is positive, in left order and then in right order", "[collections][counter]") {
    letters const a{{'x', 4}, {'y', 2}, {'n', -3}, {'p', 0}}, b{{'z', 1}, {'y', 5}, {'x', -1}, {'m', -2}};
    CHECK(in_order(a + b) == "[('x', 3), ('y', 7), ('z', 1)]");
    CHECK(in_order(a - b) == "[('x', 5), ('m', 2)]");
    CHECK(in_order(a | b) == "[('x', 4), ('y', 5), ('z', 1)]");
    CHECK(in_order(a & b) == "[('y', 2)]");
    CHECK(in_order(+a) == "[('x', 4), ('y', 2)]");
    CHECK(in_order(-a) == "[('n', 3)]");
    auto c = a;
    c += b;
    CHECK(in_order(c) == "[('x', 3), ('y', 7), ('z', 1)]");
    (c = a) -= b;
    CHECK(in_order(c) == "[('x', 5), ('m', 2)]");
    (c = a) |= b;
    CHECK(in_order(c) == "[('x', 4), ('y', 5), ('z', 1)]");
    (c = a) &= b;
    CHECK(in_order(c) == "[('y', 2)]");
    c += c;
    CHECK(in_order(c) == "[('y', 4)]");
    c -= c;
    CHECK(c.empty());
}

TEST_CASE("counter: compares as a multiset, where what is missing counts 0", "[collections][counter]") {
    CHECK(letters{{'a', 1}} == letters{{'a', 1}, {'b', 0}});
    CHECK(letters{{'a', -1}} <= letters());
    CHECK_FALSE(letters{{'a', -1}} >= letters());
    CHECK(letters() > letters{{'a', -1}});
    CHECK(letters{{'a', 3}, {'b', 2}, {'c', 0}} == letters("ababa"sv));
    CHECK(letters("ababa"sv) != letters("babab"sv));
    CHECK(letters{{'a', 1}, {'b', 2}} <= letters{{'b', 2}, {'a', 1}, {'c', 1}});
    CHECK(letters{{'a', 1}} < letters{{'a', 1}, {'b', 1}});
    CHECK_FALSE(letters{{'a', 2}} <= letters{{'a', 1}, {'b', 5}});
    CHECK_FALSE(letters{{'a', 1}} < letters{{'a', 1}, {'b', 0}});
    CHECK(letters{{'a', 2}} >= letters{{'a', 1}});
}

#if defined(__cpp_lib_format_ranges)
TEST_CASE("counter: std::format prints it as repr does, not as just any range", "[collections][counter]") {
    CHECK(std::format("{}", letters("aab"sv)) == "counter({'a': 2, 'b': 1})");
}
#endif

// ---------------------------------------------------------------- 2. properties

// Lib/test/test_collections.py, test_multiset_operations: for all small counters.
TEST_CASE("counter: the operations agree with arithmetic on every value", "[collections][counter]") {
    std::mt19937 random(1);
    for (int trial = 0; trial < 500; ++trial) {
        letters p, q;
        for (char x : "abcd"sv) {
            if (random() % 4 != 0) p[x] = static_cast<int>(random() % 9) - 4;
            if (random() % 4 != 0) q[x] = static_cast<int>(random() % 9) - 4;
        }
        bool le = true, eq = true;
        for (char x : "abcd"sv) {
            std::int64_t const m = p[x], n = q[x];
            CHECK((p + q)[x] == std::max<std::int64_t>(0, m + n));
            CHECK((p - q)[x] == std::max<std::int64_t>(0, m - n));
            CHECK((p | q)[x] == std::max<std::int64_t>({0, m, n}));
            CHECK((p & q)[x] == std::max<std::int64_t>(0, std::min(m, n)));
            le = le && m <= n;
            eq = eq && m == n;
        }
        CHECK((p <= q) == le);
        CHECK((p == q) == eq);
        CHECK((p < q) == (le && !eq));
        CHECK((q >= p) == le);
        CHECK((q > p) == (le && !eq));
        for (auto const& [x, n] : p + q) CHECK(n > 0);
    }
}

TEST_CASE("counter: a range, a loop and a model count the same, in the same order", "[collections][counter]") {
    std::mt19937 random(2);
    for (std::size_t size : {0U, 1U, 31U, 32U, 33U, 1000U, 50000U}) {
        std::vector<int> numbers;
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < size; ++i) {
            numbers.push_back(static_cast<int>(random() % (size / 3 + 1)));
            texts.push_back(std::string(static_cast<std::size_t>(numbers.back() % 20), 'x') +
                            std::to_string(numbers.back()));
        }
        counter<int> by_loop;
        std::map<int, std::int64_t> model;
        for (int x : numbers) ++by_loop[x], ++model[x];
        counter<int> const whole(numbers);
        CHECK(in_order(whole) == in_order(by_loop));
        CHECK(whole.size() == model.size());
        for (auto const& [x, n] : model) REQUIRE(whole[x] == n);

        std::vector<std::string_view> const views(texts.begin(), texts.end());
        std::stringstream lines;
        for (auto const& t : texts) lines << t << '\n';
        words const from_strings(texts);
        words const from_views(views);
        words const from_stream(std::ranges::istream_view<std::string>{lines});
        CHECK(from_strings == from_views);
        CHECK(in_order(from_strings) == in_order(from_stream));
        CHECK(in_order(counter(views)) == in_order(from_strings));
        CHECK(from_strings.total() == static_cast<std::int64_t>(size));

        auto const sorted = by_loop.most_common();
        for (std::size_t n : {std::size_t{1}, std::size_t{5}, size / 4})
            CHECK(
                by_loop.most_common(n) ==
                std::vector(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(std::min(n, sorted.size()))));
    }
}

// Whether a counter and a model of std::maps differ after any of the steps.
bool disagree(std::vector<step> const& steps, unsigned keys) {
    counter<int> c;
    regius::tests::ordered_model<int, std::int64_t> m;
    auto const purge = [&m] {
        for (auto const& [k, n] : m.listed())
            if (n <= 0) m.erase(k);
    };
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto const number = steps[i].number;
        int const key = static_cast<int>(number % keys);
        int const n = static_cast<int>(number >> 16) % 9 - 3;
        std::vector<int> some;
        for (auto x = number; x % 8 != 0; x = x / 8 * 1664525 + 1013904223)
            some.push_back(static_cast<int>(x / 8 % keys));
        std::vector<std::pair<int, int>> pairs;
        for (int k : some) pairs.emplace_back(k, (k + n) % 7 - 2);
        auto const other = [&] { return counter<int>(pairs); };
        auto const others = [&] {
            regius::tests::ordered_model<int, std::int64_t> result;
            for (auto const& [k, v] : pairs) result[k] += v;
            return result.listed();
        };
        switch (steps[i].operation % 32) {
            case 0:
            case 1:
            case 2: ++c[key], ++m[key]; break;
            case 3: --c[key], --m[key]; break;
            case 4: c[key] += n, m[key] += n; break;
            case 5: c[key] -= n, m[key] -= n; break;
            case 6: c[key] = n, m[key] = n; break;
            case 7:
            case 8: c.erase(key), m.erase(key); break;
            case 9:
                if (c.empty()) break;
                if (c.popitem() != m.listed().back()) return true;
                m.erase_last();
                break;
            case 10:
                c.update(some);
                for (int k : some) ++m[k];
                break;
            case 11:
                c.subtract(some);
                for (int k : some) --m[k];
                break;
            case 12:
                c.update(pairs);
                for (auto const& [k, v] : pairs) m[k] += v;
                break;
            case 13:
                c.subtract(pairs);
                for (auto const& [k, v] : pairs) m[k] -= v;
                break;
            case 14:
                c += other();
                for (auto const& [k, v] : others()) m[k] += v;
                purge();
                break;
            case 15:
                c -= other();
                for (auto const& [k, v] : others()) m[k] -= v;
                purge();
                break;
            case 16:
                c |= other();
                for (auto const& [k, v] : others())
                    if (v > (m.find(k) != nullptr ? *m.find(k) : 0)) m[k] = v;
                purge();
                break;
            case 17: {
                if (number % 16 != 0) break;
                auto const right = other();
                c &= right;
                for (auto const& [k, v] : m.listed()) m[k] = std::min(v, right[k]);
                purge();
                break;
            }
            case 18:
                if (number % 64 == 0)
                    c = -c;
                else if (number % 4 == 0)
                    c = +c;
                else
                    break;
                for (auto const& [k, v] : m.listed()) m[k] = number % 64 == 0 ? -v : v;
                purge();
                break;
            case 19: {
                if (number % 16 != 0) break;
                auto sorted = m.listed();
                regius::tests::stable_sort(sorted, std::greater(), [](auto const& pair) { return pair.second; });
                auto const size = std::min(sorted.size(), static_cast<std::size_t>(std::max(n, 0)));
                if (c.most_common() != sorted) return true;
                sorted.resize(size);
                if (c.most_common(n) != sorted) return true;
                break;
            }
            case 20:
                if (number % 512 == 0) c.clear(), m = {};
                break;
            case 21: {
                auto copy = c;
                if (!(copy == c)) return true;
                c = std::move(copy);
                break;
            }
            default: {
                auto const* const there = m.find(key);
                if (std::as_const(c)[key] != (there != nullptr ? *there : 0)) return true;
                if (c.contains(key) != (there != nullptr)) return true;
            }
        }
        if (c.size() != m.size()) return true;
        if (i % 37 == 0 || i + 1 == steps.size())
            if (!m.is(c)) return true;
    }
    return false;
}

TEST_CASE("counter: does what a model of std::maps does, a million times", "[collections][counter]") {
    for (unsigned keys : {3U, 10U, 40U})
        CHECK(regius::tests::random_steps([&](auto const& steps) { return disagree(steps, keys); }, 34, 10000, keys) ==
              "");
}

// ---------------------------------------------------------------- 3. what the types promise

// One-shot string_views: the buffer behind each is gone with the next.
class reused_buffer {
    std::istream* in_;
    std::string buffer_;

public:
    explicit reused_buffer(std::istream& in) : in_(&in) {}
    class iterator {
        reused_buffer* of_;

    public:
        using difference_type = std::ptrdiff_t;
        using value_type = std::string_view;
        explicit iterator(reused_buffer* of) : of_(of) { ++*this; }
        iterator(iterator&&) = default;
        iterator& operator=(iterator&&) = default;
        std::string_view operator*() const { return of_->buffer_; }
        iterator& operator++() {
            *of_->in_ >> of_->buffer_;
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const { return !*of_->in_; }
    };
    iterator begin() { return iterator(this); }
    std::default_sentinel_t end() const { return {}; }
};

TEST_CASE("counter: string_views of a one-shot range become strings, others stay what they are",
          "[collections][counter]") {
    std::istringstream in("x yy x");
    reused_buffer source(in);
    counter c(source);
    static_assert(std::same_as<decltype(c), words>);
    CHECK(repr(c) == "counter({'x': 2, 'yy': 1})");

    static_assert(
        std::same_as<decltype(counter(std::declval<std::vector<std::string_view>&>())), counter<std::string_view>>);
    static_assert(std::same_as<decltype(counter(std::vector<char const*>())), words>);
    static_assert(std::same_as<decltype(counter(std::vector<std::pair<int, int>>())), counter<std::pair<int, int>>>);
    static_assert(std::same_as<decltype(counter(std::map<int, char>())), counter<int>>);
    static_assert(std::same_as<decltype(counter{std::vector<int>()}), counter<int>>);
    static_assert(std::same_as<decltype(counter{std::pair{"a", 1}}), words>);
}

static_assert(std::ranges::bidirectional_range<words> && std::ranges::sized_range<words>);
static_assert(std::ranges::forward_range<decltype(std::declval<words const&>().elements())>);
static_assert(std::is_nothrow_move_constructible_v<words>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("counter: counts the rows of a view by their values", "[collections][counter]") {
    CHECK(repr(counter(regius::pairwise("abab"sv))) == "counter({('a', 'b'): 2, ('b', 'a'): 1})");
    std::vector<int> const numbers{1, 2, 1};
    CHECK(repr(counter(regius::zip(numbers, numbers))) == "counter({(1, 1): 2, (2, 2): 1})");
    CHECK(repr(counter(regius::combinations(numbers, 2))) == "counter({[1, 2]: 1, [1, 1]: 1, [2, 1]: 1})");
    CHECK(repr(counter(std::vector{true, false, true})) == "counter({True: 2, False: 1})");
}

TEST_CASE("counter: counts rows as pairs where it counts pairs", "[collections][counter]") {
    counter<std::pair<char, char>> c(regius::pairwise("abab"sv));
    for (auto const& pair : regius::pairwise("aba"sv)) ++c[pair];
    CHECK(repr(c) == "counter({('a', 'b'): 3, ('b', 'a'): 2})");
    CHECK(repr(words(regius::zip(std::vector{"a"s}, std::vector{3}))) == "counter({'a': 3})");
}

TEST_CASE("counter: c[window] is the count of what is in the window", "[collections][counter]") {
    std::vector<int> const v{1, 2, 1, 2};
    counter<std::vector<int>> c;
    for (auto&& window : regius::sliding_window(v, 2)) ++c[window];
    for (auto&& window : regius::sliding_window(regius::tests::one_shot(v), 2)) c[window] += 10;
    CHECK(repr(c) == "counter({[1, 2]: 22, [2, 1]: 11})");
    CHECK(std::as_const(c)[regius::sliding_window(v, 2).front()] == 22);
    counter<std::string> n;
    for (auto&& window : regius::sliding_window("abab"sv, 2)) ++n[window];
    CHECK(repr(n) == "counter({'ab': 2, 'ba': 1})");
}

TEST_CASE("counter: counts windows by what is in them", "[collections][counter]") {
    using regius::batched;
    using regius::sliding_window;
    std::vector<std::string> const text{"a", "rose", "is", "a", "rose", "is", "a", "rose"};
    counter const bigrams(sliding_window(text, 2));
    static_assert(std::same_as<decltype(bigrams), counter<std::vector<std::string>> const>);
    CHECK(repr(bigrams.most_common(2)) == "[(['a', 'rose'], 3), (['rose', 'is'], 2)]");
    CHECK(repr(bigrams) == "counter({['a', 'rose']: 3, ['rose', 'is']: 2, ['is', 'a']: 2})");
    CHECK(repr((text | sliding_window(3) | regius::to<counter>()).most_common(1)) == "[(['a', 'rose', 'is'], 2)]");

    std::vector const v{1, 2, 1, 2, 3};
    CHECK(repr(counter(batched(v, 2))) == "counter({[1, 2]: 2, [3]: 1})");
    CHECK(repr(counter(batched(batched(v, 2), 2))) == "counter({[[1, 2], [1, 2]]: 1, [[3]]: 1})");
    CHECK(repr(counter(regius::windowed(v, 3))) == "counter({[1, 2, 1]: 1, [2, 1, 2]: 1, [1, 2, 3]: 1})");
    counter c(sliding_window(v, 2));
    c.subtract(sliding_window(v | std::views::drop(1), 2));
    CHECK(repr(c) == "counter({[1, 2]: 1, [2, 1]: 0, [2, 3]: 0})");
    c.update(batched(v, 2));
    CHECK(repr(c) == "counter({[1, 2]: 3, [3]: 1, [2, 1]: 0, [2, 3]: 0})");
    CHECK(c[{1, 2}] == 3);

    // One-shot sources, elements that are computed, bits, lists, spans, literals.
    CHECK(repr(counter(sliding_window(regius::tests::one_shot(v), 2))) == "counter({[1, 2]: 2, [2, 1]: 1, [2, 3]: 1})");
    auto const digits = [](int x) { return std::to_string(x); };
    counter const computed(v | regius::map(digits) | batched(2));
    static_assert(std::same_as<decltype(computed), counter<std::vector<std::string>> const>);
    CHECK(repr(computed) == "counter({['1', '2']: 2, ['3']: 1})");
    auto const small = [](int x) { return x < 3; };
    CHECK(repr(counter(v | regius::filter(small) | batched(2))) == "counter({[1, 2]: 2})");
    CHECK(repr(counter(sliding_window(std::vector{true, false, true}, 2))) ==
          "counter({[True, False]: 1, [False, True]: 1})");
    CHECK(repr(counter(sliding_window(std::list{1, 2, 1, 2}, 2))) == "counter({[1, 2]: 2, [2, 1]: 1})");
    CHECK(repr(counter(std::vector{std::span(v).first(2), std::span(v).subspan(2, 2)})) == "counter({[1, 2]: 2})");
    std::vector<char const*> const literals{"x", "y", std::next(".x"), std::next(".y")};
    counter const owned(batched(literals, 2));
    static_assert(std::same_as<decltype(owned), counter<std::vector<std::string>> const>);
    CHECK(repr(owned) == "counter({['x', 'y']: 2})");
    std::istringstream in("x yy x yy");
    reused_buffer source(in);
    counter const read(sliding_window(source, 2));
    static_assert(std::same_as<decltype(read), counter<std::vector<std::string>> const>);
    CHECK(repr(read) == "counter({['x', 'yy']: 2, ['yy', 'x']: 1})");

    // Of text, letters as Python has them; or strings, where that is what is asked for.
    CHECK(repr(counter(sliding_window("abcab"sv, 2))) == "counter({['a', 'b']: 2, ['b', 'c']: 1, ['c', 'a']: 1})");
    CHECK(repr(words(sliding_window("abcab"sv, 2))) == "counter({'ab': 2, 'bc': 1, 'ca': 1})");
}

TEST_CASE("counter: makes a key of windows once for each distinct one", "[collections][counter]") {
    using row = std::vector<int, regius::tests::bomb_allocator<int>>;
    using rows = counter<row>;
    std::vector const v{1, 2, 3, 1, 2, 3};
    auto const before = fuse::allocated;
    rows c;
    c.update(regius::batched(v, 3));
    CHECK(fuse::allocated - before == 3);  // one key of three
    for (int fails_at = 0; fails_at < 2; ++fails_at) {
        fuse::light(fails_at);
        CHECK_THROWS_AS(c.update(regius::batched(std::vector{4, 5, 6}, 3)), regius::tests::explosion);
        fuse::put_out();
        CHECK(repr(c) == "counter({[1, 2, 3]: 2})");
    }
    fuse::light(1);  // for the key that looks them up
    c.update(regius::batched(v, 3));
    fuse::put_out();
    CHECK(repr(c) == "counter({[1, 2, 3]: 4})");
}

struct unhashable {
    int x;
};
template <class C, class R>
concept collects = std::constructible_from<C, R> && requires(C& c, R&& range) { c.update(range); };
static_assert(collects<counter<int>, std::vector<int>&> && !collects<counter<unhashable>, std::vector<unhashable>&>);
static_assert(!std::constructible_from<counter<unhashable>, std::map<int, int>>);
static_assert(collects<counter<std::vector<int>>, regius::sliding_window_view<std::views::all_t<std::vector<int>&>>>);
static_assert(!std::constructible_from<counter<int>, std::vector<std::span<int>>>);
template <class R>
concept deduces = requires(R&& range) { counter(std::forward<R>(range)); };
static_assert(deduces<std::vector<int>> && !deduces<std::vector<unhashable>>);

TEST_CASE("counter: makes a string once for each distinct text", "[collections][counter]") {
    using strings =
        counter<std::string, std::int64_t, regius::core::hash<std::string>, regius::core::equal<std::string>,
                regius::tests::bomb_allocator<std::pair<std::string const, std::int64_t>>>;
    std::string const text = "a text that is too long to be stored in place";
    std::vector<std::string_view> const views(1000, text);
    strings c(views);
    fuse::light(0);  // nothing allocates from here on
    c.update(views);
    for (auto v : views) ++c[v];
    fuse::put_out();
    CHECK(c[text] == 3000);
}

TEST_CASE("counter: a copy counts on its own", "[collections][counter]") {
    counter const c("spam"s);
    auto copy = c.copy();
    ++copy['s'];
    CHECK(copy['s'] == 2);
    CHECK(c['s'] == 1);
    static_assert(std::same_as<decltype(copy), counter<char>>);
}

TEST_CASE("counter: counting one value that throws changes nothing", "[collections][counter]") {
    using value = regius::tests::bomb<>;
    using bombs = counter<value, std::int64_t, regius::core::hash<value>, regius::core::equal<value>,
                          regius::tests::bomb_allocator<std::pair<value const, std::int64_t>>>;
    using counts = std::vector<std::pair<int, std::int64_t>>;
    auto const contents = [](bombs const& c) {
        counts list;
        for (auto& [x, n] : c) list.emplace_back(x.value, n);
        return list;
    };
    for (int size : {0, 1, 4, 12, 20, 40}) {
        auto const prepare = [size] {
            bombs c;
            for (int i = 0; i < size; ++i) c[value(i)] += i + 1;
            return c;
        };
        auto const wanted = contents(prepare());
        auto const is_strong = [&](auto change) {
            regius::tests::fail_every_step(prepare, change, [&](bombs& c, std::ptrdiff_t n) {
                CAPTURE(size, n);
                REQUIRE(contents(c) == wanted);
                for (auto const& [x, count] : wanted) REQUIRE(c[value(x)] == count);
            });
        };
        is_strong([](bombs& c) { ++c[value(-1)]; });
        is_strong([](bombs& c) { c[value(-1)] += 3; });
        is_strong([](bombs& c) { ++c[value(0)]; });
        is_strong([](bombs& c) { c.erase(value(0)); });
        is_strong([](bombs& c) { (void)c.copy(); });
        is_strong([](bombs& c) { (void)(c + c); });
        is_strong([](bombs& c) { (void)(c & c); });
        is_strong([](bombs& c) { (void)c.most_common(2); });
    }
    CHECK(fuse::alive == 0);
    CHECK(fuse::allocated == 0);
}

TEST_CASE("counter: one text in braces is its letters, several are values", "[collections][counter]") {
    CHECK(repr(counter{"spam"}) == "counter({'s': 1, 'p': 1, 'a': 1, 'm': 1})");
    CHECK(repr(counter{"spam"s}) == "counter({'s': 1, 'p': 1, 'a': 1, 'm': 1})");
    CHECK(repr(counter{"spam", "ham", "spam"}) == "counter({'spam': 2, 'ham': 1})");
    CHECK(repr(counter{"spam"s, "ham"s, "spam"s}) == "counter({'spam': 2, 'ham': 1})");
    static_assert(std::same_as<decltype(counter{"spam", "ham"}), counter<std::string>>);
    static_assert(std::same_as<decltype(counter{3, 1, 3}), counter<int>>);
}

TEST_CASE("counter: other types of counts", "[collections][counter]") {
    counter<char, double> c{{'a', 0.5}, {'b', 1.5}};
    c['a'] += 0.25;
    CHECK(c.total() == 2.25);
    CHECK(repr(c) == "counter({'b': 1.5, 'a': 0.75})");
}

}  // namespace
