// SPDX-License-Identifier: MIT
#ifndef REGIUS_BENCHMARKS_SUPPORT_ROWS_HPP
#define REGIUS_BENCHMARKS_SUPPORT_ROWS_HPP

#include <benchmark/benchmark.h>

#include <support/short_run.hpp>

#if __has_include(<range/v3/all.hpp>)
#include <range/v3/all.hpp>
#define REGIUS_BENCH_RANGE_V3 1
#endif

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace regius::benchmarks {

using number = std::int64_t;
using numbers = std::vector<number>;

inline constexpr auto odd = [](number x) { return (x & 1) != 0; };
inline constexpr auto triple = [](number x) { return 3 * x + 1; };

/// n numbers of 20 bits, the same in every run.
inline numbers values(std::size_t n, std::uint64_t seed = 1) {
    numbers v(n);
    for (auto& x : v) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        x = static_cast<number>(seed >> 44);
    }
    return v;
}

/// Calls through a pointer: what the compiler cannot see it cannot move out of the loop.
template <class Input, class Result>
void run(benchmark::State& state, Result (*contender)(Input const&)) {
    static std::map<std::int64_t, Input> inputs;  // every contender reads the same memory
    auto const& in = inputs.try_emplace(state.range(0), static_cast<std::size_t>(state.range(0))).first->second;
    for (auto _ : state) {
        auto result = contender(in);
        benchmark::DoNotOptimize(result);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// One benchmark for each contender of a row, at 16 Ki and 1 Mi elements. A row is a struct of static functions of one
/// Input, which is made from a size: by_hand, pushed (through a terminal tool), and those of the others that it has.
template <class Row>
bool add(std::string const& name) {
    auto const contender = [&name](char const* who, auto f) {
        auto* const added =
            benchmark::RegisterBenchmark((name + "/" + who).c_str(), [f](benchmark::State& state) { run(state, f); });
        added->Arg(1 << 14);
        if (!short_run()) added->Arg(1 << 20);
    };
    contender("by_hand", &Row::by_hand);
    contender("regius", &Row::pushed);
    if constexpr (requires { &Row::regius_n; }) contender("regius_n", &Row::regius_n);
    if constexpr (requires { &Row::windowed; }) contender("windowed", &Row::windowed);
    if constexpr (requires { &Row::regius_for; }) contender("regius_for", &Row::regius_for);
    if constexpr (requires { &Row::push_back; }) contender("push_back", &Row::push_back);
    if constexpr (requires { &Row::std_views; }) contender("std", &Row::std_views);
    if constexpr (requires { &Row::range_v3; }) contender("range_v3", &Row::range_v3);
    if constexpr (requires { &Row::flux_; }) contender("flux", &Row::flux_);
    if constexpr (requires { &Row::cppitertools; }) contender("cppitertools", &Row::cppitertools);
    if constexpr (requires { &Row::think_cell; }) contender("think_cell", &Row::think_cell);
    return true;
}

}  // namespace regius::benchmarks

#endif  // REGIUS_BENCHMARKS_SUPPORT_ROWS_HPP
