// SPDX-License-Identifier: MIT
// Question   what does a call cost that is never in need of its decorators?
// Measures   calls a second of a small function, plain and decorated; the loop one would write around it by hand
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/functools/compose.hpp>
#include <regius/functools/once.hpp>
#include <regius/functools/partial.hpp>
#include <regius/functools/reduce.hpp>
#include <regius/functools/retry.hpp>
#include <regius/functools/timed.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace {

using namespace std::chrono_literals;

[[gnu::noinline]] std::int64_t work(std::int64_t x) {
    if (x < 0) throw std::invalid_argument("negative");
    return x * 3;
}

template <class F>
void call(benchmark::State& state, F f) {
    std::int64_t x = 1;
    for (auto _ : state) {
        x = f(x) & 0xffff;
        benchmark::DoNotOptimize(x);
    }
}

void plain(benchmark::State& state) { call(state, work); }
void by_hand(benchmark::State& state) {
    call(state, [](std::int64_t x) {
        for (int attempt = 1;; ++attempt) {
            try {
                return work(x);
            } catch (std::exception const&) {
                if (attempt == 3) throw;
            }
        }
    });
}
void retry(benchmark::State& state) { call(state, regius::retry({.max_attempts = 3, .delay = 100ms})(work)); }
void retry_with_deadline(benchmark::State& state) {
    call(state, regius::retry({.max_attempts = 3, .delay = 100ms, .deadline = 1s})(work));
}
void timed(benchmark::State& state) {
    std::int64_t sum = 0;
    call(state, regius::timed("work", [&](std::string_view, std::chrono::nanoseconds d) { sum += d.count(); })(work));
    benchmark::DoNotOptimize(sum);
}
void two_clock_reads(benchmark::State& state) {
    std::int64_t sum = 0;
    call(state, [&](std::int64_t x) {
        auto const start = std::chrono::steady_clock::now();
        auto const result = work(x);
        sum += (std::chrono::steady_clock::now() - start).count();
        return result;
    });
    benchmark::DoNotOptimize(sum);
}
void compose(benchmark::State& state) {
    call(state, regius::compose([](std::int64_t x) { return x + 1; }, work));
}
void partial(benchmark::State& state) {
    call(state, regius::partial([](std::int64_t a, std::int64_t x) { return work(x) + a; }, std::int64_t{1}));
}
void once(benchmark::State& state) {
    auto const f = regius::once([] { return std::int64_t{5}; });
    call(state, [&](std::int64_t x) { return x + f(); });
}

void reduce(benchmark::State& state) {
    std::vector<std::int64_t> numbers(1 << 16);
    std::iota(numbers.begin(), numbers.end(), 0);
    for (auto _ : state) benchmark::DoNotOptimize(regius::reduce(std::plus<>(), numbers, std::int64_t{0}));
}
void std_accumulate(benchmark::State& state) {
    std::vector<std::int64_t> numbers(1 << 16);
    std::iota(numbers.begin(), numbers.end(), 0);
    for (auto _ : state)
        benchmark::DoNotOptimize(std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0}, std::plus<>()));
}
void reduce_without_initial(benchmark::State& state) {
    std::vector<std::int64_t> numbers(1 << 16);
    std::iota(numbers.begin(), numbers.end(), 0);
    for (auto _ : state) benchmark::DoNotOptimize(regius::reduce(std::plus<>(), numbers));
}

}  // namespace

BENCHMARK(plain);
BENCHMARK(by_hand);
BENCHMARK(retry);
BENCHMARK(retry_with_deadline);
BENCHMARK(timed);
BENCHMARK(two_clock_reads);
BENCHMARK(compose);
BENCHMARK(partial);
BENCHMARK(once);
BENCHMARK(reduce);
BENCHMARK(std_accumulate);
BENCHMARK(reduce_without_initial);
