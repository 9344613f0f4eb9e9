// SPDX-License-Identifier: MIT
// Mirrors CPython 3.13, Lib/test/test_heapq.py: test_merge, test_empty_merges, test_merge_stability,
// test_merge_does_not_suppress_index_error.

#include <regius/heapq/merge.hpp>

#include <regius/builtins/to.hpp>
#include <support/catch.hpp>
#include <support/stable_sort.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <list>
#include <memory>
#include <random>
#include <ranges>
#include <set>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::merge;
using numbers = std::vector<int>;

template <class R>
auto collect(R&& range) {
    std::vector<std::ranges::range_value_t<R>> all;
    for (auto&& x : range) all.push_back(std::forward<decltype(x)>(x));
    return all;
}

template <class R>
auto flow(R&& range) {
    std::vector<std::ranges::range_value_t<R>> all;
    regius::core::for_each(range, [&](auto&& x) { all.push_back(x); });
    return all;
}

// One pass over some numbers: counts what was read, and may throw in place of an item.
struct source {
    std::vector<int> items;
    int throws_at = -1;
    int read = 0;  // items made so far
};

class one_shot : public std::ranges::view_interface<one_shot> {
    source* from_;

public:
    struct iterator {
        using value_type = int;
        using difference_type = std::ptrdiff_t;
        source* from = nullptr;
        int at = 0;

        int operator*() const { return from->items[static_cast<std::size_t>(at)]; }
        iterator& operator++() {
            at = from->read;
            pull();
            return *this;
        }
        void operator++(int) { ++*this; }
        void pull() const {
            if (from->read == from->throws_at) {
                from->throws_at = -1;
                throw std::runtime_error("broken source");
            }
            ++from->read;
        }
        bool operator==(std::default_sentinel_t) const { return at >= static_cast<int>(from->items.size()); }
    };

    explicit one_shot(source& from) : from_(&from) {}
    one_shot(one_shot&&) = default;
    one_shot& operator=(one_shot&&) = default;

    iterator begin() {
        iterator it{from_, from_->read};
        it.pull();
        return it;
    }
    std::default_sentinel_t end() const { return {}; }
};

static_assert(std::ranges::input_range<one_shot> && !std::ranges::forward_range<one_shot>);

template <class... Sources>
std::vector<one_shot> one_shots(Sources&... sources) {
    std::vector<one_shot> views;
    (views.push_back(one_shot(sources)), ...);
    return views;
}

struct record {
    int key;
    int from;
    friend bool operator==(record const&, record const&) = default;
};

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("merge: the answers CPython gives", "[heapq][merge][oracle]") {
    CHECK(collect(merge(numbers{1, 3, 5, 7}, numbers{0, 2, 4, 8}, numbers{5, 10, 15, 20}, numbers{}, numbers{25})) ==
          numbers{0, 1, 2, 3, 4, 5, 5, 7, 8, 10, 15, 20, 25});
    std::vector<std::string> const pets{"dog", "horse"};
    std::vector<std::string> const more{"cat", "fish", "kangaroo"};
    CHECK(collect(merge(pets, more, {}, &std::string::size)) ==
          std::vector{"dog"s, "cat"s, "fish"s, "horse"s, "kangaroo"s});
    CHECK(collect(merge(numbers{7, 5, 1}, numbers{8, 5}, std::ranges::greater{})) == numbers{8, 7, 5, 5, 1});
}

TEST_CASE("merge: nothing, and one input", "[heapq][merge][oracle]") {
    CHECK(collect(merge(std::vector<numbers>{})).empty());
    CHECK(collect(merge(numbers{}, numbers{})).empty());
    CHECK(collect(merge(numbers{}, numbers{}, {}, [](int) { return 6; })).empty());
    CHECK(collect(merge(std::vector<numbers>{{3, 4}})) == numbers{3, 4});
    CHECK(collect(merge(numbers{3, 4})) == numbers{3, 4});
    CHECK(collect(merge(numbers{4, 3}, std::ranges::greater{})) == numbers{4, 3});
    CHECK(collect(merge(std::vector<numbers>{{}, {}, {}})).empty());
}

