// SPDX-License-Identifier: MIT
// Mirrors CPython 3.13, Lib/test/test_heapq.py, TestHeap.

#include <regius/heapq/heap.hpp>

#include <regius/collections/deque.hpp>
#include <support/bomb.hpp>
#include <support/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::heapify;
using regius::heappop;
using regius::heappush;
using regius::heappushpop;
using regius::heapreplace;
using namespace regius::tests;
using numbers = std::vector<int>;

// Answers of CPython: what lies in memory after each call.
#include <oracle/heaps.inc>

numbers random_numbers(std::size_t size, unsigned below, unsigned seed = 1) {
    std::mt19937 random(seed);
    numbers v(size);
    for (int& x : v) x = static_cast<int>(random() % below);
    return v;
}

template <class C, class Comp = std::ranges::less>
bool is_heap(C const& heap, Comp comp = {}) {
    for (std::size_t i = 1; i < heap.size(); ++i)
        if (comp(heap[i], heap[(i - 1) / 2])) return false;
    return true;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("heapq: elements lie in memory as CPython's do", "[heapq][heap][oracle]") {
    auto const later = [](std::pair<int, int> const& x) { return x.first; };
    for (auto const& answer : heap_answers) {
        auto heap = answer.items;
        heapify(heap, {}, later);
        CHECK(heap == answer.heapified);
        CHECK(heappop(heap, {}, later) == answer.popped);
        CHECK(heap == answer.after_pop);
        heappush(heap, answer.popped, {}, later);
        CHECK(heap == answer.after_push);
        CHECK(heapreplace(heap, std::pair(5, -1), {}, later) == answer.replaced);
        CHECK(heap == answer.after_replace);
        CHECK(heappushpop(heap, std::pair(3, -2), {}, later) == answer.pushpopped);
        CHECK(heap == answer.after_pushpop);
    }
}

TEST_CASE("heapq: large heaps are CPython's, too", "[heapq][heap][oracle]") {
    for (auto const& [size, digest] : heapify_digests) {
        std::uint64_t x = 12345;
        std::vector<std::uint64_t> heap;
        for (std::size_t i = 0; i != size; ++i) {
            x = x * 6364136223846793005U + 1442695040888963407U;
            heap.push_back((x >> 33) % 1000 << 32 | i);
        }
        heapify(heap, {}, [](std::uint64_t y) { return y >> 32; });
        std::uint64_t sum = 0;
        for (std::uint64_t const y : heap) sum = sum * 31 + y;
        CAPTURE(size);
        CHECK(sum == digest);
    }
}

TEST_CASE("heapq: an empty heap", "[heapq][heap][oracle]") {
    numbers heap;
    heapify(heap);
    CHECK_THROWS_WITH(heappop(heap), "index out of range"s);
    CHECK_THROWS_AS(heapreplace(heap, 1), regius::index_error);
    CHECK(heappushpop(heap, 10) == 10);
    CHECK(heap.empty());
}

TEST_CASE("heapq: heappushpop gives back what is not larger than the top", "[heapq][heap][oracle]") {
    numbers heap{10};
    CHECK((heappushpop(heap, 9) == 9 && heap == numbers{10}));
    CHECK((heappushpop(heap, 11) == 10 && heap == numbers{11}));
    CHECK((heapreplace(heap, 20) == 11 && heap == numbers{20}));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("heapq: pushed and popped comes out sorted", "[heapq][heap][oracle]") {
    for (unsigned trial = 0; trial != 100; ++trial) {
        auto data = random_numbers(trial * 3 % 50, 25, trial);
        numbers heap;
        if (trial % 2 == 0) {
            heap = data;
            heapify(heap);
        } else {
            for (int x : data) heappush(heap, x);
        }
        CHECK(is_heap(heap));
        numbers popped;
        while (!heap.empty()) {
            popped.push_back(heappop(heap));
            CHECK(is_heap(heap));
        }
        std::ranges::sort(data);
        CHECK(popped == data);
    }
}

TEST_CASE("heapq: heapify makes a heap of any size", "[heapq][heap][oracle]") {
    for (std::size_t const size : {0U,  1U,    2U,    3U,    4U,    5U,    6U,    7U,    8U,      9U,
                                   30U, 4094U, 4095U, 4096U, 4097U, 8190U, 8191U, 8192U, 20'000U, 70'000U}) {
        auto heap = random_numbers(size, 1'000'000);
        auto sorted = heap;
        heapify(heap);
        CAPTURE(size);
        CHECK(is_heap(heap));
        heapify(heap, std::greater<>{});
        CHECK(is_heap(heap, std::greater<>{}));
        std::ranges::sort(heap);
        std::ranges::sort(sorted);
        CHECK(heap == sorted);
    }
}

TEST_CASE("heapq: n best by heapreplace and by heappushpop", "[heapq][heap][oracle]") {
    auto const data = random_numbers(1000, 2000);
    numbers replaced(data.begin(), data.begin() + 10);
    heapify(replaced);
    auto pushed = replaced;
    for (std::size_t i = 10; i != data.size(); ++i) {
        if (data[i] > replaced[0]) heapreplace(replaced, data[i]);
        heappushpop(pushed, data[i]);
    }
    auto expected = data;
    std::ranges::sort(expected);
    expected.erase(expected.begin(), expected.end() - 10);
    std::ranges::sort(replaced);
    std::ranges::sort(pushed);
    CHECK(replaced == expected);
    CHECK(pushed == expected);
}

// ---------------------------------------------------------------- 3. what the types promise

template <class C>
concept can_push = requires(C& c) { heappush(c, 1); };
template <class C>
concept can_heapify = requires(C& c) { heapify(c); };

static_assert(can_push<std::vector<int>>);
static_assert(can_push<std::deque<int>>);
static_assert(!can_push<std::span<int>>);  // cannot grow
static_assert(can_heapify<std::span<int>>);
static_assert(can_heapify<std::array<int, 3>>);
static_assert(!can_heapify<std::vector<int> const>);  // cannot be reordered
static_assert(!can_heapify<int>);
struct unordered {};
static_assert(!can_heapify<std::vector<unordered>>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("heapq: a deque, a span and an array are heaps, too", "[heapq][heap]") {
    std::deque<int> d{5, 1, 4, 2, 3};
    heapify(d);
    heappush(d, 0);
    CHECK(heappop(d) == 0);
    CHECK(heappop(d) == 1);
    regius::deque<int> e(d);
    heappush(e, 1);
    CHECK(heappop(e) == 1);
    heapify(e, std::ranges::greater{});
    CHECK(heapreplace(e, 0, std::ranges::greater{}) == 5);
    CHECK(heappop(e, std::ranges::greater{}) == 4);
    std::array a{5, 1, 4};
    heapify(std::span(a));
    CHECK(heapreplace(a, 9) == 1);
    CHECK(heappushpop(std::span(a), 3) == 3);
    CHECK(a[0] == 4);
}

TEST_CASE("heapq: elements that can only be moved, under a projection", "[heapq][heap]") {
    std::vector<std::unique_ptr<int>> heap;
    auto const value = [](auto const& p) { return *p; };
    for (int x : {4, 1, 3, 2, 5}) heappush(heap, std::make_unique<int>(x), {}, value);
    CHECK(*heappop(heap, {}, value) == 1);
    CHECK(*heapreplace(heap, std::make_unique<int>(9), {}, value) == 2);
    CHECK(*heappushpop(heap, std::make_unique<int>(0), {}, value) == 0);
    heapify(heap, std::greater<>{}, value);
    CHECK(*heap[0] == 9);
}

TEST_CASE("heapq: a pushed element may lie in the heap itself", "[heapq][heap]") {
    std::vector<std::string> heap{"a longer string than fits in place"};
    for (int i = 0; i != 20; ++i) heappush(heap, heap[0]);
    CHECK(std::ranges::count(heap, heap[0]) == 21);
}

template <class T>
void check_nothing_lost() {
    using subject = std::vector<T>;
    auto const prepare = [] {
        subject heap;
        for (int i = 0; i != 20; ++i) heap.emplace_back(i * 7 % 20);
        return heap;
    };
    auto const prepare_heap = [&] {
        auto heap = prepare();
        heapify(heap);
        return heap;
    };
    auto const sorted = [](subject const& heap) {
        numbers v;
        for (auto const& x : heap) v.push_back(x.value);
        std::ranges::sort(v);
        return v;
    };
    auto const before = sorted(prepare());
    auto with = before;
    with.insert(with.begin(), 0);
    auto const same = [&](subject const& heap, std::ptrdiff_t n) {
        CAPTURE(n);
        CHECK(sorted(heap) == before);
    };
    fail_every_step(prepare, [](subject& heap) { heapify(heap); }, same);
    fail_every_step(prepare_heap, [](subject& heap) { (void)heappop(heap); }, same);
    fail_every_step(prepare_heap, [](subject& heap) { (void)heapreplace(heap, T(11)); }, same);
    fail_every_step(prepare_heap, [](subject& heap) { (void)heappushpop(heap, T(11)); }, same);
    fail_every_step(
        prepare_heap, [](subject& heap) { heappush(heap, T(0)); },
        [&](subject const& heap, std::ptrdiff_t) { CHECK((sorted(heap) == before || sorted(heap) == with)); });
}

/// Its moves do not throw, but do not promise it: such elements are swapped along.
struct unsure {
    int value;
    unsure(int x) : value(x) {}
    unsure(unsure&& that) noexcept(false) : value(std::exchange(that.value, -1)) {}
    unsure& operator=(unsure&& that) noexcept(false) {
        value = std::exchange(that.value, -1);
        return *this;
    }
    [[maybe_unused]] friend bool operator==(unsure const& a, unsure const& b) { return a.value == b.value; }
    friend auto operator<=>(unsure const& a, unsure const& b) {
        fuse::tick();
        return a.value <=> b.value;
    }
};

TEST_CASE("heapq: a comparison that throws loses no element, whichever it is", "[heapq][heap]") {
    check_nothing_lost<bomb<>>();
    check_nothing_lost<unsure>();
    CHECK(fuse::alive == 0);
}

TEST_CASE("heapq: compares about log2 n times a pop and 2 n times a heapify", "[heapq][heap]") {
    std::size_t comparisons = 0;
    auto const comp = [&](int a, int b) {
        ++comparisons;
        return a < b;
    };
    auto heap = random_numbers(4096, 1'000'000);
    heapify(heap, comp);
    CHECK(comparisons <= 2 * 4096);
    comparisons = 0;
    for (int i = 0; i != 1000; ++i) (void)heappop(heap, comp);
    CHECK(comparisons <= 1000 * 14);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    std::vector heap{5, 2, 8, 1, 9};
    heapify(heap);
    heappush(heap, 0);
    int digits = heapreplace(heap, 7);
    while (!heap.empty()) digits = digits * 10 + heappop(heap);
    return digits;
}() == 125789);

}  // namespace
