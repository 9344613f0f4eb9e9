// SPDX-License-Identifier: MIT
// Question   does keeping the order cost anything over the fastest unordered maps?
// Measures   one operation a key, and the bytes an entry takes, u64 and string keys, 1e3 to 1e7 entries
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/builtins/dict.hpp>
#include <support/short_run.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

#if __has_include(<absl/container/flat_hash_map.h>)
#include <absl/container/flat_hash_map.h>
#endif
#if __has_include(<ankerl/unordered_dense.h>)
#include <ankerl/unordered_dense.h>
#endif
#if __has_include(<boost/unordered/unordered_flat_map.hpp>)
#include <boost/unordered/unordered_flat_map.hpp>
#endif
#if __has_include(<gtl/phmap.hpp>)
#include <gtl/phmap.hpp>
#endif
#if __has_include(<tsl/ordered_map.h>)
#include <tsl/ordered_map.h>
#endif

namespace {

template <class K>
std::vector<K> keys(std::size_t n, unsigned seed) {
    std::mt19937_64 random(seed);
    std::vector<K> result;
    for (std::size_t i = 0; i < n; ++i) {
        if constexpr (std::is_integral_v<K>)
            result.push_back(random());
        else
            result.push_back("key" + std::to_string(random() % 1000000000) + std::string(random() % 12, 'x'));
    }
    return result;
}

template <class Map>
using key_of = std::remove_const_t<typename Map::key_type>;

template <class Map>
Map filled(std::vector<key_of<Map>> const& from) {
    Map map;
    for (auto const& k : from) map[k] = 1;
    return map;
}

template <class Map>
void insert(benchmark::State& state) {
    auto const k = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1);
    for (auto _ : state) {
        Map map;
        for (auto const& x : k) map[x] = 1;
        benchmark::DoNotOptimize(map.size());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

template <class Map>
void hit(benchmark::State& state) {
    auto k = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1);
    auto const map = filled<Map>(k);
    std::shuffle(k.begin(), k.end(), std::mt19937(3));
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (auto const& x : k) sum += map.find(x)->second;
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

template <class Map>
void miss(benchmark::State& state) {
    auto const map = filled<Map>(keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1));
    auto const k = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 2);
    for (auto _ : state) {
        std::size_t found = 0;
        for (auto const& x : k) found += map.find(x) != map.end();
        benchmark::DoNotOptimize(found);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

template <class Map>
void count_loop(benchmark::State& state) {
    auto const distinct = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1);
    std::mt19937_64 random(5);
    std::vector<key_of<Map>> k;
    for (std::int64_t i = 0; i < state.range(0) * 4; ++i) k.push_back(distinct[random() % distinct.size()]);
    for (auto _ : state) {
        Map map;
        for (auto const& x : k) ++map[x];
        benchmark::DoNotOptimize(map.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(k.size()));
}

// Pairs whose keys are all there, in random order: dict takes the range at once.
template <class Map>
void update(benchmark::State& state) {
    auto k = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1);
    auto map = filled<Map>(k);
    std::shuffle(k.begin(), k.end(), std::mt19937(3));
    std::vector<std::pair<key_of<Map>, std::uint64_t>> pairs;
    for (auto const& x : k) pairs.emplace_back(x, 2);
    for (auto _ : state) {
        if constexpr (requires { map.update(pairs); })
            map.update(pairs);
        else
            for (auto const& [key, value] : pairs) map[key] = value;
        benchmark::DoNotOptimize(map.size());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

// Half of the entries, in random order; the copy of the map is part of the time, for all alike.
template <class Map>
void erase(benchmark::State& state) {
    auto k = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1);
    auto const full = filled<Map>(k);
    std::shuffle(k.begin(), k.end(), std::mt19937(3));
    k.resize(k.size() / 2);
    for (auto _ : state) {
        Map map = full;
        for (auto const& x : k) map.erase(x);
        benchmark::DoNotOptimize(map.size());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0) / 2);
}

template <class Map>
void iterate(benchmark::State& state) {
    auto const map = filled<Map>(keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1));
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (auto const& [k, v] : map) sum += v;
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

template <class Map>
void iterate_half(benchmark::State& state) {
    auto k = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1);
    auto map = filled<Map>(k);
    std::shuffle(k.begin(), k.end(), std::mt19937(3));
    for (std::size_t i = 0; i < k.size() / 2; ++i) map.erase(k[i]);
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (auto const& [key, v] : map) sum += v;
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(map.size()));
}

