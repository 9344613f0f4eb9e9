// SPDX-License-Identifier: MIT
// Question   what do an exit_stack's callbacks cost over calling them directly at the end of the scope?
// Measures   a scope with 1 or 4 callbacks of one and of three words each, which count; the calls are not inlined
// Judge by   the medians of interleaved runs; divide the difference to by_hand by the number of callbacks:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/contextlib/exit_stack.hpp>
#include <regius/contextlib/scope.hpp>

#include <functional>
#include <utility>
#include <vector>

namespace {

[[gnu::noinline]] void count(long& n, long by) {
    n += by;
    benchmark::ClobberMemory();
}

void by_hand_1(benchmark::State& state) {
    long n = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(n);
        count(n, 1);
    }
}

void exit_stack_1(benchmark::State& state) {
    long n = 0;
    for (auto _ : state) {
        regius::exit_stack stack;
        benchmark::DoNotOptimize(n);
        stack.callback([&n] { count(n, 1); });
    }
}

void by_hand_4(benchmark::State& state) {
    long n = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(n);
        for (long i = 0; i < 4; ++i) count(n, i);
    }
}

void exit_stack_4(benchmark::State& state) {
    long n = 0;
    for (auto _ : state) {
        regius::exit_stack stack;
        benchmark::DoNotOptimize(n);
        for (long i = 0; i < 4; ++i) stack.callback([&n, i] { count(n, i); });
    }
}

// What one writes without exit_stack when the clean-ups are decided at run time.
void vector_of_function_4(benchmark::State& state) {
    long n = 0;
    for (auto _ : state) {
        std::vector<std::function<void()>> stack;
        benchmark::DoNotOptimize(n);
        for (long i = 0; i < 4; ++i) stack.emplace_back([&n, i] { count(n, i); });
        while (!stack.empty()) {
            auto const f = std::move(stack.back());
            stack.pop_back();
            f();
        }
    }
}

void scope_exit_1(benchmark::State& state) {
    long n = 0;
    for (auto _ : state) {
        regius::scope_exit const guard([&n] { count(n, 1); });
        benchmark::DoNotOptimize(n);
    }
}

}  // namespace

BENCHMARK(by_hand_1);
BENCHMARK(scope_exit_1);
BENCHMARK(exit_stack_1);
BENCHMARK(by_hand_4);
BENCHMARK(exit_stack_4);
BENCHMARK(vector_of_function_4);
