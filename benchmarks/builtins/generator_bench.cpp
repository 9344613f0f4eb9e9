// SPDX-License-Identifier: MIT
// Question   what does an element cost through a generator, and what a generator?
// Measures   elements a second: counting up, the compiler seeing the body or not; one value and the end of a
//            generator; an in-order walk of a tree of a million nodes; send beside next; delegation to a range
// Judge by   the medians of interleaved runs:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9
// Contenders by_hand: the state machine or the recursion one would write; reference: std::generator, of the
//            standard library or as its authors proposed it (github.com/lewissbaker/generator); cppcoro; boost

#include <benchmark/benchmark.h>
#include <regius/builtins/generator.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <random>
#include <ranges>
#include <utility>
#include <vector>

#if __has_include(<generator>) && __cplusplus > 202002L
#include <generator>
#define HAS_REFERENCE 1
#elif __has_include(<__generator.hpp>)
#include <__generator.hpp>
#define HAS_REFERENCE 1
#else
#define HAS_REFERENCE 0
#endif
#if __has_include(<cppcoro/recursive_generator.hpp>)
#include <cppcoro/generator.hpp>
#include <cppcoro/recursive_generator.hpp>
#define HAS_CPPCORO 1
#else
#define HAS_CPPCORO 0
#endif
#if __has_include(<boost/coroutine2/all.hpp>) && defined(REGIUS_HAS_BOOST_CONTEXT)
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"  // g++ says it of code that it inlines from Boost
#endif
#include <boost/coroutine2/all.hpp>
#define HAS_BOOST 1
#else
#define HAS_BOOST 0
#endif

