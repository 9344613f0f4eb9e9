// SPDX-License-Identifier: MIT
// Question   does a timer cost more than reading the clock twice?
// Measures   a scope timed by hand and by a timer, with the steady clock, and with one that costs nothing
// Judge by   the medians of interleaved runs:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/contextlib/timer.hpp>

#include <chrono>
#include <string_view>

namespace {

struct free_clock {
    static std::chrono::steady_clock::time_point now() noexcept {
        static std::chrono::steady_clock::time_point at{};
        benchmark::DoNotOptimize(at);
        return at;
    }
};

template <class Clock>
void by_hand(benchmark::State& state) {
    std::chrono::nanoseconds total{0};
    for (auto _ : state) {
        auto const start = Clock::now();
        benchmark::ClobberMemory();
        total += Clock::now() - start;
    }
    benchmark::DoNotOptimize(total);
}

template <class Clock>
void timer(benchmark::State& state) {
    std::chrono::nanoseconds total{0};
    auto const add = [&](std::string_view, std::chrono::nanoseconds t) noexcept { total += t; };
    for (auto _ : state) {
        regius::timer const t{"label", add, Clock()};
        benchmark::ClobberMemory();
    }
    benchmark::DoNotOptimize(total);
}

}  // namespace

BENCHMARK(by_hand<std::chrono::steady_clock>);
BENCHMARK(timer<std::chrono::steady_clock>);
BENCHMARK(by_hand<free_clock>);
BENCHMARK(timer<free_clock>);
