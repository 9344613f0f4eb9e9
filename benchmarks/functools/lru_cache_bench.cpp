// SPDX-License-Identifier: MIT
// Question   what does an exact LRU cache cost, against the caches and idioms in use?
// Measures   lookups per second, integer keys by Zipf's law over four times the capacity (hits, misses, evictions), and
//            hits alone; capacity 1 Ki .. 1 Mi; and what two threads get of one cache
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/functools/cache.hpp>
#include <regius/functools/lru_cache.hpp>
#include <regius/functools/lru_map.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <random>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#if __has_include(<boost/multi_index_container.hpp>)
#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/sequenced_index.hpp>
#include <boost/multi_index_container.hpp>
#define BENCH_BOOST
#endif

namespace {

using number = std::uint64_t;

struct scrambled {  // what every good table does to an integer; std::hash<int> is the identity
    std::size_t operator()(number x) const noexcept {
        x *= 0x9e3779b97f4a7c15u;
        return x ^ (x >> 32);
    }
};

/// Requests by Zipf's law with exponent 1 over four times as many keys as the capacity.
std::vector<number> requests(std::size_t capacity) {
    std::size_t const keys = capacity * 4;
    std::mt19937_64 random(42);
    std::uniform_real_distribution<double> uniform(0.0, std::log(static_cast<double>(keys)));
    std::vector<number> result(1 << 20);
    for (auto& x : result) x = static_cast<number>(std::exp(uniform(random))) * 0x2545f4914f6cdd1du >> 8;
    return result;
}

std::vector<number> known(std::size_t capacity) {
    std::mt19937_64 random(42);
    std::vector<number> result(1 << 20);
    for (auto& x : result) x = (random() % capacity) * 0x2545f4914f6cdd1du >> 8;
    return result;
}

/// The textbook: a list in the order of use, and a map to its nodes.
class list_and_map {
    std::size_t capacity_;
    std::list<std::pair<number, number>> order_;
    std::unordered_map<number, std::list<std::pair<number, number>>::iterator, scrambled> index_;

public:
    explicit list_and_map(std::size_t capacity) : capacity_(capacity) {}
    number* get(number key) {
        auto const found = index_.find(key);
        if (found == index_.end()) return nullptr;
        order_.splice(order_.begin(), order_, found->second);
        return &found->second->second;
    }
    void put(number key, number value) {
        if (index_.size() == capacity_) {
            index_.erase(order_.back().first);
            order_.pop_back();
        }
        order_.emplace_front(key, value);
        index_.emplace(key, order_.begin());
    }
};

#ifdef BENCH_BOOST
class boost_multi_index {
    struct item {
        number key, value;
    };
    using container = boost::multi_index_container<
        item, boost::multi_index::indexed_by<
                  boost::multi_index::sequenced<>,
                  boost::multi_index::hashed_unique<boost::multi_index::member<item, number, &item::key>, scrambled>>>;
    std::size_t capacity_;
    container items_;

public:
    explicit boost_multi_index(std::size_t capacity) : capacity_(capacity) {}
    number* get(number key) {
        auto& index = items_.get<1>();
        auto const found = index.find(key);
        if (found == index.end()) return nullptr;
        items_.relocate(items_.begin(), items_.project<0>(found));
        return const_cast<number*>(&found->value);
    }
    void put(number key, number value) {
        if (items_.size() == capacity_) items_.pop_back();
        items_.push_front({key, value});
    }
};
#endif

class regius_map {
    regius::lru_map<number, number> items_;

public:
    explicit regius_map(std::size_t capacity) : items_(capacity) {}
    number* get(number key) {
        auto const found = items_.get(key);
        return found ? &*found : nullptr;
    }
    void put(number key, number value) { items_.put(key, value); }
};

template <class Cache>
void serve(benchmark::State& state, std::vector<number> const& keys) {
    Cache cache(static_cast<std::size_t>(state.range(0)));
    for (auto key : keys)
        if (!cache.get(key)) cache.put(key, key + 1);
    for (auto _ : state) {
        number sum = 0;
        for (auto key : keys) {
            if (auto* value = cache.get(key))
                sum += *value;
            else
                cache.put(key, key + 1);
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(keys.size()));
}

template <class Cache>
void zipf(benchmark::State& state) {
    serve<Cache>(state, requests(static_cast<std::size_t>(state.range(0))));
}
template <class Cache>
void hits(benchmark::State& state) {
    serve<Cache>(state, known(static_cast<std::size_t>(state.range(0))));
}

number next(number x) { return x + 1; }

template <class F>
void call(benchmark::State& state, F const& f) {
    auto const keys = known(1 << 10);
    for (auto key : keys) f(key);
    for (auto _ : state) {
        number sum = 0;
        for (auto key : keys) sum += f(key);
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(keys.size()));
}

void hit_lru_cache(benchmark::State& state) { call(state, regius::lru_cache({.maxsize = 2048})(next)); }
void hit_lru_cache_unsynchronized(benchmark::State& state) {
    call(state, regius::lru_cache({.maxsize = 2048}, regius::unsynchronized)(next));
}
void hit_cache(benchmark::State& state) { call(state, regius::cache(next)); }
void hit_list_and_map_mutex(benchmark::State& state) {
    list_and_map items(2048);
    std::mutex mutex;
    call(state, [&](number x) {
        std::lock_guard const lock(mutex);
        if (auto* found = items.get(x)) return *found;
        items.put(x, next(x));
        return next(x);
    });
}

// One cache for two threads, each with its own keys: how many calls a second, over those of one thread. Two threads on a
// busy machine mostly take turns, so they work in short bursts that begin with a handshake, which shows that both run;
// the median of the bursts that overlapped counts.
class bursts {
    static constexpr int count = 2000, rounds = 8;
    using clock = std::chrono::steady_clock;
    struct span {
        clock::time_point from, to;
        [[nodiscard]] double length() const { return std::chrono::duration<double>(to - from).count(); }
    };

    template <class F>
    static std::vector<span> run(F const& f, std::size_t me, std::atomic<int>* mine, std::atomic<int> const* other) {
        std::vector<number> keys(512);
        for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = i * 64 + me;
        number sum = 0;
        for (auto key : keys) sum += f(key);
        std::vector<span> result(count);
        int step = 0;
        for (auto& burst : result) {
            for (int exchange = 0; mine && exchange < 3; ++exchange) {
                *mine = ++step;
                for (int spin = 0; *other < step; ++spin)
                    if (spin > 2000) std::this_thread::yield();
            }
            burst.from = clock::now();
            for (int round = 0; round < rounds; ++round)
                for (auto key : keys) sum += f(key);
            burst.to = clock::now();
        }
        benchmark::DoNotOptimize(sum);
        return result;
    }

    static double median(std::vector<double> rates) {
        if (rates.empty()) return 0;
        std::nth_element(rates.begin(), rates.begin() + static_cast<std::ptrdiff_t>(rates.size() / 2), rates.end());
        return rates[rates.size() / 2];
    }

public:
    template <class F>
    static void measure(benchmark::State& state, F const& f) {
        for (auto _ : state) {
            std::vector<double> alone, together;
            for (auto const& burst : run(f, 0, nullptr, nullptr)) alone.push_back(1 / burst.length());
            for (int tries = 0; tries < 10 && together.size() < 100; ++tries) {
                std::atomic<int> steps[2]{};
                std::vector<span> second;
                std::thread thread([&] { second = run(f, 1, &steps[1], &steps[0]); });
                auto const first = run(f, 0, &steps[0], &steps[1]);
                thread.join();
                for (std::size_t i = 0; i < first.size(); ++i) {
                    auto const both = std::min(first[i].to, second[i].to) - std::max(first[i].from, second[i].from);
                    auto const any = std::max(first[i].to, second[i].to) - std::min(first[i].from, second[i].from);
                    if (both * 10 > any * 9) together.push_back(1 / first[i].length() + 1 / second[i].length());
                }
            }
            state.counters["two_threads_over_one"] = median(together) / median(alone);
            state.counters["bursts"] = static_cast<double>(together.size());
        }
    }
};

void scaling_cache(benchmark::State& state) { bursts::measure(state, regius::cache(next)); }
void scaling_lru_cache(benchmark::State& state) { bursts::measure(state, regius::lru_cache({.maxsize = 4096})(next)); }
void scaling_of_no_cache(benchmark::State& state) { bursts::measure(state, next); }

}  // namespace

BENCHMARK(zipf<list_and_map>)->Arg(1 << 10)->Arg(1 << 20);
BENCHMARK(zipf<regius_map>)->Arg(1 << 10)->Arg(1 << 20);
#ifdef BENCH_BOOST
BENCHMARK(zipf<boost_multi_index>)->Arg(1 << 10)->Arg(1 << 20);
BENCHMARK(hits<boost_multi_index>)->Arg(1 << 10)->Arg(1 << 20);
#endif
BENCHMARK(hits<list_and_map>)->Arg(1 << 10)->Arg(1 << 20);
BENCHMARK(hits<regius_map>)->Arg(1 << 10)->Arg(1 << 20);
BENCHMARK(hit_lru_cache);
BENCHMARK(hit_lru_cache_unsynchronized);
BENCHMARK(hit_cache);
BENCHMARK(hit_list_and_map_mutex);
BENCHMARK(scaling_cache)->Iterations(1);
BENCHMARK(scaling_lru_cache)->Iterations(1);
BENCHMARK(scaling_of_no_cache)->Iterations(1);
