// SPDX-License-Identifier: MIT
// Mirrors CPython 3.13, Lib/test/test_deque.py, TestBasic.

#include <regius/collections/deque.hpp>

#include <support/bomb.hpp>
#include <support/catch.hpp>
#include <support/model.hpp>

#include <algorithm>
#include <deque>
#include <forward_list>
#include <functional>
#include <limits>
#include <list>
#include <memory>
#include <memory_resource>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#if defined(__cpp_lib_format_ranges)
#include <format>
#endif

namespace {

using namespace std::literals;
using regius::deque;
using regius::maxlen;
using regius::repr;
using namespace regius::tests;
using numbers = std::vector<int>;

numbers range(int first, int last) {
    numbers v(static_cast<std::size_t>(std::max(0, last - first)));
    std::iota(v.begin(), v.end(), first);
    return v;
}

template <class T, class A>
std::vector<T> items(deque<T, A> const& d) {
    return {d.begin(), d.end()};
}

std::string text(deque<char> const& d) { return {d.begin(), d.end()}; }

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("deque: grows and shrinks at both ends", "[collections][deque][oracle]") {
    deque<int> d(range(0, 200));
    for (int i = 200; i < 400; ++i) d.append(i);
    for (int i = -1; i >= -200; --i) d.appendleft(i);
    CHECK(items(d) == range(-200, 400));
    CHECK(d.size() == 600);

    numbers left, right;
    for (int i = 0; i != 250; ++i) left.push_back(d.popleft());
    CHECK(left == range(-200, 50));
    for (int i = 0; i != 250; ++i) right.insert(right.begin(), d.pop());
    CHECK(right == range(150, 400));
    CHECK(items(d) == range(50, 150));
}

TEST_CASE("deque: a bound drops from the other end", "[collections][deque][oracle]") {
    deque d(range(0, 10), maxlen(3));
    CHECK(repr(d) == "deque([7, 8, 9], maxlen=3)");
    CHECK(d == deque(range(7, 10)));
    d.append(10);
    CHECK(items(d) == numbers{8, 9, 10});
    d.appendleft(7);
    CHECK(items(d) == numbers{7, 8, 9});
    d.extend({10, 11});
    CHECK(items(d) == numbers{9, 10, 11});
    d.extendleft({8, 7});
    CHECK(items(d) == numbers{7, 8, 9});
    CHECK(repr(deque(range(0, 10), maxlen(std::nullopt))) == "deque([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])");
}

TEST_CASE("deque: a bound held in a variable declares a deque, not a function", "[collections][deque]") {
    std::size_t n = 2;
    deque<int> d(maxlen(n));
    d.extend(range(0, 5));
    CHECK(repr(d) == "deque([3, 4], maxlen=2)");
}

TEST_CASE("deque: maxlen 0 swallows everything", "[collections][deque][oracle]") {
    auto in = std::istringstream("1 2 3");
    deque d(std::ranges::istream_view<int>(in), maxlen(0));
    CHECK(d.empty());
    CHECK(in.eof());
    d.append(1);
    d.appendleft(1);
    d.extendleft(range(0, 100));
    CHECK(d.empty());
    CHECK(d.maxlen() == 0);
    CHECK_THROWS_WITH(d.insert(0, 1), "deque already at its maximum size"s);
    CHECK_THROWS_WITH(d.pop(), "pop from an empty deque"s);
}

TEST_CASE("deque: maxlen is what it was made with", "[collections][deque][oracle]") {
    CHECK(!deque<int>().maxlen());
    CHECK(!deque("abc"sv).maxlen());
    CHECK(deque("abc"sv, maxlen(4)).maxlen() == 4);
    CHECK(deque("abc"sv, maxlen(2)).maxlen() == 2);
    CHECK(deque("abc"sv, maxlen(deque("abc"sv, maxlen(2)).maxlen())).maxlen() == 2);
    CHECK_THROWS_WITH(maxlen(-1), "maxlen must be non-negative"s);
    CHECK_THROWS_AS(maxlen(-2L), regius::value_error);
}

TEST_CASE("deque: count, index, contains and remove", "[collections][deque][oracle]") {
    auto const word = "abracadabra"sv;
    for (char c = 'a'; c <= 'z'; ++c)
        CHECK(deque(word).count(c) == static_cast<std::size_t>(std::ranges::count(word, c)));
    deque<int> shifted(numbers(16, 7));
    for (int i = 0; i != 16; ++i) shifted.rotate(-1);
    shifted.rotate(1);
    CHECK(shifted.count(1) == 0);
    CHECK(shifted.count(7) == 16);

    deque<int> const n(range(0, 200));
    for (int i = 0; i != 200; ++i) {
        CHECK(n.index(i) == static_cast<std::size_t>(i));
        CHECK(n.contains(i));
    }
    CHECK(!n.contains(201));
    CHECK_THROWS_WITH(n.index(201), "201 is not in deque"s);

    deque d("abcdefghcij"sv);
    d.remove('c');
    CHECK(text(d) == "abdefghcij");
    d.remove('c');
    CHECK(text(d) == "abdefghij");
    CHECK_THROWS_WITH(d.remove('c'), "'c' is not in deque"s);
    CHECK(text(d) == "abdefghij");
}

TEST_CASE("deque: start and stop of index mean what they mean for a list", "[collections][deque][oracle]") {
    // [start, stop, answer] of list("ABCDEFGHI" * 2).index("C", start, stop), -1 where it is a ValueError
    auto const elements = "ABCDEFGHIABCDEFGHI"s;
    deque d(elements);
    auto const size = static_cast<std::ptrdiff_t>(elements.size());
    for (std::ptrdiff_t start = -5 - size * 2; start < 5 + size * 2; ++start) {
        for (std::ptrdiff_t stop = -5 - size * 2; stop < 5 + size * 2; ++stop) {
            auto const low = std::clamp(start < 0 ? start + size : start, std::ptrdiff_t{0}, size);
            auto const high = std::clamp(stop < 0 ? stop + size : stop, std::ptrdiff_t{0}, size);
            for (char const element : "ABCZ"s) {
                std::ptrdiff_t expected = -1;
                for (auto i = high; i-- > low;)
                    if (elements[static_cast<std::size_t>(i)] == element) expected = i;
                std::ptrdiff_t found = -1;
                try {
                    found = static_cast<std::ptrdiff_t>(d.index(element, start, stop));
                } catch (regius::value_error const&) {
                }
                if (found != expected) {
                    CAPTURE(start, stop, element);
                    CHECK(found == expected);
                }
            }
        }
    }
}

TEST_CASE("deque: compares as its elements do", "[collections][deque][oracle]") {
    deque x("xabc"sv);
    x.popleft();
    CHECK(x == deque("abc"sv));
    CHECK(x != deque("ab"sv));
    CHECK(deque("abc"sv, maxlen(3)) == deque("abc"sv));
    auto const words = {""sv, "a"sv, "b"sv, "ab"sv, "ba"sv, "abc"sv, "xba"sv, "xabc"sv, "cba"sv};
    for (auto a : words) {
        for (auto b : words) {
            CAPTURE(a, b);
            CHECK((deque(a) == deque(b)) == (a == b));
            CHECK((deque(a) <=> deque(b)) == (a <=> b));
            CHECK((deque(a) < deque(b)) == (a < b));
        }
    }
    static_assert(std::same_as<decltype(deque<double>() <=> deque<double>()), std::partial_ordering>);
}

TEST_CASE("deque: extend, extendleft and += take a deque's own elements", "[collections][deque][oracle]") {
    deque d("a"sv);
    d.extend("bcd"sv);
    CHECK(text(d) == "abcd");
    d.extend(d);
    CHECK(text(d) == "abcdabcd");
    deque e("a"sv);
    e.extendleft("bcd"sv);
    CHECK(text(e) == "dcba");
    e.extendleft(e);
    CHECK(text(e) == "abcddcba");
    deque f("a"sv);
    f += "bcd"sv;
    f += f;
    CHECK(text(f) == "abcdabcd");
    deque g("abc"sv, maxlen(4));
    g += g;
    CHECK(text(g) == "cabc");
}

TEST_CASE("deque: + and *", "[collections][deque][oracle]") {
    deque const e("abc"sv), empty(""sv);
    CHECK(text(e + deque("def"sv)) == "abcdef");
    CHECK(text(e + e) == "abcabc");
    CHECK(text(e + empty) == "abc");
    CHECK(text(deque("abcdef"sv, maxlen(4)) + deque("gh"sv)) == "efgh");

    CHECK(text(e * -5) == "");
    CHECK(text(e * 0) == "");
    CHECK(text(e * 1) == "abc");
    CHECK(text(e * 2) == "abcabc");
    CHECK(text(3 * e) == "abcabcabc");
    CHECK(text(empty * 5) == "");
    deque const five("abc"sv, maxlen(5));
    CHECK(text(five * 2) == "bcabc");
    CHECK(text(five * 30) == "bcabc");
    CHECK((five * 30).maxlen() == 5);
    for (int n : {-10, -1, 0, 1, 2, 10, 499, 500, 501, 1000}) {
        deque d("abcdef"sv, maxlen(500));
        d *= n;
        std::string expected;
        for (int i = 0; i < n; ++i) expected += "abcdef";
        if (expected.size() > 500) expected = expected.substr(expected.size() - 500);
        CHECK(text(d) == expected);
        CHECK(d.maxlen() == 500);
    }
    deque<int> one{1};
    CHECK_THROWS_AS(one * std::numeric_limits<std::ptrdiff_t>::max(), std::length_error);
}

TEST_CASE("deque: an index may be negative", "[collections][deque][oracle]") {
    deque d("superman"sv);
    CHECK(d[0] == 's');
    CHECK(d[-1] == 'n');
    CHECK(d.at(-8) == 's');
    CHECK_THROWS_WITH(d[8], "deque index out of range"s);
    CHECK_THROWS_WITH(d[-9], "deque index out of range"s);
    CHECK_THROWS_AS(d[0u - 1u], regius::index_error);
    CHECK_THROWS_AS(d[std::size_t{0} - 1], regius::index_error);
    CHECK_THROWS_AS(deque<int>()[0], regius::index_error);
    CHECK_THROWS_AS(deque<int>()[-1], regius::index_error);
    CHECK_THROWS_AS(deque<int>().front(), regius::index_error);
    CHECK_THROWS_AS(deque<int>().back(), regius::index_error);
    d[-1] = 'N';
    d.at(0) = 'S';
    CHECK(text(d) == "SupermaN");
}

TEST_CASE("deque: insert clamps as a list does", "[collections][deque][oracle]") {
    auto const elements = "ABCDEFGHI"s;
    auto const size = static_cast<int>(elements.size());
    for (int i = -5 - size * 2; i < 5 + size * 2; ++i) {
        deque d(elements);
        d.insert(i, 'Z');
        auto expected = elements;
        expected.insert(static_cast<std::size_t>(std::clamp(i < 0 ? i + size : i, 0, size)), "Z");
        CAPTURE(i);
        CHECK(text(d) == expected);
    }
    deque full("ABC"sv, maxlen(3));
    CHECK_THROWS_WITH(full.insert(2, 'D'), "deque already at its maximum size"s);
    for (int i = -size; i < size; ++i) {
        deque d(elements, maxlen(size + 1));
        d.insert(i, 'Z');
        CHECK(d[i >= 0 ? i : i - 1] == 'Z');
    }
}

TEST_CASE("deque: rotate goes both ways and around", "[collections][deque][oracle]") {
    deque d("abcde"sv);
    d.rotate(1);
    CHECK(text(d) == "eabcd");
    d.rotate(-2);
    CHECK(text(d) == "bcdea");
    d.rotate();
    CHECK(text(d) == "abcde");
    for (int size = 0; size != 10; ++size) {
        for (int n = -30; n <= 30; ++n) {
            deque<int> e(range(0, size));
            auto expected = range(0, size);
            if (size != 0) std::ranges::rotate(expected, expected.begin() + ((-n % size + size) % size));
            e.rotate(n);
            CAPTURE(size, n);
            CHECK(items(e) == expected);
        }
    }
    deque<int> long_way(range(0, 5));
    long_way.rotate(100'017);
    CHECK(items(long_way) == numbers{3, 4, 0, 1, 2});
    long_way.rotate(std::numeric_limits<std::ptrdiff_t>::min());
    CHECK(items(long_way) == numbers{1, 2, 3, 4, 0});
}

TEST_CASE("deque: reverse", "[collections][deque][oracle]") {
    for (int n = 0; n != 40; ++n) {
        deque<int> d(range(0, n));
        d.reverse();
        auto expected = range(0, n);
        std::ranges::reverse(expected);
        CHECK(items(d) == expected);
        CHECK(numbers(d.rbegin(), d.rend()) == range(0, n));
    }
}

TEST_CASE("deque: errors", "[collections][deque][oracle]") {
    deque<int> d;
    CHECK_THROWS_WITH(d.pop(), "pop from an empty deque"s);
    CHECK_THROWS_WITH(d.popleft(), "pop from an empty deque"s);
    CHECK_THROWS_AS(d.pop_back(), regius::index_error);
    CHECK_THROWS_AS(d.pop_front(), regius::index_error);
    d.rotate();
    d.clear();
    CHECK(d.empty());
}

TEST_CASE("deque: steady queues", "[collections][deque][oracle]") {
    for (int size : {0, 1, 2, 100, 1000}) {
        deque<int> right(range(0, size)), left(range(0, size));
        left.reverse();
        bool in_order = true;
        for (int i = size; i != 20'000; ++i) {
            right.append(i);
            in_order = in_order && right.popleft() == i - size;
            left.appendleft(i);
            in_order = in_order && left.pop() == i - size;
        }
        CHECK(in_order);
        CHECK(items(right) == range(20'000 - size, 20'000));
    }
}

TEST_CASE("deque: prints as Python prints it", "[collections][deque][oracle]") {
    CHECK(repr(deque<int>()) == "deque([])");
    CHECK(repr(deque<int>(maxlen(0))) == "deque([], maxlen=0)");
    CHECK(repr(deque{"it's"s, "b"s}) == "deque([\"it's\", 'b'])");
    CHECK(repr(deque<deque<int>>{{1}, {}}) == "deque([deque([1]), deque([])])");
    std::ostringstream out;
    out << deque{1.0, 2.5};
    CHECK(out.str() == "deque([1.0, 2.5])");
}

TEST_CASE("deque: copies keep the bound", "[collections][deque][oracle]") {
    for (int size = 0; size != 5; ++size) {
        for (int bound = -1; bound != 6; ++bound) {
            auto const s = range(0, size);
            auto const d = bound < 0 ? deque<int>(s) : deque<int>(s, maxlen(bound));
            auto const e = d.copy();
            CHECK(d == e);
            CHECK(d.maxlen() == e.maxlen());
            auto f = e;
            auto const g = std::move(f);
            CHECK(g == e);
            CHECK(g.maxlen() == e.maxlen());
            CHECK(f.empty());
            deque<int> h{9, 9};
            h = g;
            CHECK(h == g);
            CHECK(h.maxlen() == g.maxlen());
        }
    }
}

#if defined(__cpp_lib_format_ranges)
TEST_CASE("deque: std::format prints it as repr does, not as just any range", "[collections][deque]") {
    CHECK(std::format("{}", deque<int>({1, 2}, maxlen(5))) == "deque([1, 2], maxlen=5)");
}
#endif

// ---------------------------------------------------------------- 2. properties

bool disagrees_with_std(std::vector<step> const& steps, std::size_t bound) {
    deque<std::string> d =
        bound == regius::core::max_length::unbounded ? deque<std::string>() : deque<std::string>(maxlen(bound));
    std::deque<std::string> model;
    auto const trim_left = [&] {
        while (model.size() > bound) model.pop_front();
    };
    auto const trim_right = [&] {
        while (model.size() > bound) model.pop_back();
    };
    for (auto const& [operation, number] : steps) {
        auto x = std::to_string(number % 50) + (number % 3 == 0 ? " and too long to lie inside a std::string" : "");
        auto const size = model.size();
        auto const at = size == 0 ? 0 : number % size;
        auto const place = static_cast<std::ptrdiff_t>(at);
        switch (operation % 16) {
            case 0:
            case 1:
            case 2: d.append(x), model.push_back(x), trim_left(); break;
            case 3:
            case 4: d.appendleft(x), model.push_front(x), trim_right(); break;
            case 5:
                if (size != 0) {
                    if (d.pop() != model.back()) return true;
                    model.pop_back();
                }
                break;
            case 6:
            case 7:
                if (size != 0) {
                    if (d.popleft() != model.front()) return true;
                    model.pop_front();
                }
                break;
            case 8:
                if (size < bound) {
                    d.insert(at, x);
                    model.insert(model.begin() + place, x);
                }
                break;
            case 9:
                if (size != 0) {
                    d.erase(d.begin() + place);
                    model.erase(model.begin() + place);
                }
                break;
            case 10:
                if (auto const found = std::ranges::find(model, x); found != model.end()) {
                    if (d.index(x) != static_cast<std::size_t>(found - model.begin())) return true;
                    d.remove(x);
                    model.erase(found);
                } else if (d.contains(x)) {
                    return true;
                }
                break;
            case 11:
                if (size != 0) {
                    d.rotate(-place);
                    std::ranges::rotate(model, model.begin() + place);
                }
                break;
            case 12:
                d.extend(std::vector(number % 5, x));
                model.insert(model.end(), number % 5, x);
                trim_left();
                break;
            case 13: {
                auto const last = at + number / 64 % (size - at + 1);
                d.erase(d.begin() + place, d.begin() + static_cast<std::ptrdiff_t>(last));
                model.erase(model.begin() + place, model.begin() + static_cast<std::ptrdiff_t>(last));
                break;
            }
            case 14:
                d.reverse();
                std::ranges::reverse(model);
                break;
            case 15:
                if (number % 50 == 0) {
                    d.clear();
                    model.clear();
                } else if (number % 2 == 0) {
                    auto other = d;
                    d = std::move(other);
                } else if (size != 0) {
                    d.append(d[at]);  // its own element, also while growing
                    model.push_back(std::string(model[at])), trim_left();
                }
                break;
        }
        if (d.size() != model.size() || !std::ranges::equal(d, model)) return true;
        if (size != 0 && at < d.size() && d[at] != model[at]) return true;
    }
    std::vector<std::string> flowed;
    regius::core::for_each(d, [&](std::string const& s) { flowed.push_back(s); });
    return !std::ranges::equal(flowed, model) ||
           std::as_const(d).count("7") != static_cast<std::size_t>(std::ranges::count(model, "7"));
}

TEST_CASE("deque: a million random operations against std::deque", "[collections][deque]") {
    for (std::size_t const bound : {regius::core::max_length::unbounded, 0UL, 1UL, 2UL, 7UL, 8UL, 9UL, 64UL}) {
        CAPTURE(bound);
        CHECK(random_steps([=](auto const& steps) { return disagrees_with_std(steps, bound); }, 250, 500) == "");
    }
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::ranges::random_access_range<deque<int>>);
static_assert(std::ranges::random_access_range<deque<int> const>);
static_assert(std::ranges::sized_range<deque<int>>);
static_assert(std::ranges::common_range<deque<int>>);
static_assert(!std::ranges::contiguous_range<deque<int>>);
static_assert(std::convertible_to<deque<int>::iterator, deque<int>::const_iterator>);
static_assert(!std::convertible_to<deque<int>::const_iterator, deque<int>::iterator>);
static_assert(
    std::same_as<std::iterator_traits<deque<int>::iterator>::iterator_category, std::random_access_iterator_tag>);
static_assert(std::is_nothrow_move_constructible_v<deque<int>>);
static_assert(std::is_nothrow_move_assignable_v<deque<int>>);
static_assert(std::is_nothrow_swappable_v<deque<int>>);
static_assert(std::regular<deque<std::string>>);
static_assert(std::same_as<decltype(deque("abc"sv)), deque<char>>);
static_assert(std::same_as<decltype(deque{1, 2}), deque<int>>);
static_assert(std::same_as<decltype(deque(std::list<long>(), maxlen(2))), deque<long>>);
static_assert(std::same_as<decltype(deque(std::declval<deque<int>&>())), deque<int>>);

template <class... Args>
concept can_make = std::constructible_from<deque<std::string>, Args...>;

static_assert(can_make<std::vector<char const*>>);
static_assert(can_make<std::vector<std::string>&, regius::core::max_length>);
static_assert(!can_make<int>);
static_assert(!can_make<std::vector<int>>);
static_assert(!std::convertible_to<int, regius::core::max_length>);

struct tree {
    int value = 0;
    deque<tree> children{};
};

// ---------------------------------------------------------------- 4. lifetime and cost

#if !defined(NDEBUG) || defined(REGIUS_CHECKED)
TEST_CASE("deque: a loop that goes on after a change is told so", "[collections][deque][oracle]") {
    deque<int> d(range(0, 10));
    auto const loop = [&] {
        for (int x : d)
            if (x == 5) d.append(1);
    };
    CHECK_THROWS_WITH(loop(), "deque mutated during iteration"s);
    auto const it = d.begin();
    d.popleft();
    CHECK_THROWS_AS(*it, regius::invalidated);
    auto const sink = [&](int) {
        d.pop();
        return true;
    };
    CHECK_THROWS_AS(d.for_each_while(sink), regius::invalidated);
    for (int& x : d) x = 0;  // writing through is no change
    CHECK(d.count(0) == d.size());
}
#endif

TEST_CASE("deque: elements that can only be moved", "[collections][deque]") {
    deque<std::unique_ptr<int>> d;
    for (int i = 0; i != 100; ++i) d.append(std::make_unique<int>(i));
    d.appendleft(std::make_unique<int>(-1));
    d.insert(50, std::make_unique<int>(1000));
    d.rotate(3);
    d.erase(d.begin() + 1);
    d.reverse();
    CHECK(*d.pop() == 97);
    auto moved = std::move(d);
    CHECK(*moved.popleft() == 96);
    CHECK(moved.size() == 99);
    std::vector<std::unique_ptr<int>> more(2);
    std::ranges::for_each(more, [](auto& p) { p = std::make_unique<int>(5); });
    moved.extend(std::ranges::subrange(std::move_iterator(more.begin()), std::move_iterator(more.end())));
    CHECK(*moved[-1] == 5);

    auto const owned = [](int n) {
        std::vector<std::unique_ptr<int>> pointers;
        for (int i = 0; i != n; ++i) pointers.push_back(std::make_unique<int>(i));
        return pointers;
    };
    deque<std::unique_ptr<int>> taken(owned(3));
    taken.extendleft(owned(2));
    taken.extend(std::move(moved));
    CHECK(*taken[0] == 1);
    CHECK(*taken[4] == 2);
    CHECK(taken.size() == 106);
    taken.extend(std::move(taken));
    CHECK(taken.size() == 106);
    deque<std::unique_ptr<int>> const last_two(owned(5), maxlen(2));
    CHECK(*last_two[0] == 3);
}

TEST_CASE("deque: extended by itself", "[collections][deque]") {
    deque<int> d({1, 2}, maxlen(3));
    d.extend(d);
    CHECK(d == deque<int>{2, 1, 2});
    d.extend(std::move(d));  // given away, so that it comes back once
    CHECK(d == deque<int>{2, 1, 2});
    CHECK(d.maxlen() == 3);
    d.extendleft(d);
    CHECK(d == deque<int>{2, 1, 2});
}

struct counts_moves {
    static inline int moves = 0;
    int value;

    explicit counts_moves(int v) : value(v) {}
    counts_moves(counts_moves&& that) noexcept : value(that.value) { ++moves; }
    counts_moves& operator=(counts_moves&& that) noexcept {
        ++moves;
        value = that.value;
        return *this;
    }
    bool operator==(counts_moves const& that) const { return value == that.value; }
};

TEST_CASE("deque: insert, remove and rotate move the shorter side", "[collections][deque]") {
    deque<counts_moves> d;
    for (int i = 0; i < 1000; ++i) d.emplace_back(i);  // in a ring of 1024
    auto const moved = [&](auto change) {
        counts_moves::moves = 0;
        change();
        return counts_moves::moves;
    };
    CHECK(moved([&] { d.insert(2, counts_moves(-1)); }) < 10);
    CHECK(moved([&] { d.insert(998, counts_moves(-2)); }) < 10);
    CHECK(moved([&] { d.remove(counts_moves(-1)); }) < 10);
    CHECK(moved([&] { d.remove(counts_moves(-2)); }) < 10);
    CHECK(moved([&] { d.rotate(3); }) < 10);
    CHECK(moved([&] { d.rotate(-3); }) < 10);
    CHECK(moved([&] { d.rotate(997); }) < 10);
    CHECK(moved([&] { d.rotate(3003); }) < 10);
    CHECK(moved([&] { d.rotate(500); }) > 400);  // it does count
    CHECK(d.front().value == 500);
}

TEST_CASE("deque: a bounded one stops growing when it is full", "[collections][deque]") {
    for (std::size_t const bound : {1UL, 3UL, 8UL, 31UL, 32UL, 33UL, 1000UL}) {
        deque<std::string, bomb_allocator<std::string>> d{maxlen(bound)};
        for (std::size_t i = 0; i != bound; ++i) d.append("first");
        auto const allocated = fuse::allocated;
        CHECK(static_cast<std::size_t>(allocated) <= 2 * bound + 4);
        fuse::light(0);
        for (std::size_t i = 0; i != 3 * bound; ++i) d.append("then");
        for (std::size_t i = 0; i != 3 * bound; ++i) d.appendleft("last");
        fuse::put_out();
        CHECK(fuse::allocated == allocated);
    }
    CHECK(fuse::allocated == 0);
}

template <class T>
void check_strong() {
    using subject = deque<T, bomb_allocator<T>>;
    for (std::size_t const bound : {regius::core::max_length::unbounded, 5UL, 8UL, 16UL, 20UL}) {
        for (int const size : {0, 1, 4, 5, 8, 16, 20, 32}) {  // 32: a full ring, which grows
            if (static_cast<std::size_t>(size) > bound) continue;
            auto const prepare = [&] {
                auto made = bound == regius::core::max_length::unbounded ? subject() : subject(maxlen(bound));
                for (int i = 0; i != size; ++i) made.append(T(size - i));
                made.rotate(2);
                return made;
            };
            auto const values = [](subject const& d) {
                numbers v;
                for (auto const& x : d) v.push_back(x.value);
                return v;
            };
            auto const expected = values(prepare());
            auto const strong = [&](auto operation) {
                fail_every_step(prepare, operation, [&](subject const& d, std::ptrdiff_t n) {
                    CAPTURE(bound, size, n);
                    CHECK(values(d) == expected);
                });
            };
            T const x(77);
            strong([&](subject& d) { d.append(x); });
            strong([&](subject& d) { d.appendleft(x); });
            strong([&](subject& d) { d.append(T(77)); });
            strong([&](subject& d) { d.appendleft(T(77)); });
            strong([&](subject& d) {
                if (!d.empty()) d.append(d[d.size() / 2]);
            });
            strong([&](subject& d) {
                if (!d.empty()) (void)d.contains(x);
            });
            strong([&](subject& d) { (void)d.count(x); });
            strong([&](subject& d) { (void)d.copy(); });
            strong([&](subject& d) {
                if (!d.empty()) (void)d.pop();
            });
            strong([&](subject& d) {
                if (!d.empty()) (void)d.popleft();
            });
            strong([&](subject& d) {
                subject other(std::vector<T>(3, x), bomb_allocator<T>(1));
                d = other;
            });
            strong([&](subject& d) { d *= 3; });
            if constexpr (std::is_nothrow_move_constructible_v<T>) {
                strong([&](subject& d) {
                    if (d.size() < bound) d.insert(2, x);
                });
                strong([&](subject& d) {
                    if (d.size() < bound) d.insert(-2, x);
                });
                strong([&](subject& d) {
                    if (!d.empty()) d.remove(d.back());
                });
                strong([&](subject& d) { d.rotate(3); });
                strong([&](subject& d) { d.reverse(); });
            }
            fail_every_step(
                prepare, [&](subject& d) { d.extend(std::vector<T>(6, x)); },
                [&](subject const& d, std::ptrdiff_t) { CHECK(d.size() >= std::min(expected.size(), bound)); });
        }
    }
    CHECK(fuse::alive == 0);
    CHECK(fuse::allocated == 0);
}

TEST_CASE("deque: an operation that throws leaves it as it was, whichever step fails", "[collections][deque]") {
    check_strong<bomb<>>();
    check_strong<bomb<true>>();
}

TEST_CASE("deque: honours its allocator", "[collections][deque]") {
    using alloc = bomb_allocator<int>;
    deque<int, alloc> a(range(0, 50), alloc(1)), b(range(50, 60), alloc(2));
    CHECK(a.get_allocator().number == 1);
    b = a;
    CHECK(b.get_allocator().number == 2);
    CHECK(items(b) == range(0, 50));
    b = std::move(a);
    CHECK(b.get_allocator().number == 2);
    CHECK(items(b) == range(0, 50));
    CHECK(a.empty());
    deque<int, alloc> c(std::move(b), alloc(3));
    CHECK(items(c) == range(0, 50));
    CHECK(c.get_allocator().number == 3);

    std::pmr::monotonic_buffer_resource memory;
    deque<std::pmr::string, std::pmr::polymorphic_allocator<std::pmr::string>> d(&memory);
    d.append("an element that allocates from the same resource");
    d.append(d[0]);
    CHECK(d[1].get_allocator().resource() == &memory);
    auto copy = d;
    CHECK(copy.get_allocator().resource() == std::pmr::get_default_resource());
    d *= 40;  // in memory of the same resource: what came from another would be given back to this one
    CHECK((d.get_allocator().resource() == &memory && d[79].get_allocator().resource() == &memory));
    copy = std::move(d);
    CHECK(copy.size() == 80);
    CHECK(d.empty());
    auto* const itself = &copy;
    copy = std::move(*itself);
    CHECK((copy.size() == 80 && copy[79] == copy[0]));
    deque<std::pmr::string, std::pmr::polymorphic_allocator<std::pmr::string>> bounded(maxlen(3), &memory);
    for (char const letter : "abcd"sv) bounded.append(std::pmr::string(40, letter));
    bounded *= 2;
    deque moved(std::move(bounded), std::pmr::polymorphic_allocator<std::pmr::string>());
    CHECK((moved.size() == 3 && moved.maxlen() == 3 && moved[0][0] == 'b' && bounded.empty()));
}

TEST_CASE("deque: swaps and compares whole", "[collections][deque]") {
    deque<int> a{1, 2}, b({3}, maxlen(1));
    swap(a, b);
    CHECK((a == deque{3} && b == deque{1, 2}));
    CHECK((a.maxlen() == 1 && !b.maxlen()));
    a = {4, 5};
    CHECK((a == deque{5} && a.maxlen() == 1));
    a = *&a;
    CHECK(a == deque{5});
}

TEST_CASE("deque: works with std algorithms", "[collections][deque]") {
    deque<int> d(range(0, 100));
    d.rotate(37);
    for (int i = 0; i != 20; ++i) d.append(d.popleft());
    std::ranges::sort(d);
    CHECK(items(d) == range(0, 100));
    CHECK(std::ranges::lower_bound(d, 40) - d.begin() == 40);
    std::sort(d.begin(), d.end(), std::greater<>{});
    CHECK(d.front() == 99);
    tree t{1, {tree{2}, tree{3}}};
    CHECK(t.children[1].value == 3);
    CHECK(deque<int>(std::forward_list{1, 2}).size() == 2);
    auto const inserted = d.insert(d.begin() + 1, 7);
    CHECK((inserted == d.begin() + 1 && *inserted == 7));
    auto const erased = d.erase(d.begin(), d.end());
    CHECK((erased == d.end() && d.empty()));
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    deque<int> window(maxlen(3));
    int sum = 0;
    for (int x = 1; x <= 100; ++x) {
        window.append(x);
        sum += window[-1] - window.front();
    }
    window.rotate(1);
    window.appendleft(0);
    window.reverse();
    return sum + window.front();
}() == 1 + 2 * 98 + 98);

static_assert([] {
    deque d{3, 1, 2};
    d.extend(std::initializer_list<int>{5, 4});
    d.insert(1, 9);
    d.remove(2);
    return d == deque{3, 9, 1, 5, 4} && d.index(5) == 3 && d * 2 > d;
}());

}  // namespace