TEST_CASE("merge: a range of strings is a range of inputs", "[heapq][merge]") {
    std::vector const words{"ace"s, "bdf"s};
    CHECK(collect(merge(words)) == std::vector{'a', 'b', 'c', 'd', 'e', 'f'});
    CHECK(collect(merge(words, words)) == std::vector{"ace"s, "ace"s, "bdf"s, "bdf"s});
}

TEST_CASE("merge: an exception of an input comes through", "[heapq][merge][oracle]") {
    source a{{0, 1, 2, 3, 4}, 3}, b{{0, 1, 2, 3, 4}, 3};
    CHECK_THROWS_AS(collect(merge(one_shot(a), one_shot(b))), std::runtime_error);
}

// ---------------------------------------------------------------- 2. properties

template <class T, class Make>
void check_random(Make make, int rounds, std::size_t most_inputs) {
    std::mt19937 random(20);
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    for (int round = 0; round != rounds; ++round) {
        std::vector<std::vector<T>> inputs(below(most_inputs + 1));
        for (auto& input : inputs) {
            input.resize(below(3) == 0 ? below(3) : below(60));
            for (auto& x : input) x = make(static_cast<int>(random() % 100) - 50);
        }
        auto const agrees = [&](auto comp) {
            std::vector<T> expected;
            for (auto& input : inputs) {
                regius::tests::stable_sort(input, comp);
                expected.insert(expected.end(), input.begin(), input.end());
            }
            regius::tests::stable_sort(expected, comp);
            CAPTURE(round, inputs.size());
            auto merged = merge(inputs, comp);
            CHECK(merged.size() == expected.size());
            CHECK(collect(merged) == expected);
            CHECK(flow(merged) == expected);
            CHECK((merged | regius::to<std::vector>()) == expected);
        };
        agrees(std::ranges::less{});
        agrees(std::ranges::greater{});
        agrees([](T const& a, T const& b) { return a < b; });
    }
}