#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
std::size_t in_use() {
    auto const heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

// What the heap holds more once the map is filled; the time means nothing.
template <class Map>
void memory(benchmark::State& state) {
    auto const k = keys<key_of<Map>>(static_cast<std::size_t>(state.range(0)), 1);
    for (auto _ : state) {
        auto const before = in_use();
        auto const map = filled<Map>(k);
        state.counters["bytes_an_entry"] = static_cast<double>(in_use() - before) / static_cast<double>(map.size());
    }
}
#endif

// What iteration is measured against.
template <class K>
struct vector_of_pairs : std::vector<std::pair<K, std::uint64_t>> {
    using key_type = K;
    std::uint64_t& operator[](K const& k) { return this->emplace_back(k, 1).second; }
};

std::vector<std::int64_t> sizes() {
    if (regius::benchmarks::short_run()) return {1000};
    return {1000, 100000, 1000000, 10000000};
}

// To erase from tsl::ordered_map moves everything behind: half of a million would take hours.
template <class Map>
inline constexpr bool erases_in_linear_time = false;
#if __has_include(<tsl/ordered_map.h>)
template <class K, class V>
inline constexpr bool erases_in_linear_time<tsl::ordered_map<K, V>> = true;
#endif

template <class Map>
void contender(std::string const& name) {
    auto const one = [&name](std::string const& operation, auto run) {
        auto* const b = benchmark::RegisterBenchmark((operation + name).c_str(), run);
        bool const slow = erases_in_linear_time<Map> && (operation == "erase" || operation == "iterate_half");
        for (std::int64_t n : sizes())
            if (!slow || n == 1000) b->Arg(n);
    };
    one("insert", insert<Map>);
    one("hit", hit<Map>);
    one("miss", miss<Map>);
    one("count_loop", count_loop<Map>);
    one("update", update<Map>);
    one("erase", erase<Map>);
    one("iterate", iterate<Map>);
    one("iterate_half", iterate_half<Map>);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
    one("memory", memory<Map>);
#endif
}

template <class K>
void contenders(std::string const& name) {
    using count = std::uint64_t;
    contender<regius::dict<K, count>>('/' + name + "/dict");
    contender<std::unordered_map<K, count>>('/' + name + "/std_unordered_map");
#if __has_include(<absl/container/flat_hash_map.h>)
    contender<absl::flat_hash_map<K, count>>('/' + name + "/absl_flat_hash_map");
#endif
#if __has_include(<ankerl/unordered_dense.h>)
    contender<ankerl::unordered_dense::map<K, count>>('/' + name + "/ankerl_unordered_dense");
#endif
#if __has_include(<boost/unordered/unordered_flat_map.hpp>)
    contender<boost::unordered_flat_map<K, count>>('/' + name + "/boost_unordered_flat_map");
#endif
#if __has_include(<gtl/phmap.hpp>)
    contender<gtl::flat_hash_map<K, count>>('/' + name + "/gtl_flat_hash_map");
#endif
#if __has_include(<tsl/ordered_map.h>)
    contender<tsl::ordered_map<K, count>>('/' + name + "/tsl_ordered_map");
#endif
    auto* const b = benchmark::RegisterBenchmark(("iterate/" + name + "/by_hand").c_str(), iterate<vector_of_pairs<K>>);
    for (std::int64_t n : sizes()) b->Arg(n);
}

[[maybe_unused]] bool const registered = [] {
    contenders<std::uint64_t>("u64");
    contenders<std::string>("string");
    return true;
}();

}  // namespace
