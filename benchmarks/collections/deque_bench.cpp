// SPDX-License-Identifier: MIT
// Question   is a deque as fast as the ring one would write for the purpose?
// Measures   a sliding window over 1 Mi samples, a queue in steady state and one that fills and empties, iteration,
//            random access; elements per second
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/collections/deque.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <random>
#include <type_traits>
#include <vector>

#if __has_include(<boost/circular_buffer.hpp>)
#include <boost/circular_buffer.hpp>
#include <boost/container/deque.hpp>
#define HAS_BOOST
#endif

namespace {

using u64 = std::uint64_t;

template <class T>
std::vector<T> const& samples() {
    static std::vector<T> const made = [] {
        std::mt19937_64 random(1);
        std::vector<T> v(1 << 20);
        for (auto& x : v) x = static_cast<T>(random() % 1000);
        return v;
    }();
    return made;
}

void count(benchmark::State& state, std::size_t items) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
}

// ---- a moving sum over the last 1000 samples

constexpr std::size_t window = 1000;

template <class T>
void window_by_hand(benchmark::State& state) {
    for (auto _ : state) {
        std::vector<T> ring(window);
        std::size_t at = 0, size = 0;
        T sum{}, check{};
        for (T x : samples<T>()) {
            if (size == window)
                sum -= ring[at];
            else
                ++size;
            ring[at] = x;
            if (++at == window) at = 0;
            sum += x;
            check += sum;
        }
        auto const result = check;  // a copy: what is handed over must not live in memory during the loop
        benchmark::DoNotOptimize(result);
    }
    count(state, samples<T>().size());
}

template <class T, class Ring>
void slide(benchmark::State& state, Ring make) {
    for (auto _ : state) {
        auto ring = make();
        T sum{}, check{};
        for (T x : samples<T>()) {
            if (ring.size() == window) {
                sum -= ring.front();
                if constexpr (std::is_same_v<decltype(ring), std::deque<T>>) ring.pop_front();
            }
            ring.push_back(x);
            sum += x;
            check += sum;
        }
        auto const result = check;  // a copy: what is handed over must not live in memory during the loop
        benchmark::DoNotOptimize(result);
    }
    count(state, samples<T>().size());
}

template <class T>
void window_regius(benchmark::State& state) {
    slide<T>(state, [] { return regius::deque<T>(regius::maxlen(window)); });
}
template <class T>
void window_std(benchmark::State& state) {
    slide<T>(state, [] { return std::deque<T>(); });
}

// ---- queues

template <class Queue>
void queue_steady(benchmark::State& state) {
    for (auto _ : state) {
        Queue queue;
        for (u64 x = 0; x != 1000; ++x) queue.push_back(x);
        u64 sum = 0;
        for (u64 x = 0; x != 1 << 20; ++x) {
            sum += queue.front();
            queue.pop_front();
            queue.push_back(sum ^ x);
        }
        benchmark::DoNotOptimize(sum);
    }
    count(state, 1 << 20);
}

template <class Queue>
void queue_fill_and_empty(benchmark::State& state) {
    for (auto _ : state) {
        Queue queue;
        u64 sum = 0;
        for (int round = 0; round != 10; ++round) {
            for (u64 x = 0; x != 100'000; ++x) queue.push_back(x);
            while (!queue.empty()) {
                sum += queue.front();
                queue.pop_front();
            }
        }
        benchmark::DoNotOptimize(sum);
    }
    count(state, 1'000'000);
}

// ---- looking at the elements

template <class Ring>
Ring rotated() {
    Ring ring;
    if constexpr (requires { ring.set_capacity(1 << 12); }) ring.set_capacity(1 << 12);
    for (u64 x = 0; x != 1500; ++x) ring.push_back(x);
    for (u64 x = 0; x != 1500; ++x) ring.pop_front();
    for (u64 x = 0; x != 1 << 12; ++x) ring.push_back(x);
    return ring;
}

template <class Ring>
void iterate(benchmark::State& state) {
    auto const ring = rotated<Ring>();
    for (auto _ : state) {
        u64 sum = 0;
        for (auto const& x : ring) sum = (sum ^ x) * 3;
        benchmark::DoNotOptimize(sum);
    }
    count(state, ring.size());
}

template <class Ring>
void iterate_sum(benchmark::State& state) {
    auto const ring = rotated<Ring>();
    for (auto _ : state) {
        u64 sum = 0;
        for (auto const& x : ring) sum += x;
        benchmark::DoNotOptimize(sum);
    }
    count(state, ring.size());
}

void iterate_sum_regius_terminal(benchmark::State& state) {
    auto const ring = rotated<regius::deque<u64>>();
    for (auto _ : state) {
        u64 sum = 0;
        regius::core::for_each(ring, [&](u64 x) { sum += x; });
        benchmark::DoNotOptimize(sum);
    }
    count(state, ring.size());
}

template <class Ring>
void random_access(benchmark::State& state) {
    auto const ring = rotated<Ring>();
    std::mt19937 random(2);
    std::vector<std::uint32_t> places(1 << 12);
    for (auto& p : places) p = static_cast<std::uint32_t>(random() % ring.size());
    for (auto _ : state) {
        u64 sum = 0;
        for (auto p : places) sum += ring[p];
        benchmark::DoNotOptimize(sum);
    }
    count(state, places.size());
}

BENCHMARK(window_by_hand<u64>);
BENCHMARK(window_regius<u64>);
BENCHMARK(window_std<u64>);
BENCHMARK(window_by_hand<double>);
BENCHMARK(window_regius<double>);
BENCHMARK(window_std<double>);
BENCHMARK(queue_steady<regius::deque<u64>>);
BENCHMARK(queue_steady<std::deque<u64>>);
BENCHMARK(queue_fill_and_empty<regius::deque<u64>>);
BENCHMARK(queue_fill_and_empty<std::deque<u64>>);
BENCHMARK(iterate<regius::deque<u64>>);
BENCHMARK(iterate<std::deque<u64>>);
BENCHMARK(iterate_sum<regius::deque<u64>>);
BENCHMARK(iterate_sum_regius_terminal);
BENCHMARK(iterate_sum<std::deque<u64>>);
BENCHMARK(random_access<regius::deque<u64>>);
BENCHMARK(random_access<std::deque<u64>>);

#if defined(HAS_BOOST)
template <class T>
void window_boost_circular_buffer(benchmark::State& state) {
    slide<T>(state, [] { return boost::circular_buffer<T>(window); });
}
BENCHMARK(window_boost_circular_buffer<u64>);
BENCHMARK(window_boost_circular_buffer<double>);
BENCHMARK(queue_steady<boost::container::deque<u64>>);
BENCHMARK(queue_fill_and_empty<boost::container::deque<u64>>);
BENCHMARK(iterate<boost::circular_buffer<u64>>);
BENCHMARK(iterate_sum<boost::circular_buffer<u64>>);
BENCHMARK(random_access<boost::circular_buffer<u64>>);
#endif

}  // namespace

BENCHMARK_MAIN();