namespace {

using number = std::uint64_t;
constexpr std::int64_t elements = 1'000'000;

// ---------------------------------------------------------------- counting up

class counter {
    number i_ = 0;
    number n_;

public:
    explicit counter(number n) : n_(n) {}
    bool step() { return i_ < n_ && ++i_; }
    [[gnu::noinline]] bool opaque_step() { return step(); }
    number value() const { return i_ - 1; }
};

regius::generator<number> count_to(number n) {
    for (number i = 0; i < n; ++i) co_yield i;
}
[[gnu::noinline]] regius::generator<number> opaque_count_to(number n) {
    for (number i = 0; i < n; ++i) co_yield i;
}
#if HAS_REFERENCE
std::generator<number> reference_count_to(number n) {
    for (number i = 0; i < n; ++i) co_yield i;
}
[[gnu::noinline]] std::generator<number> opaque_reference_count_to(number n) {
    for (number i = 0; i < n; ++i) co_yield i;
}
#endif
#if HAS_CPPCORO
cppcoro::generator<number> cppcoro_count_to(number n) {
    for (number i = 0; i < n; ++i) co_yield i;
}
#endif

template <class Make>
void sum_of(benchmark::State& state, Make make) {
    for (auto _ : state) {
        number sum = 0;
        for (auto x : make(static_cast<number>(elements))) sum += x * x ^ x;
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * elements);
}

void flat_by_hand(benchmark::State& state) {
    for (auto _ : state) {
        number sum = 0;
        for (counter c(elements); c.step();) sum += c.value() * c.value() ^ c.value();
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * elements);
}
void flat_by_hand_opaque(benchmark::State& state) {
    for (auto _ : state) {
        number sum = 0;
        for (counter c(elements); c.opaque_step();) sum += c.value() * c.value() ^ c.value();
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * elements);
}
void flat_regius(benchmark::State& state) {
    sum_of(state, [](number n) { return count_to(n); });
}
void flat_regius_opaque(benchmark::State& state) {
    sum_of(state, [](number n) { return opaque_count_to(n); });
}
void flat_regius_for_each(benchmark::State& state) {
    for (auto _ : state) {
        number sum = 0;
        auto g = opaque_count_to(elements);
        g.for_each_while([&](number x) {
            sum += x * x ^ x;
            return true;
        });
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * elements);
}
#if HAS_REFERENCE
void flat_reference(benchmark::State& state) {
    sum_of(state, [](number n) { return reference_count_to(n); });
}
void flat_reference_opaque(benchmark::State& state) {
    sum_of(state, [](number n) { return opaque_reference_count_to(n); });
}
#endif
#if HAS_CPPCORO
void flat_cppcoro(benchmark::State& state) {
    sum_of(state, [](number n) { return cppcoro_count_to(n); });
}
#endif
#if HAS_BOOST
void flat_boost(benchmark::State& state) {
    using coroutine = boost::coroutines2::coroutine<number>;
    sum_of(state, [](number n) {
        return coroutine::pull_type([n](coroutine::push_type& yield) {
            for (number i = 0; i < n; ++i) yield(i);
        });
    });
}
#endif

// ---------------------------------------------------------------- one value and the end

template <class Make>
void create(benchmark::State& state, Make make) {
    for (auto _ : state) {
        auto g = make(2);
        number x = *g.begin();
        benchmark::DoNotOptimize(x);
    }
    state.SetItemsProcessed(state.iterations());
}

void create_by_hand_on_heap(benchmark::State& state) {
    for (auto _ : state) {
        auto c = std::make_unique<counter>(2);
        benchmark::DoNotOptimize(c.get());
        c->opaque_step();
        number x = c->value();
        benchmark::DoNotOptimize(x);
    }
    state.SetItemsProcessed(state.iterations());
}
void create_regius(benchmark::State& state) { create(state, opaque_count_to); }
#if HAS_REFERENCE
void create_reference(benchmark::State& state) { create(state, opaque_reference_count_to); }
#endif

// ---------------------------------------------------------------- a tree

struct node {
    number key;
    std::uint32_t left = 0, right = 0;  // 0: none
};

std::vector<node> const& tree() {
    static std::vector<node> const nodes = [] {
        std::vector<number> keys(1'000'000);
        std::iota(keys.begin(), keys.end(), number{1});
        std::vector<node> t(1);
        t.reserve(keys.size() + 1);
        // balanced, in preorder: the root is node 1
        struct range {
            std::size_t first, last;
            std::uint32_t parent;
            bool left;
        };
        std::vector<range> todo{{0, keys.size(), 0, false}};
        while (!todo.empty()) {
            auto const r = todo.back();
            todo.pop_back();
            if (r.first == r.last) continue;
            auto const middle = r.first + (r.last - r.first) / 2;
            auto const me = static_cast<std::uint32_t>(t.size());
            t.push_back({keys[middle]});
            if (r.parent) (r.left ? t[r.parent].left : t[r.parent].right) = me;
            todo.push_back({middle + 1, r.last, me, false});
            todo.push_back({r.first, middle, me, true});
        }
        return t;
    }();
    return nodes;
}

regius::generator<number const&> walk(node const* all, std::uint32_t i) {
    if (all[i].left) co_yield regius::yield_from(walk(all, all[i].left));
    co_yield all[i].key;
    if (all[i].right) co_yield regius::yield_from(walk(all, all[i].right));
}
#if HAS_REFERENCE
std::generator<number const&> reference_walk(node const* all, std::uint32_t i) {
    if (all[i].left) co_yield std::ranges::elements_of(reference_walk(all, all[i].left));
    co_yield all[i].key;
    if (all[i].right) co_yield std::ranges::elements_of(reference_walk(all, all[i].right));
}
#endif
#if HAS_CPPCORO
cppcoro::recursive_generator<number const> cppcoro_walk(node const* all, std::uint32_t i) {
    if (all[i].left) co_yield cppcoro_walk(all, all[i].left);
    co_yield all[i].key;
    if (all[i].right) co_yield cppcoro_walk(all, all[i].right);
}
#endif

template <class F>
void visit(node const* all, std::uint32_t i, F& f) {
    if (all[i].left) visit(all, all[i].left, f);
    f(all[i].key);
    if (all[i].right) visit(all, all[i].right, f);
}

template <class Walk>
void sum_of_tree(benchmark::State& state, Walk walk_tree) {
    auto const* const all = tree().data();
    for (auto _ : state) {
        number sum = 0;
        for (auto const& key : walk_tree(all, 1U)) sum += key;
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * elements);
}

void tree_by_hand(benchmark::State& state) {
    auto const* const all = tree().data();
    for (auto _ : state) {
        number sum = 0;
        auto add = [&](number key) { sum += key; };
        visit(all, 1, add);
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * elements);
}
void tree_regius(benchmark::State& state) {
    sum_of_tree(state, [](node const* all, std::uint32_t i) { return walk(all, i); });
}
#if HAS_REFERENCE
void tree_reference(benchmark::State& state) {
    sum_of_tree(state, [](node const* all, std::uint32_t i) { return reference_walk(all, i); });
}
#endif
#if HAS_CPPCORO
void tree_cppcoro(benchmark::State& state) {
    sum_of_tree(state, [](node const* all, std::uint32_t i) { return cppcoro_walk(all, i); });
}
#endif

// ---------------------------------------------------------------- send

[[gnu::noinline]] regius::generator<number> sums_of_own() {
    for (number sum = 0, i = 0;; ++i) co_yield sum += i;
}
[[gnu::noinline]] regius::generator<number, number> sums_of_sent() {
    for (number sum = 0;;) sum += co_yield sum;
}

void step_next(benchmark::State& state) {
    auto g = sums_of_own();
    for (auto _ : state)
        for (std::int64_t i = 0; i < 1000; ++i) {
            auto x = g.next();
            benchmark::DoNotOptimize(x);
        }
    state.SetItemsProcessed(state.iterations() * 1000);
}
void step_send(benchmark::State& state) {
    auto g = sums_of_sent();
    g.next();
    for (auto _ : state)
        for (number i = 0; i < 1000; ++i) {
            auto x = g.send(i);
            benchmark::DoNotOptimize(x);
        }
    state.SetItemsProcessed(state.iterations() * 1000);
}

// ---------------------------------------------------------------- delegation

[[gnu::noinline]] regius::generator<number> from_range(number n) {
    co_yield regius::yield_from(std::views::iota(number{0}, n));
}
regius::generator<number> through(int depth, number n) {
    if (depth)
        co_yield regius::yield_from(through(depth - 1, n));
    else
        for (number i = 0; i < n; ++i) co_yield i;
}
#if HAS_REFERENCE
std::generator<number> reference_through(int depth, number n) {
    if (depth)
        co_yield std::ranges::elements_of(reference_through(depth - 1, n));
    else
        for (number i = 0; i < n; ++i) co_yield i;
}
#endif

void delegate_to_range(benchmark::State& state) {
    sum_of(state, [](number n) { return from_range(n); });
}
void delegate_10_deep(benchmark::State& state) {
    sum_of(state, [](number n) { return through(10, n); });
}
#if HAS_REFERENCE
void delegate_10_deep_reference(benchmark::State& state) {
    sum_of(state, [](number n) { return reference_through(10, n); });
}
#endif

}  // namespace

BENCHMARK(flat_by_hand);
BENCHMARK(flat_by_hand_opaque);
BENCHMARK(flat_regius);
BENCHMARK(flat_regius_opaque);
BENCHMARK(flat_regius_for_each);
BENCHMARK(create_by_hand_on_heap);
BENCHMARK(create_regius);
BENCHMARK(tree_by_hand);
BENCHMARK(tree_regius);
BENCHMARK(step_next);
BENCHMARK(step_send);
BENCHMARK(delegate_to_range);
BENCHMARK(delegate_10_deep);
#if HAS_REFERENCE
BENCHMARK(flat_reference);
BENCHMARK(flat_reference_opaque);
BENCHMARK(create_reference);
BENCHMARK(tree_reference);
BENCHMARK(delegate_10_deep_reference);
#endif
#if HAS_CPPCORO
BENCHMARK(flat_cppcoro);
BENCHMARK(tree_cppcoro);
#endif
#if HAS_BOOST
BENCHMARK(flat_boost);
#endif
