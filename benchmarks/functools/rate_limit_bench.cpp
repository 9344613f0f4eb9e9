// SPDX-License-Identifier: MIT
// Question   does a rate limiter cost more than reading the clock and one compare-and-swap?
// Measures   try_acquire a second, one thread, and one limiter for two; the limit is never reached
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/functools/rate_limit.hpp>
#include <regius/functools/sliding_window_limiter.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>

namespace {

using namespace std::chrono_literals;

void clock_alone(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(std::chrono::steady_clock::now());
}

std::atomic<std::int64_t> shared_time{0};

void clock_and_cas(benchmark::State& state) {
    for (auto _ : state) {
        auto const now = std::chrono::steady_clock::now().time_since_epoch().count();
        auto seen = shared_time.load(std::memory_order_relaxed);
        while (!shared_time.compare_exchange_weak(seen, seen + (now & 1), std::memory_order_acq_rel,
                                                  std::memory_order_relaxed)) {
        }
    }
}

void rate_limiter(benchmark::State& state) {
    static regius::rate_limiter limiter({.rate = 1'000'000'000, .burst = 1'000'000'000});
    for (auto _ : state) benchmark::DoNotOptimize(limiter.try_acquire());
}

void sliding_window_limiter(benchmark::State& state) {
    static regius::sliding_window_limiter limiter(1'000'000, 1ns);
    for (auto _ : state) benchmark::DoNotOptimize(limiter.try_acquire());
}

/// A bucket of tokens as it is mostly written: a mutex, a double, the time of the last call.
class mutex_bucket {
    std::mutex mutex_;
    double tokens_ = 1e9;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();

public:
    bool try_acquire() {
        std::lock_guard const lock(mutex_);
        auto const now = std::chrono::steady_clock::now();
        tokens_ = std::min(1e9, tokens_ + std::chrono::duration<double>(now - last_).count() * 1e9);
        last_ = now;
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }
};

void mutex_and_double(benchmark::State& state) {
    static mutex_bucket bucket;
    for (auto _ : state) benchmark::DoNotOptimize(bucket.try_acquire());
}

}  // namespace

BENCHMARK(clock_alone);
BENCHMARK(clock_and_cas)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(rate_limiter)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(sliding_window_limiter)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(mutex_and_double)->Threads(1)->Threads(2)->UseRealTime();
