// SPDX-License-Identifier: MIT
// Question   does a window that slides over a range cost anything over an indexed loop?
// Measures   elements per second for a value made of every three neighbours, summed, over std::int64_t in a vector and
//            over numbers that are computed; in a terminal tool (regius) or in a range-for (the others)
// Judge by   the ratio to by_hand of the same row in one interleaved run:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/builtins/map.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/sliding_window.hpp>
#include <regius/more_itertools/windowed.hpp>

#if __has_include(<range/v3/all.hpp>)
#include <range/v3/all.hpp>
#define REGIUS_BENCH_RANGE_V3 1
#endif

#include <cstdint>
#include <ranges>
#include <string>
#include <vector>

namespace {

using number = std::int64_t;
using numbers = std::vector<number>;

constexpr auto mix = [](auto const& w) { return w[0] * w[1] - w[2]; };
constexpr auto mix_row = [](auto const& w) {
    auto const& [a, b, c] = w;
    return a * b - c;
};
constexpr auto triple = [](number x) { return 3 * x + 1; };

struct stored {
    static number by_hand(numbers const& v) {
        number s = 0;
        for (std::size_t i = 2; i < v.size(); ++i) s += v[i - 2] * v[i - 1] - v[i];
        return s;
    }
    static number regius(numbers const& v) { return regius::sum(regius::sliding_window(v, 3) | regius::map(mix)); }
    static number regius_n(numbers const& v) {
        return regius::sum(regius::sliding_window_n<3>(v) | regius::map(mix_row));
    }
    static number windowed(numbers const& v) { return regius::sum(regius::windowed(v, 3) | regius::map(mix)); }
    static number regius_for(numbers const& v) {
        number s = 0;
        for (auto w : regius::sliding_window(v, 3)) s += mix(w);
        return s;
    }
#ifdef __cpp_lib_ranges_slide
    static number std_views(numbers const& v) {
        number s = 0;
        for (auto w : v | std::views::slide(3)) s += mix(w);
        return s;
    }
#endif
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(numbers const& v) {
        number s = 0;
        for (auto w : v | ranges::views::sliding(3)) s += mix(w);
        return s;
    }
#endif
};

struct computed {
    static number by_hand(numbers const& v) {
        number s = 0;
        if (v.size() < 3) return s;
        auto a = triple(v[0]), b = triple(v[1]);
        for (std::size_t i = 2; i < v.size(); ++i) {
            auto const c = triple(v[i]);
            s += a * b - c;
            a = b;
            b = c;
        }
        return s;
    }
    static number regius(numbers const& v) {
        return regius::sum(v | regius::map(triple) | regius::sliding_window(3) | regius::map(mix));
    }
    static number regius_n(numbers const& v) {
        return regius::sum(v | regius::map(triple) | regius::sliding_window_n<3>() | regius::map(mix_row));
    }
    static number regius_for(numbers const& v) {
        number s = 0;
        for (auto w : v | regius::map(triple) | regius::sliding_window(3)) s += mix(w);
        return s;
    }
};

void run(benchmark::State& state, number (*contender)(numbers const&)) {
    numbers v(static_cast<std::size_t>(state.range(0)));
    std::uint64_t seed = 1;
    for (auto& x : v) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        x = static_cast<number>(seed >> 44);
    }
    for (auto _ : state) {
        number result = contender(v);
        benchmark::DoNotOptimize(result);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

template <class Row>
void add(std::string const& name) {
    auto const contender = [&name](char const* who, number (*f)(numbers const&)) {
        benchmark::RegisterBenchmark((name + "/" + who).c_str(), run, f)->Arg(1 << 14)->Arg(1 << 20);
    };
    contender("by_hand", Row::by_hand);
    contender("regius", Row::regius);
    contender("regius_n", Row::regius_n);
    if constexpr (requires(numbers const& v) { Row::windowed(v); }) contender("windowed", Row::windowed);
    contender("regius_for", Row::regius_for);
    if constexpr (requires(numbers const& v) { Row::std_views(v); }) contender("std", Row::std_views);
    if constexpr (requires(numbers const& v) { Row::range_v3(v); }) contender("range_v3", Row::range_v3);
}

bool const added = [] {
    add<stored>("sliding_window(3)");
    add<computed>("map+sliding_window(3)");
    return true;
}();

}  // namespace
