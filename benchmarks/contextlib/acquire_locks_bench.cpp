// SPDX-License-Identifier: MIT
// Question   what does acquire_locks cost over std::scoped_lock, and over locking in address order by hand?
// Measures   a lock and unlock of 2 or 4 mutexes (pack), of 8 through pointers in mixed order (range), uncontended;
//            and rounds of 1 to 8 threads that each take 3 or 4 of 8 mutexes
// Judge by   the medians of interleaved runs:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/contextlib/acquire_locks.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

namespace {

std::array<std::mutex, 8> mutexes;
std::array<long, 8> values{};

std::vector<std::mutex*> mixed_order() {
    std::vector<std::mutex*> pointers;
    for (std::size_t i : {3u, 0u, 7u, 1u, 6u, 2u, 5u, 4u}) pointers.push_back(&mutexes[i]);
    return pointers;
}

void scoped_lock_2(benchmark::State& state) {
    for (auto _ : state) {
        std::scoped_lock const guard(mutexes[1], mutexes[0]);
        benchmark::DoNotOptimize(++values[0]);
    }
}

void acquire_locks_2(benchmark::State& state) {
    for (auto _ : state) {
        auto const guard = regius::acquire_locks(mutexes[1], mutexes[0]);
        benchmark::DoNotOptimize(++values[0]);
    }
}

void scoped_lock_4(benchmark::State& state) {
    for (auto _ : state) {
        std::scoped_lock const guard(mutexes[1], mutexes[0], mutexes[3], mutexes[2]);
        benchmark::DoNotOptimize(++values[0]);
    }
}

void acquire_locks_4(benchmark::State& state) {
    for (auto _ : state) {
        auto const guard = regius::acquire_locks(mutexes[1], mutexes[0], mutexes[3], mutexes[2]);
        benchmark::DoNotOptimize(++values[0]);
    }
}

// Unknown at compile time which mutexes they are, as in real use.
void scoped_lock_2_pointers(benchmark::State& state) {
    auto const p = mixed_order();
    std::size_t i = 0;
    for (auto _ : state) {
        std::scoped_lock const guard(*p[i % 8], *p[(i + 3) % 8]);
        benchmark::DoNotOptimize(++values[i++ % 8]);
    }
}

void acquire_locks_2_pointers(benchmark::State& state) {
    auto const p = mixed_order();
    std::size_t i = 0;
    for (auto _ : state) {
        auto const guard = regius::acquire_locks(*p[i % 8], *p[(i + 3) % 8]);
        benchmark::DoNotOptimize(++values[i++ % 8]);
    }
}

void by_hand_range_8(benchmark::State& state) {
    auto const pointers = mixed_order();
    for (auto _ : state) {
        std::array<std::mutex*, 8> sorted;
        std::copy(pointers.begin(), pointers.end(), sorted.begin());
        std::sort(sorted.begin(), sorted.end(), std::less<>());
        auto const last = std::unique(sorted.begin(), sorted.end());
        for (auto p = sorted.begin(); p != last; ++p) (*p)->lock();
        benchmark::DoNotOptimize(++values[0]);
        for (auto p = last; p != sorted.begin();) (*--p)->unlock();
    }
}

void acquire_locks_range_8(benchmark::State& state) {
    auto const pointers = mixed_order();
    for (auto _ : state) {
        auto const guard = regius::acquire_locks(pointers);
        benchmark::DoNotOptimize(++values[0]);
    }
}

// Contended: each thread walks through the mutexes with its own stride, and works a little while it holds them.
struct walk {
    std::size_t at;
    std::size_t stride;
    explicit walk(benchmark::State const& state)
        : at(static_cast<std::size_t>(state.thread_index())), stride(2 * at + 1) {}
    std::mutex& next() {
        at += stride;
        return mutexes[at % 8];
    }
};

void work() {
    for (auto& v : values) benchmark::DoNotOptimize(v);
}

void contended_std_lock(benchmark::State& state) {
    walk w(state);
    for (auto _ : state) {
        std::mutex& a = w.next();
        std::mutex& b = w.next();
        std::mutex& c = w.next();
        std::scoped_lock const guard(a, b, c);
        work();
    }
    state.SetItemsProcessed(state.iterations());
}

void contended_acquire_locks(benchmark::State& state) {
    walk w(state);
    for (auto _ : state) {
        std::mutex& a = w.next();
        std::mutex& b = w.next();
        std::mutex& c = w.next();
        auto const guard = regius::acquire_locks(a, b, c);
        work();
    }
    state.SetItemsProcessed(state.iterations());
}

void contended_std_lock_4(benchmark::State& state) {
    walk w(state);
    for (auto _ : state) {
        std::mutex* const m[4]{&w.next(), &w.next(), &w.next(), &w.next()};
        std::scoped_lock const guard(*m[0], *m[1], *m[2], *m[3]);
        work();
    }
    state.SetItemsProcessed(state.iterations());
}

void contended_by_hand_range_4(benchmark::State& state) {
    walk w(state);
    for (auto _ : state) {
        std::array<std::mutex*, 4> m{&w.next(), &w.next(), &w.next(), &w.next()};
        std::sort(m.begin(), m.end(), std::less<>());
        for (auto* p : m) p->lock();
        work();
        for (auto* p : m) p->unlock();
    }
    state.SetItemsProcessed(state.iterations());
}

void contended_acquire_locks_range_4(benchmark::State& state) {
    walk w(state);
    for (auto _ : state) {
        std::array<std::mutex*, 4> const m{&w.next(), &w.next(), &w.next(), &w.next()};
        auto const guard = regius::acquire_locks(m);
        work();
    }
    state.SetItemsProcessed(state.iterations());
}

}  // namespace

BENCHMARK(scoped_lock_2);
BENCHMARK(acquire_locks_2);
BENCHMARK(scoped_lock_4);
BENCHMARK(acquire_locks_4);
BENCHMARK(scoped_lock_2_pointers);
BENCHMARK(acquire_locks_2_pointers);
BENCHMARK(by_hand_range_8);
BENCHMARK(acquire_locks_range_8);
BENCHMARK(contended_std_lock)->Threads(2)->Threads(8)->UseRealTime();
BENCHMARK(contended_acquire_locks)->Threads(2)->Threads(8)->UseRealTime();
BENCHMARK(contended_std_lock_4)->Threads(2)->Threads(8)->UseRealTime();
BENCHMARK(contended_by_hand_range_4)->Threads(2)->Threads(8)->UseRealTime();
BENCHMARK(contended_acquire_locks_range_4)->Threads(2)->Threads(8)->UseRealTime();
