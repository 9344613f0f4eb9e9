// SPDX-License-Identifier: MIT
// Question   does it cost anything to take ranges apart and put them together, over the loop one would write by hand?
// Measures   elements per second over std::int64_t, summed by a terminal tool (regius) or a range-for (regius_for); N =
//            16 Ki and 1 Mi elements. Inner ranges of 100, runs of about 4, three sources to interleave
// Judge by   the ratio to by_hand of the same row in one interleaved run:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <regius/builtins/map.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/flatten.hpp>
#include <regius/more_itertools/interleave.hpp>
#include <regius/more_itertools/partition.hpp>
#include <regius/more_itertools/run_length_decode.hpp>
#include <regius/more_itertools/run_length_encode.hpp>
#include <regius/more_itertools/split_when.hpp>

#include <support/rows.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <ranges>
#include <utility>
#include <vector>

namespace {

using namespace regius::benchmarks;

struct input {
    numbers a, b, c, runs;
    std::vector<numbers> rows;
    std::vector<std::pair<number, number>> packed;

    explicit input(std::size_t n) : a(values(n)), b(values(n, 2)), c(values(n, 3)), runs(a) {
        for (std::size_t i = 1; i != n; ++i)
            if (a[i] % 4 != 0) runs[i] = runs[i - 1];
        for (std::size_t i = 0; i < n; i += 100) rows.push_back(values(std::min<std::size_t>(100, n - i), i));
        for (auto [x, count] : regius::run_length_encode(runs)) packed.emplace_back(x, count);
    }
};

constexpr auto differ = [](number x, number y) { return x != y; };

// ---- a row: what is measured, for each contender

struct flatten_100 {
    static number by_hand(input const& in) {
        number s = 0;
        for (auto const& row : in.rows)
            for (auto x : row) s += x;
        return s;
    }
    static number pushed(input const& in) { return regius::sum(regius::flatten(in.rows)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::flatten(in.rows)) s += x;
        return s;
    }
    static number std_views(input const& in) {
        number s = 0;
        for (auto x : in.rows | std::views::join) s += x;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) { return ranges::accumulate(in.rows | ranges::views::join, number{0}); }
#endif
};

struct interleave_three {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 0; i != in.a.size(); ++i) s = (((s ^ in.a[i]) * 3 ^ in.b[i]) * 3 ^ in.c[i]) * 3;
        return s;
    }
    static number pushed(input const& in) {
        number s = 0;
        regius::interleave(in.a, in.b, in.c).for_each_while([&s](number x) { return s = (s ^ x) * 3, true; });
        return s;
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::interleave(in.a, in.b, in.c)) s = (s ^ x) * 3;
        return s;
    }
};

struct split_runs {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t first = 0, last = 0; first != in.runs.size(); first = last) {
            while (++last != in.runs.size() && in.runs[last] == in.runs[last - 1]) {
            }
            s += static_cast<number>(last - first) * in.runs[first];
        }
        return s;
    }
    static constexpr auto weight = [](auto piece) { return std::ssize(piece) * piece.front(); };
    static number pushed(input const& in) {
        return regius::sum(regius::split_when(in.runs, differ) | regius::map(weight));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto piece : regius::split_when(in.runs, differ)) s += weight(piece);
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        number s = 0;
        for (auto piece : in.runs | ranges::views::chunk_by(std::equal_to{}))
            s += ranges::distance(piece) * *ranges::begin(piece);
        return s;
    }
#endif
};

struct encode_runs {
    static number by_hand(input const& in) { return split_runs::by_hand(in); }
    static number pushed(input const& in) {
        return regius::sum(regius::run_length_encode(in.runs) |
                           regius::map([](auto const& run) { return std::get<0>(run) * std::get<1>(run); }));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto [x, n] : regius::run_length_encode(in.runs)) s += x * n;
        return s;
    }
};

struct decode_runs {
    static number by_hand(input const& in) {
        number s = 0;
        for (auto [x, n] : in.packed)
            for (; n != 0; --n) s = (s ^ x) * 3;
        return s;
    }
    static number pushed(input const& in) {
        number s = 0;
        regius::run_length_decode(in.packed).for_each_while([&s](number x) { return s = (s ^ x) * 3, true; });
        return s;
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::run_length_decode(in.packed)) s = (s ^ x) * 3;
        return s;
    }
};

struct partition_odd {
    static number by_hand(input const& in) {
        numbers even, uneven;
        for (auto x : in.a) (odd(x) ? uneven : even).push_back(x);
        number s = 0;
        for (auto x : even) s += x;
        for (auto x : uneven) s -= x;
        return s;
    }
    static number pushed(input const& in) {
        auto [even, uneven] = regius::partition(odd, in.a);
        auto const s = regius::sum(even);
        return s - regius::sum(uneven);
    }
};

[[maybe_unused]] bool const measured[] = {add<flatten_100>("flatten_100"), add<interleave_three>("interleave_three"),
                                          add<split_runs>("split_runs"),   add<encode_runs>("encode_runs"),
                                          add<decode_runs>("decode_runs"), add<partition_odd>("partition_odd")};

}  // namespace
