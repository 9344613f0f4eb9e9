// SPDX-License-Identifier: MIT
// Question   does a window that slides over a range cost anything over an indexed loop?
// Measures   elements per second for a value made of every three neighbours, summed, over std::int64_t in a vector and
//            over numbers that are computed; in a terminal tool (regius) or in a range-for (the others)
// Judge by   the ratio to by_hand of the same row in one interleaved run:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <regius/builtins/map.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/sliding_window.hpp>
#include <regius/more_itertools/windowed.hpp>

#include <support/rows.hpp>

#if __has_include(<tc/range/adjacent_adaptor.h>) && __has_include(<boost/mp11.hpp>)
#include <tc/algorithm/for_each.h>
#include <tc/range/adjacent_adaptor.h>
#include <tc/range/transform.h>
#define REGIUS_BENCH_THINK_CELL 1
#endif

#include <cstddef>
#include <ranges>

namespace {

using namespace regius::benchmarks;

struct input {
    numbers a;
    explicit input(std::size_t n) : a(values(n)) {}
};

constexpr auto mix = [](auto const& w) { return w[0] * w[1] - w[2]; };
constexpr auto mix_row = [](auto const& w) {
    auto const& [a, b, c] = w;
    return a * b - c;
};

struct stored {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 2; i < in.a.size(); ++i) s += in.a[i - 2] * in.a[i - 1] - in.a[i];
        return s;
    }
    static number pushed(input const& in) { return regius::sum(regius::sliding_window(in.a, 3) | regius::map(mix)); }
    static number regius_n(input const& in) {
        return regius::sum(regius::sliding_window_n<3>(in.a) | regius::map(mix_row));
    }
    static number windowed(input const& in) { return regius::sum(regius::windowed(in.a, 3) | regius::map(mix)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto w : regius::sliding_window(in.a, 3)) s += mix(w);
        return s;
    }
#ifdef __cpp_lib_ranges_slide
    static number std_views(input const& in) {
        number s = 0;
        for (auto w : in.a | std::views::slide(3)) s += mix(w);
        return s;
    }
#endif
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        number s = 0;
        for (auto w : in.a | ranges::views::sliding(3)) s += mix(w);
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        number s = 0;
        tc::for_each(tc::adjacent<3>(in.a), [&](number a, number b, number c) { s += a * b - c; });
        return s;
    }
#endif
};

struct computed_by_hand {
    static number by_hand(input const& in) {
        number s = 0;
        if (in.a.size() < 3) return s;
        auto a = triple(in.a[0]), b = triple(in.a[1]);
        for (std::size_t i = 2; i < in.a.size(); ++i) {
            auto const c = triple(in.a[i]);
            s += a * b - c;
            a = b;
            b = c;
        }
        return s;
    }
};

/// Windows over elements that are computed, and what is made of each.
template <auto Windows, auto Mix>
struct computed_windows : computed_by_hand {
    static number pushed(input const& in) {
        return regius::sum(in.a | regius::map(triple) | Windows() | regius::map(Mix));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto w : in.a | regius::map(triple) | Windows()) s += Mix(w);
        return s;
    }
};

struct computed : computed_windows<[] { return regius::sliding_window(3); }, mix> {
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        number s = 0;
        tc::for_each(tc::adjacent<3>(tc::transform(in.a, triple)),
                     [&](number a, number b, number c) { s += a * b - c; });
        return s;
    }
#endif
};
using computed_n = computed_windows<[] { return regius::sliding_window_n<3>(); }, mix_row>;
using computed_windowed = computed_windows<[] { return regius::windowed(3); }, mix>;

[[maybe_unused]] bool const measured[] = {add<stored>("sliding_window(3)"), add<computed>("map+sliding_window(3)"),
                                          add<computed_n>("map+sliding_window_n<3>"),
                                          add<computed_windowed>("map+windowed(3)")};

}  // namespace
