// SPDX-License-Identifier: MIT
// Mirrors CPython 3.13, Lib/test/test_heapq.py: test_nsmallest, test_nlargest.

#include <regius/heapq/nlargest.hpp>

#include <regius/heapq/merge.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/cycle.hpp>
#include <support/catch.hpp>
#include <support/stable_sort.hpp>

#include <algorithm>
#include <cstddef>
#include <forward_list>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <ranges>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::nlargest;
using regius::nsmallest;
using numbers = std::vector<int>;
using pairs = std::vector<std::pair<int, int>>;

// ---------------------------------------------------------------- 1. what Python says

template <class Comp, class Proj>
void check_as_sorted(pairs const& data, Comp comp, Proj proj) {
    for (std::size_t const n : {0U, 1U, 2U, 10U, 100U, 400U, 999U, 1000U, 1100U}) {
        auto ascending = data;
        regius::tests::stable_sort(ascending, comp, proj);
        auto descending = data;
        regius::tests::stable_sort(descending, [&](auto const& a, auto const& b) { return comp(b, a); }, proj);
        ascending.resize(std::min(n, data.size()));
        descending.resize(std::min(n, data.size()));
        CAPTURE(n);
        CHECK(nsmallest(n, data, comp, proj) == ascending);
        CHECK(nlargest(n, data, comp, proj) == descending);
        std::vector<std::unique_ptr<std::pair<int, int>>> made;
        auto once =
            data | std::views::transform([](auto const& x) { return std::make_unique<std::pair<int, int>>(x); });
        auto const through = [&](auto const& p) { return std::invoke(proj, *p); };
        auto const kept = nlargest(n, once, comp, through);
        CHECK(std::ranges::equal(kept, descending, {}, [](auto const& p) { return *p; }));
    }
}

TEST_CASE("nlargest, nsmallest: the head of a stable sort", "[heapq][nlargest][oracle]") {
    std::mt19937 random(3);
    pairs data;
    for (int i = 0; i != 1000; ++i) data.emplace_back(static_cast<int>(random() % 2000), i);
    check_as_sorted(data, std::ranges::less{}, std::identity{});
    check_as_sorted(data, std::ranges::less{}, [](auto const& x) { return x.first * 547 % 2000; });
    check_as_sorted(data, std::ranges::less{}, [](auto const& x) { return x.first % 7; });
    check_as_sorted(data, std::ranges::greater{}, &std::pair<int, int>::first);
    check_as_sorted(data, std::ranges::less{}, [](auto const&) { return 0; });
    std::ranges::sort(data);
    check_as_sorted(data, std::ranges::less{}, &std::pair<int, int>::first);
    std::ranges::reverse(data);
    check_as_sorted(data, std::ranges::less{}, [](auto const& x) { return std::to_string(x.first % 100); });
    check_as_sorted({}, std::ranges::less{}, std::identity{});
}

TEST_CASE("nlargest: n below one is nothing, and reads nothing", "[heapq][nlargest][oracle]") {
    auto in = std::istringstream("1 2 3");
    auto view = std::views::istream<int>(in);
    CHECK(nlargest(0, view).empty());
    CHECK(nsmallest(-5, numbers{1, 2}).empty());
    CHECK(nlargest(1, numbers{3, 9, 9}) == numbers{9});
    CHECK(nlargest(2, numbers{1, 8, 2, 23, 7}) == numbers{23, 8});
    CHECK(nlargest(std::numeric_limits<std::size_t>::max(), numbers{1, 2}) == numbers{2, 1});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("nlargest: strings, by every way of keeping them", "[heapq][nlargest]") {
    std::vector<std::string> words;
    std::mt19937 random(4);
    for (int i = 0; i != 500; ++i)
        words.push_back("a word that does not fit in place " + std::to_string(random() % 300));
    auto expected = words;
    regius::tests::stable_sort(expected, std::ranges::greater{});
    expected.resize(20);
    CHECK(nlargest(20, words) == expected);
    CHECK(nlargest(20, std::vector(words)) == expected);
    CHECK(nlargest(20, std::forward_list(words.begin(), words.end())) == expected);
    CHECK(nlargest(20, words, {}, [](std::string const& s) { return std::string_view(s); }) == expected);
    CHECK(nlargest(20, words, {}, [](std::string const& s) { return s; }) == expected);
    std::string joined;
    for (auto const& w : words) joined += std::string(w.substr(34)) + ' ';
    auto in = std::istringstream(joined);
    for (auto& e : expected) e = e.substr(34);
    CHECK(nlargest(20, std::views::istream<std::string>(in)) == expected);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class R>
concept can_rank = requires(R&& range) { nlargest(3, std::forward<R>(range)); };

struct unordered {};

static_assert(can_rank<numbers&>);
static_assert(can_rank<std::ranges::istream_view<int>>);
static_assert(!can_rank<std::ranges::iota_view<int, std::unreachable_sentinel_t>>);  // would never return
static_assert(!can_rank<decltype(regius::count(1))>);
static_assert(!can_rank<decltype(regius::cycle(numbers{1}))>);
static_assert(!can_rank<decltype(regius::merge(numbers{1}, regius::count(1)))>);
static_assert(!can_rank<std::vector<unordered>&>);
static_assert(!can_rank<std::vector<std::unique_ptr<int>>&>);  // what is returned is a copy
static_assert(!can_rank<int>);
static_assert(std::same_as<decltype(nlargest(3, "abc"sv)), std::vector<char>>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("nlargest: projects once and compares once what does not make it", "[heapq][nlargest]") {
    numbers data(10'000);
    for (std::size_t i = 0; i != data.size(); ++i) data[i] = static_cast<int>(data.size() - i);
    std::size_t comparisons = 0, projections = 0;
    auto const comp = [&](int a, int b) {
        ++comparisons;
        return a < b;
    };
    auto const proj = [&](int x) {
        ++projections;
        return x;
    };
    CHECK(nlargest(3, data, comp, proj) == numbers{10'000, 9'999, 9'998});
    CHECK(projections == data.size());
    CHECK(comparisons <= data.size() + 3000);
    comparisons = 0;
    (void)nsmallest(100, data, comp);
    CHECK(comparisons <= data.size() * 12);
}

TEST_CASE("nlargest: the pairs of a map come as pairs that can move", "[heapq][nlargest]") {
    std::map<char, int> const counts{{'a', 5}, {'b', 7}, {'c', 6}};
    auto const top = regius::nlargest(2, counts, {}, [](auto const& pair) { return pair.second; });
    CHECK(top == std::vector<std::pair<char, int>>{{'b', 7}, {'c', 6}});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int digits = 0;
    for (int x : nlargest(3, std::vector{1, 8, 2, 7, 9})) digits = digits * 10 + x;
    for (int x : nsmallest(2, std::vector{3, 1, 2})) digits = digits * 10 + x;
    return digits;
}() == 98712);

}  // namespace
