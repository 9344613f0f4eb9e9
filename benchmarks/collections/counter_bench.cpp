// SPDX-License-Identifier: MIT
// Question   what does counting a whole range at once gain over a loop, ours and that of the fastest maps?
// Measures   counted elements per second: u64 uniform out of 1e6, u64 skewed (log-uniform), words as views and as
//            strings; the 100 most common of 1e6 values
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/collections/counter.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

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

using number = std::uint64_t;

double log_uniform(std::mt19937_64& random, double most) {
    return std::pow(most, std::uniform_real_distribution<double>(0, 1)(random));
}

std::vector<number> const& uniform() {
    static auto const all = [] {
        std::mt19937_64 random(1);
        std::vector<number> v(2000000);
        for (auto& x : v) x = random() % 1000000 * 2654435761U;
        return v;
    }();
    return all;
}

std::vector<number> const& skewed() {
    static auto const all = [] {
        std::mt19937_64 random(2);
        std::vector<number> v(2000000);
        for (auto& x : v) x = static_cast<number>(log_uniform(random, 1e6)) * 7919;
        return v;
    }();
    return all;
}

std::vector<std::string_view> const& words() {
    static auto const all = [] {
        std::mt19937_64 random(3);
        static std::vector<std::string> vocabulary(100000);
        for (auto& w : vocabulary)
            for (auto n = 2 + random() % 10; n != 0; --n) w += static_cast<char>('a' + random() % 26);
        std::vector<std::string_view> v(1000000);
        for (auto& w : v) w = vocabulary[static_cast<std::size_t>(log_uniform(random, 1e5)) - 1];
        return v;
    }();
    return all;
}

std::vector<std::string> const& strings() {
    static std::vector<std::string> const all(words().begin(), words().end());
    return all;
}

template <class Values>
void whole_range(benchmark::State& state, Values const& values) {
    for (auto _ : state) {
        regius::counter const c(values);
        benchmark::DoNotOptimize(c.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}

template <class Map, class Values>
void loop(benchmark::State& state, Values const& values) {
    for (auto _ : state) {
        Map counts;
        for (auto const& x : values) ++counts[x];
        benchmark::DoNotOptimize(counts.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}

regius::counter<number> const& million() {
    static auto const c = [] {
        std::mt19937_64 random(4);
        regius::counter<number> result;
        for (number i = 0; i < 1000000; ++i) result[i * 2654435761U] = static_cast<std::int64_t>(random() % 100000);
        return result;
    }();
    return c;
}

void most_common(benchmark::State& state) {
    auto const& c = million();
    for (auto _ : state) benchmark::DoNotOptimize(c.most_common(100));
}

void most_common_partial_sort_copy(benchmark::State& state) {
    auto const& c = million();
    for (auto _ : state) {
        std::vector<std::pair<number, std::int64_t>> top(100);
        std::partial_sort_copy(c.begin(), c.end(), top.begin(), top.end(),
                               [](auto const& a, auto const& b) { return a.second > b.second; });
        benchmark::DoNotOptimize(top.data());
    }
}

BENCHMARK(most_common);
BENCHMARK(most_common_partial_sort_copy);

template <class K, class Values>
void contenders(std::string const& name, Values const& (*values)()) {
    auto const add = [&name](char const* who, auto run) { benchmark::RegisterBenchmark((name + who).c_str(), run); };
    using count = std::int64_t;
    add("/counter", [values](benchmark::State& state) { whole_range(state, values()); });
    add("/counter_loop", [values](benchmark::State& state) { loop<regius::counter<K>>(state, values()); });
    add("/std_unordered_map",
        [values](benchmark::State& state) { loop<std::unordered_map<K, count>>(state, values()); });
#if __has_include(<absl/container/flat_hash_map.h>)
    add("/absl_flat_hash_map",
        [values](benchmark::State& state) { loop<absl::flat_hash_map<K, count>>(state, values()); });
#endif
#if __has_include(<ankerl/unordered_dense.h>)
    add("/ankerl_unordered_dense",
        [values](benchmark::State& state) { loop<ankerl::unordered_dense::map<K, count>>(state, values()); });
#endif
#if __has_include(<boost/unordered/unordered_flat_map.hpp>)
    add("/boost_unordered_flat_map",
        [values](benchmark::State& state) { loop<boost::unordered_flat_map<K, count>>(state, values()); });
#endif
#if __has_include(<gtl/phmap.hpp>)
    add("/gtl_flat_hash_map",
        [values](benchmark::State& state) { loop<gtl::flat_hash_map<K, count>>(state, values()); });
#endif
#if __has_include(<tsl/ordered_map.h>)
    add("/tsl_ordered_map", [values](benchmark::State& state) { loop<tsl::ordered_map<K, count>>(state, values()); });
#endif
}

[[maybe_unused]] bool const registered = [] {
    contenders<number>("uniform", uniform);
    contenders<number>("skewed", skewed);
    contenders<std::string_view>("words", words);
    contenders<std::string>("strings", strings);
    return true;
}();

}  // namespace
