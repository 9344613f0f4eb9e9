// SPDX-License-Identifier: MIT
// Question   what do the 100 largest of many cost beside std::partial_sort_copy, on random and on ascending input?
// Measures   elements per second; 4 Mi std::uint64_t
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/heapq/nlargest.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <random>
#include <vector>

namespace {

using u64 = std::uint64_t;
constexpr std::size_t wanted = 100;

std::vector<u64> const& data(bool ascending) {
    auto const make = [](bool sorted) {
        std::mt19937_64 random(1);
        std::vector<u64> v(4 << 20);
        for (auto& x : v) x = random();
        if (sorted) std::sort(v.begin(), v.end());
        return v;
    };
    static std::vector<u64> const shuffled = make(false), sorted = make(true);
    return ascending ? sorted : shuffled;
}

template <class Find>
void measure(benchmark::State& state, Find find) {
    auto const& v = data(state.range(0) != 0);
    for (auto _ : state) {
        auto const best = find(v);
        benchmark::DoNotOptimize(best);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(v.size()));
}

void sum_of_all(benchmark::State& state) {
    measure(state, [](auto const& v) { return std::accumulate(v.begin(), v.end(), u64{0}); });
}
void std_partial_sort_copy(benchmark::State& state) {
    measure(state, [](auto const& v) {
        std::vector<u64> best(wanted);
        std::partial_sort_copy(v.begin(), v.end(), best.begin(), best.end(), std::greater<>{});
        return best;
    });
}
void regius_nlargest(benchmark::State& state) {
    measure(state, [](auto const& v) { return regius::nlargest(wanted, v); });
}

void inputs(benchmark::internal::Benchmark* b) {
    b->ArgName("ascending")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
}

BENCHMARK(sum_of_all)->Apply(inputs);
BENCHMARK(std_partial_sort_copy)->Apply(inputs);
BENCHMARK(regius_nlargest)->Apply(inputs);

}  // namespace

BENCHMARK_MAIN();
