// SPDX-License-Identifier: MIT
// Question   do heapify, heappush and heappop cost more than std's heap functions, for the same binary heap?
// Measures   elements per second; 1 Mi random std::uint64_t
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/heapq/heap.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#if __has_include(<boost/heap/d_ary_heap.hpp>)
#include <boost/heap/d_ary_heap.hpp>
#define HAS_BOOST
#endif

namespace {

using u64 = std::uint64_t;

std::vector<u64> const& data() {
    static std::vector<u64> const made = [] {
        std::mt19937_64 random(1);
        std::vector<u64> v(1 << 20);
        for (auto& x : v) x = random();
        return v;
    }();
    return made;
}

template <class Make>
void heapify_by(benchmark::State& state, Make make) {
    for (auto _ : state) {
        state.PauseTiming();
        auto heap = data();
        state.ResumeTiming();
        make(heap);
        benchmark::DoNotOptimize(heap.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(data().size()));
}

template <class Push, class Pop>
void push_pop_by(benchmark::State& state, Push push, Pop pop) {
    for (auto _ : state) {
        std::vector<u64> heap;
        heap.reserve(data().size());
        u64 sum = 0;
        for (u64 x : data()) push(heap, x);
        while (!heap.empty()) sum = sum * 3 + pop(heap);
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(data().size()));
}

void heapify_std(benchmark::State& state) {
    heapify_by(state, [](auto& heap) { std::make_heap(heap.begin(), heap.end(), std::greater<>{}); });
}
void heapify_regius(benchmark::State& state) {
    heapify_by(state, [](auto& heap) { regius::heapify(heap); });
}

void push_pop_std(benchmark::State& state) {
    push_pop_by(
        state,
        [](auto& heap, u64 x) {
            heap.push_back(x);
            std::push_heap(heap.begin(), heap.end(), std::greater<>{});
        },
        [](auto& heap) {
            std::pop_heap(heap.begin(), heap.end(), std::greater<>{});
            auto const x = heap.back();
            heap.pop_back();
            return x;
        });
}
void push_pop_regius(benchmark::State& state) {
    push_pop_by(
        state, [](auto& heap, u64 x) { regius::heappush(heap, x); }, [](auto& heap) { return regius::heappop(heap); });
}

BENCHMARK(heapify_std)->Unit(benchmark::kMillisecond);
BENCHMARK(heapify_regius)->Unit(benchmark::kMillisecond);
BENCHMARK(push_pop_std)->Unit(benchmark::kMillisecond);
BENCHMARK(push_pop_regius)->Unit(benchmark::kMillisecond);

#if defined(HAS_BOOST)
void push_pop_boost_4_ary(benchmark::State& state) {
    for (auto _ : state) {
        boost::heap::d_ary_heap<u64, boost::heap::arity<4>, boost::heap::compare<std::greater<>>> heap;
        heap.reserve(data().size());
        u64 sum = 0;
        for (u64 x : data()) heap.push(x);
        while (!heap.empty()) {
            sum = sum * 3 + heap.top();
            heap.pop();
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(data().size()));
}
BENCHMARK(push_pop_boost_4_ary)->Unit(benchmark::kMillisecond);
#endif

}  // namespace

BENCHMARK_MAIN();