TEST_CASE("merge: the sorted concatenation, for every kind of key", "[heapq][merge]") {
    check_random<int>([](int x) { return x; }, 60, 20);
    check_random<std::int64_t>([](int x) { return x * 100'000'000'000; }, 60, 20);
    check_random<std::uint64_t>([](int x) { return static_cast<std::uint64_t>(x); }, 60, 20);
    check_random<std::uint8_t>([](int x) { return static_cast<std::uint8_t>(x); }, 60, 20);
    check_random<signed char>([](int x) { return static_cast<signed char>(2 * x); }, 60, 20);
    check_random<float>([](int x) { return static_cast<float>(x) / 3; }, 60, 20);
    check_random<double>([](int x) { return x == 7 ? -0.0 : x / 7.0; }, 60, 20);
    check_random<std::string>([](int x) { return std::string(static_cast<std::size_t>(x + 50) / 5, 'a') + char(x); },
                              60, 20);
    check_random<std::pair<int, std::string>>([](int x) { return std::pair(x / 10, std::to_string(x)); }, 60, 20);
    check_random<int>([](int x) { return x; }, 4, 300);
}

TEST_CASE("merge: extreme keys are not taken for the end", "[heapq][merge]") {
    auto const least = std::numeric_limits<std::int64_t>::min();
    auto const most = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> const a{least, most, most}, b{least, 0, most}, c{most};
    CHECK(collect(merge(a, b, c)) == std::vector{least, least, std::int64_t{0}, most, most, most, most});
    std::vector<std::uint32_t> const d{~0U, ~0U, 0U}, e{~0U, 0U};
    CHECK(collect(merge(d, e, std::greater<>{})) == std::vector{~0U, ~0U, ~0U, 0U, 0U});
    std::vector<std::string> const f{"\xff\xff\xff\xff\xff\xff\xff\xff", "\xff\xff\xff\xff\xff\xff\xff\xff\x01"},
        g{"", "\xff"};
    CHECK(collect(merge(f, g)) == std::vector{g[0], g[1], f[0], f[1]});
    using namespace std::literals;
    std::vector<std::string> const h{"ab", "ab\0\0"s}, i{"ab\0"s};
    CHECK(collect(merge(h, i)) == std::vector{"ab"s, "ab\0"s, "ab\0\0"s});
}

TEST_CASE("merge: equal elements come in the order of their inputs", "[heapq][merge][oracle]") {
    std::mt19937 random(5);
    for (int inputs = 1; inputs <= 17; ++inputs) {
        std::vector<std::vector<record>> streams(static_cast<std::size_t>(inputs));
        for (int i = 0; i != 500; ++i) {
            int const from = static_cast<int>(random() % static_cast<unsigned>(inputs));
            streams[static_cast<std::size_t>(from)].push_back({static_cast<int>(random() % 30), from});
        }
        for (auto& stream : streams) regius::tests::stable_sort(stream, {}, &record::key);
        auto const in_order = [](record const& a, record const& b) {
            return a.key < b.key || (a.key == b.key && a.from <= b.from);
        };
        CAPTURE(inputs);
        auto const cached = collect(merge(streams, {}, &record::key));
        CHECK(std::ranges::adjacent_find(cached, std::not_fn(in_order)) == cached.end());
        auto const compared = collect(merge(streams, [](record const& a, record const& b) { return a.key < b.key; }));
        CHECK(compared == cached);
        auto const text =
            collect(merge(streams, {}, [](record const& r) { return "prefixed-" + std::to_string(100 + r.key); }));
        CHECK(text == cached);
    }
}

TEST_CASE("merge: unsorted input loses nothing", "[heapq][merge]") {
    numbers const a{5, 1, 9, 2}, b{3, 8, 0}, c{7, 7, 1};
    auto merged = collect(merge(a, b, c));
    std::ranges::sort(merged);
    CHECK(merged == numbers{0, 1, 1, 2, 3, 5, 7, 7, 8, 9});
    double const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(collect(merge(std::vector{nan, 1.0}, std::vector{0.0, nan, 2.0})).size() == 5);
}

TEST_CASE("merge: long arrays of integers, collected at once", "[heapq][merge]") {
    std::mt19937_64 random(9);
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    for (std::size_t const k : {1U, 2U, 3U, 8U, 37U, 300U}) {
        for (std::size_t const most : {40U, 3000U}) {
            // Some inputs are far longer than others, some begin where others end, and some are not in order.
            for (bool const in_order : {true, false}) {
                std::vector<std::vector<std::uint64_t>> inputs(k);
                std::vector<std::uint64_t> expected;
                for (auto& input : inputs) {
                    input.resize(below(5) == 0 ? below(5 * most) : below(most / 10));
                    auto const from = below(4) * 100, spread = below(3) == 0 ? std::size_t{1} << 60 : 200;
                    for (auto& x : input) x = from + below(spread);
                    if (in_order) std::ranges::sort(input);
                    expected.insert(expected.end(), input.begin(), input.end());
                }
                std::ranges::sort(expected);
                auto result = merge(inputs) | regius::to<std::vector>();
                CAPTURE(k, most, in_order);
                if (!in_order) std::ranges::sort(result);
                CHECK(result == expected);
            }
        }
    }
}

TEST_CASE("merge: inputs of several types, through a common reference", "[heapq][merge]") {
    std::list<int> const a{1, 4, 7};
    numbers const b{2, 4, 9};
    std::istringstream text("0 4 8");
    CHECK(collect(merge(a, b, std::views::iota(3, 6))) == numbers{1, 2, 3, 4, 4, 4, 5, 7, 9});
    CHECK(collect(merge(std::ranges::istream_view<int>(text), a, b)) == numbers{0, 1, 2, 4, 4, 4, 7, 8, 9});
    CHECK(collect(merge(std::vector{1, 3}, std::vector{1.5, 2.5})) == std::vector{1.0, 1.5, 2.5, 3.0});
    std::vector const owned{"a"s, "c"s};
    std::vector const viewed{"b"sv};
    CHECK(collect(merge(owned, viewed)) == std::vector{"a"sv, "b"sv, "c"sv});
    static_assert(std::same_as<std::ranges::range_reference_t<decltype(merge(a, b))>, int const&>);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class... Rs>
using merged = decltype(merge(std::declval<Rs>()...));

static_assert(std::ranges::view<merged<numbers&, numbers&>>);
static_assert(std::copyable<merged<numbers&, numbers&>>);
static_assert(std::ranges::input_range<merged<numbers, numbers>>);
static_assert(!std::ranges::forward_range<merged<numbers&, numbers&>>);
static_assert(std::ranges::sized_range<merged<numbers&, std::list<int>&>>);
static_assert(std::ranges::sized_range<merged<std::set<numbers>>>);
static_assert(!std::copyable<merged<std::set<numbers>>>);
static_assert(std::copyable<merged<numbers&, std::list<int>&>>);
static_assert(!std::ranges::sized_range<merged<one_shot, one_shot>>);
static_assert(std::ranges::view<merged<one_shot, numbers&>>);
static_assert(std::same_as<std::ranges::range_reference_t<merged<numbers&, numbers&>>, int&>);
static_assert(std::same_as<std::ranges::range_reference_t<merged<std::vector<numbers> const&>>, int const&>);
static_assert(std::same_as<std::ranges::range_reference_t<merged<one_shot, one_shot>>, int>);

template <class... Args>
concept can_merge = requires(Args&&... args) { merge(std::forward<Args>(args)...); };

struct unordered {};

static_assert(can_merge<numbers&, std::list<long>&>);
static_assert(can_merge<numbers&, numbers&, std::greater<>, std::negate<>>);
static_assert(!can_merge<>);
static_assert(!can_merge<int, numbers&>);
static_assert(!can_merge<numbers&, std::vector<std::string>&>);  // nothing in common
static_assert(!can_merge<std::vector<unordered>&>);              // nothing to compare with
static_assert(!can_merge<numbers&, numbers&, std::negate<>>);    // a comparator takes two
static_assert(!can_merge<numbers&, std::less<>, numbers&>);      // ranges come first

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("merge: reads one item of each input at first and one a step, when it is asked for", "[heapq][merge]") {
    source a{{1, 4, 6}}, b{{2, 3, 9}}, c{{}};
    auto view = merge(one_shots(a, b, c));
    CHECK((a.read == 0 && b.read == 0));
    auto it = view.begin();
    CHECK((a.read == 1 && b.read == 1 && *it == 1));
    ++it;
    CHECK((a.read == 2 && b.read == 1 && *it == 2));
    ++it;
    CHECK((a.read == 2 && b.read == 2 && *it == 3));
    ++it;
    CHECK((a.read == 2 && b.read == 3 && *it == 4));
    ++it;
    ++it;
    CHECK((a.read == 4 && b.read == 3 && *it == 9));
    ++it;
    CHECK(it == view.end());
    CHECK(view.begin() == view.end());
}

TEST_CASE("merge: internal iteration reads no further than asked", "[heapq][merge]") {
    source a{{1, 4, 6}}, b{{2, 3, 9}};
    auto view = merge(one_shots(a, b));
    numbers seen;
    auto const until = [&](int last) {
        return [&seen, last](int x) {
            seen.push_back(x);
            return x != last;
        };
    };
    CHECK(!view.for_each_while(until(3)));
    CHECK((a.read == 2 && b.read == 2));
    CHECK(view.for_each_while(until(-1)));
    CHECK(seen == numbers{1, 2, 3, 4, 6, 9});
}

TEST_CASE("merge: a second loop goes on over one-shot inputs and starts over where every input can", "[heapq][merge]") {
    source a{{1, 4, 6}}, b{{2, 3, 9}};
    auto once = merge(one_shots(a, b));
    for (int x : once)
        if (x == 3) break;
    CHECK(collect(once) == numbers{4, 6, 9});
    CHECK(collect(once).empty());

    numbers const c{1, 3}, d{2};
    auto again = merge(c, d);
    for (int x : again)
        if (x == 2) break;
    CHECK(collect(again) == numbers{1, 2, 3});
}

static_assert(regius::core::enable_restartable<decltype(merge(numbers{}, std::list<int>{}))>);
static_assert(
    !regius::core::enable_restartable<decltype(merge(numbers{}, std::declval<std::ranges::istream_view<int>>()))>);

TEST_CASE("merge: a view that is moved on the way goes on", "[heapq][merge]") {
    source a{{1, 4, 6}}, b{{2, 3, 9}};
    auto first = merge(one_shots(a, b));
    for (int x : first)
        if (x == 3) break;
    auto second = std::move(first);
    CHECK(collect(second) == numbers{4, 6, 9});

    numbers const c{1, 3};
    std::list<int> const d{2};
    auto third = merge(c, d);
    CHECK(*third.begin() == 1);
    auto copy = third;
    auto moved = std::move(third);
    CHECK(collect(copy) == numbers{1, 2, 3});
    CHECK(collect(moved) == numbers{1, 2, 3});
}

TEST_CASE("merge: an input that throws is at its end, and a new loop gets all the others", "[heapq][merge]") {
    source a{{1, 4, 7}}, b{{2, 5, 8}, 1}, c{{3, 6, 9}};
    auto view = merge(one_shots(a, b, c));
    numbers seen;
    auto const loop = [&] {
        for (int x : view) seen.push_back(x);
    };
    CHECK_THROWS_WITH(loop(), "broken source"s);
    CHECK(seen == numbers{1, 2});
    loop();
    CHECK(seen == numbers{1, 2, 3, 4, 6, 7, 9});
}

TEST_CASE("merge: an input that throws at its first item does not cost the others theirs", "[heapq][merge]") {
    source a{{1, 4, 7}}, b{{2, 5, 8}, 0}, c{{3, 6, 9}};
    auto view = merge(one_shots(a, b, c));
    CHECK_THROWS_WITH(collect(view), "broken source"s);
    CHECK(collect(view) == numbers{1, 3, 4, 6, 7, 9});

    numbers const d{5};
    source e{{1, 4, 7}}, f{{2, 5, 8}, 0};
    auto mixed = merge(one_shot(e), one_shot(f), d);
    CHECK_THROWS_WITH(collect(mixed), "broken source"s);
    CHECK(collect(mixed) == numbers{1, 4, 5, 7});
}

TEST_CASE("merge: a comparator or projection that throws loses no item", "[heapq][merge]") {
    for (int fail = 0;; ++fail) {
        source a{{1, 4, 7, 8}}, b{{2, 5, 5}}, c{{3, 3, 9}}, d{{}}, e{{6}};
        int calls = 0;
        bool thrown = false;
        auto const bomb = [&] {
            if (calls++ == fail) {
                thrown = true;
                throw std::runtime_error("bomb");
            }
        };
        auto const comp = [&](int x, int y) {
            bomb();
            return x < y;
        };
        auto const proj = [&](int x) {
            bomb();
            return x;
        };
        auto view = merge(one_shots(a, b, c, d, e), comp, proj);
        numbers seen;
        auto const loop = [&] {
            for (int x : view) seen.push_back(x);
        };
        try {
            loop();
        } catch (std::runtime_error const&) {
            loop();
        }
        CAPTURE(fail);
        CHECK(seen == numbers{1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9});
        if (!thrown) break;
    }
}

TEST_CASE("merge: compares ceil(log2 k) times an element and k times at the start, projects once", "[heapq][merge]") {
    for (std::size_t k = 1; k <= 40; ++k) {
        std::vector<numbers> inputs(k);
        for (std::size_t i = 0; i != k; ++i)
            for (std::size_t j = 0; j != 20; ++j) inputs[i].push_back(static_cast<int>(j * 7 + i * 3 % 11));
        std::size_t comparisons = 0;
        std::size_t projections = 0;
        auto const comp = [&](int a, int b) {
            ++comparisons;
            return a < b;
        };
        auto const proj = [&](int x) {
            ++projections;
            return x;
        };
        std::size_t log = 0;
        while ((std::size_t{1} << log) < k) ++log;
        CAPTURE(k);
        CHECK(collect(merge(inputs, comp, proj)).size() == 20 * k);
        CHECK(comparisons <= 20 * k * log + k);
        CHECK(projections <= 20 * k);
        if (k == 1) CHECK(projections == 1);
    }
}

TEST_CASE("merge: each item is made once", "[heapq][merge]") {
    int made = 0;
    auto const make = [&](int x) {
        ++made;
        return std::to_string(x);
    };
    numbers const a{1, 3, 5}, b{2, 4};
    auto texts = merge(a | std::views::transform(make), b | std::views::transform(make));
    static_assert(std::same_as<std::ranges::range_reference_t<decltype(texts)>, std::string&>);
    CHECK(collect(texts) == std::vector{"1"s, "2"s, "3"s, "4"s, "5"s});
    CHECK(made == 5);
}

TEST_CASE("merge: borrows lvalues and owns rvalues", "[heapq][merge]") {
    numbers a{1, 4}, b{2};
    for (int& x : merge(a, b)) x += 10;
    CHECK((a == numbers{11, 14} && b == numbers{12}));

    std::vector<numbers> runs{{1, 4}, {2}};
    for (int& x : merge(runs)) x *= 2;
    CHECK(runs == std::vector<numbers>{{2, 8}, {4}});
    auto owner = merge(std::move(runs));
    auto moved = std::move(owner);
    CHECK(collect(moved) == numbers{2, 4, 8});

    auto from_array = merge(std::array{"ad"s, "bc"s});
    auto from_array_moved = std::move(from_array);
    CHECK(collect(from_array_moved) == std::vector{'a', 'b', 'c', 'd'});
    CHECK(collect(merge(std::set<numbers>{{1, 3}, {2, 4}})) == numbers{1, 2, 3, 4});
    CHECK(collect(merge(std::vector<numbers>{{1, 4}, {2}, {0}} | std::views::take(2))) == numbers{1, 2, 4});
    auto held = merge(std::array<std::array<int, 2>, 2>{{{1, 3}, {2, 4}}} | std::views::take(2));
    CHECK(*held.begin() == 1);
    auto held_moved = std::move(held);
    CHECK(collect(held_moved) == numbers{1, 2, 3, 4});
    CHECK(collect(merge(std::views::iota(0, 3) | std::views::transform([](int i) { return numbers{i, i + 10}; }))) ==
          numbers{0, 1, 2, 10, 11, 12});
}

TEST_CASE("merge: a range that nobody else keeps stays where it is when the merge is moved", "[heapq][merge]") {
    using arrays = std::array<std::array<int, 2>, 2>;
    auto const as_span = [](std::array<int, 2>& inner) { return std::span(inner); };
    auto spans = merge(arrays{{{1, 3}, {2, 4}}} | std::views::transform(as_span));
    static_assert(!std::copyable<decltype(spans)>);
    CHECK(*spans.begin() == 1);
    auto moved = std::move(spans);
    CHECK(moved.size() == 4);
    CHECK(collect(moved) == numbers{1, 2, 3, 4});
    CHECK((merge(std::set<numbers>{{1, 3}, {2, 4}}) | regius::to<std::vector>()) == numbers{1, 2, 3, 4});

    source a{{1, 4, 6}}, b{{2, 3, 9}};
    auto const at_most = [](one_shot& view) { return std::views::take(std::ranges::ref_view(view), 9); };
    auto once = merge(one_shots(a, b) | std::views::transform(at_most));
    for (int x : once)
        if (x == 3) break;
    auto rest = std::move(once);
    CHECK(collect(rest) == numbers{4, 6, 9});
    CHECK(collect(once).empty());
}

TEST_CASE("merge: arrays whose length is not known", "[heapq][merge]") {
    numbers const a{1, 4, 100, 2}, b{2, 3, 100};
    auto const small = [](int x) { return x < 100; };
    auto merged = merge(a | std::views::take_while(small), b | std::views::take_while(small));
    CHECK(collect(merged) == numbers{1, 2, 3, 4});
    CHECK(flow(merged) == numbers{1, 2, 3, 4});
}

TEST_CASE("merge: a named one-shot view is borrowed", "[heapq][merge]") {
    source a{{1, 4}}, b{{2, 3}};
    one_shot first(a), second(b);
    CHECK(collect(merge(first, second)) == numbers{1, 2, 3, 4});
    source c{{1, 4}}, d{{2, 3}};
    auto files = one_shots(c, d);
    CHECK(collect(merge(files)) == numbers{1, 2, 3, 4});
}

TEST_CASE("merge: elements that cannot be copied", "[heapq][merge]") {
    std::vector<std::unique_ptr<int>> a, b;
    a.push_back(std::make_unique<int>(1));
    a.push_back(std::make_unique<int>(3));
    b.push_back(std::make_unique<int>(2));
    numbers seen;
    for (auto& p : merge(a, b, {}, [](auto const& x) { return *x; })) seen.push_back(*p);
    CHECK(seen == numbers{1, 2, 3});
    auto const less = [](auto const& x, auto const& y) { return *x < *y; };
    std::vector<std::unique_ptr<int>> all;
    for (auto&& p : merge(std::move(a), std::move(b), less)) all.push_back(std::move(p));
    CHECK((all.size() == 3 && *all[1] == 2));
}

TEST_CASE("merge: endless inputs", "[heapq][merge]") {
    auto const evens = std::views::iota(0) | std::views::transform([](int x) { return 2 * x; });
    auto const odds = std::views::iota(0) | std::views::transform([](int x) { return 2 * x + 1; });
    CHECK(collect(merge(evens, odds) | std::views::take(5)) == numbers{0, 1, 2, 3, 4});
    auto const naturals = std::views::iota(0);
    STATIC_REQUIRE(regius::core::infinite<decltype(merge(naturals, naturals))>);
    STATIC_REQUIRE(regius::core::infinite<decltype(merge(numbers{5}, naturals))>);
    STATIC_REQUIRE(!regius::core::infinite<decltype(merge(numbers{5}, numbers{6}))>);
}

// ---------------------------------------------------------------- 5. at compile time

constexpr int digits(auto&& range) {
    int n = 0;
    for (int x : range) n = 10 * n + x;
    return n;
}

static_assert(digits(merge(std::array{1, 4, 7}, std::array{2, 5})) == 12457);
static_assert(digits(merge(std::array{7, 4}, std::array{5, 2}, std::array{6}, std::ranges::greater{})) == 76542);
static_assert(digits(merge(std::array{1, 4}, std::views::iota(2, 4), {}, [](int x) { return x; })) == 1234);
static_assert(digits(merge(std::array{std::array{1, 4}, std::array{2, 3}})) == 1234);
static_assert(digits(merge(std::vector{1, 4, 7}, std::vector{2, 5}) | regius::to<std::vector>()) == 12457);
static_assert(digits(merge(std::vector{7, 1}, std::vector{9}, std::vector{5}, std::greater<>{}) |
                     regius::to<std::vector>()) == 9751);

}  // namespace
