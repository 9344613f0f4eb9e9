// SPDX-License-Identifier: MIT
// Question   does a lazy pipeline cost anything over the best loop one would write by hand?
// Measures   elements per second of pipelines over std::int64_t that end in a terminal tool (regius), or in a range-for
//            (regius_for, std, range_v3); N = 16 Ki and 1 Mi elements
// Judge by   the ratio to by_hand of the same row in one interleaved run:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <regius/builtins/all_any.hpp>
#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/min_max.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/builtins/to.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/itertools/batched.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/itertools/combinations.hpp>
#include <regius/itertools/groupby.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/pairwise.hpp>
#include <regius/itertools/permutations.hpp>
#include <regius/itertools/product.hpp>
#include <regius/itertools/zip_longest.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <regius/more_itertools/unique_everseen.hpp>

#include <support/rows.hpp>

#if __has_include(<flux.hpp>)
#include <flux.hpp>
#define REGIUS_BENCH_FLUX 1
#endif

#if __has_include(<cppitertools/chain.hpp>)
#include <cppitertools/chain.hpp>
#include <cppitertools/chunked.hpp>
#include <cppitertools/combinations.hpp>
#include <cppitertools/enumerate.hpp>
#include <cppitertools/filter.hpp>
#include <cppitertools/imap.hpp>
#include <cppitertools/permutations.hpp>
#include <cppitertools/product.hpp>
#include <cppitertools/range.hpp>
#include <cppitertools/slice.hpp>
#include <cppitertools/sliding_window.hpp>
#include <cppitertools/zip.hpp>
#include <cppitertools/zip_longest.hpp>
#define REGIUS_BENCH_CPPITERTOOLS 1
#endif

#if __has_include(<tc/range/adjacent_adaptor.h>) && __has_include(<boost/mp11.hpp>)
#include <tc/algorithm/accumulate.h>
#include <tc/algorithm/append.h>
#include <tc/algorithm/for_each.h>
#include <tc/range/adjacent_adaptor.h>
#include <tc/range/cartesian_product_adaptor.h>
#include <tc/range/concat_adaptor.h>
#include <tc/range/filter_adaptor.h>
#include <tc/range/iota_range.h>
#include <tc/range/join_adaptor.h>
#include <tc/range/transform.h>
#include <tc/range/zip_range.h>
#define REGIUS_BENCH_THINK_CELL 1
#endif

#include <algorithm>
#include <cstdint>
#include <ranges>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

namespace {

using namespace regius::benchmarks;

struct input {
    numbers a, b, c;
    std::vector<numbers> rows;
    explicit input(std::size_t n) : a(values(n)), b(values(n, 2)), c(values(n, 3)) {
        for (std::size_t i = 0; i < n; i += 100) rows.push_back(values(std::min<std::size_t>(100, n - i), i));
    }
};

/// What the compiler can neither fold into a formula nor do for several elements at once, as most bodies of loops.
struct lookup {
    number const* table;
    explicit lookup(input const& in) : table(in.b.data()) {}
    number operator()(number x) const { return table[x & 0xfff]; }
};

/// A look-up of each element, in a range-for.
[[gnu::always_inline]] inline number looked_up(input const& in, auto&& range) {
    lookup const found(in);
    number s = 0;
    for (number x : range) s += found(x);
    return s;
}

/// Elements that were kept: they must be in memory.
number collected(numbers&& out) {
    benchmark::DoNotOptimize(out.data());
    return out.back();
}

/// A number that the compiler does not know, as it seldom is.
std::size_t hidden(std::size_t k) {
    benchmark::DoNotOptimize(k);
    return k;
}

#ifdef REGIUS_BENCH_THINK_CELL
template <class Range>
number think_cell_sum(Range&& numbers_to_add) {
    return tc::accumulate(std::forward<Range>(numbers_to_add), number{0}, [](number& s, number x) { s += x; });
}
#endif

// ---- a row: what is measured, for each contender

struct filter_map_sum {
    static number by_hand(input const& in) {
        number s = 0;
        for (auto x : in.a) s += odd(x) ? triple(x) : 0;
        return s;
    }
    static number pushed(input const& in) { return regius::sum(in.a | regius::filter(odd) | regius::map(triple)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : in.a | regius::filter(odd) | regius::map(triple)) s += x;
        return s;
    }
    static number std_views(input const& in) {
        number s = 0;
        for (auto x : in.a | std::views::filter(odd) | std::views::transform(triple)) s += x;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        return ranges::accumulate(in.a | ranges::views::filter(odd) | ranges::views::transform(triple), number{0});
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) { return flux::ref(in.a).filter(odd).map(triple).sum(); }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& x : iter::imap(triple, iter::filter(odd, in.a))) s += x;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) { return think_cell_sum(tc::transform(tc::filter(in.a, odd), triple)); }
#endif
};

struct range_filter_map_sum {
    static number by_hand(input const& in) {
        number s = 0;
        auto const n = static_cast<number>(in.a.size());
        for (number x = 0; x != n; ++x) s += odd(x) ? triple(x) : 0;
        return s;
    }
    static number pushed(input const& in) {
        auto const n = static_cast<number>(in.a.size());
        return regius::sum(regius::range(n) | regius::filter(odd) | regius::map(triple));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::range(static_cast<number>(in.a.size())) | regius::filter(odd) | regius::map(triple))
            s += x;
        return s;
    }
    static number std_views(input const& in) {
        number s = 0;
        for (auto x : std::views::iota(number{0}, static_cast<number>(in.a.size())) | std::views::filter(odd) |
                          std::views::transform(triple))
            s += x;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        return ranges::accumulate(ranges::views::iota(number{0}, static_cast<number>(in.a.size())) |
                                      ranges::views::filter(odd) | ranges::views::transform(triple),
                                  number{0});
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) {
        return flux::ints(0, static_cast<std::ptrdiff_t>(in.a.size())).filter(odd).map(triple).sum();
    }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& x : iter::imap(triple, iter::filter(odd, iter::range(static_cast<number>(in.a.size()))))) s += x;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        return think_cell_sum(
            tc::transform(tc::filter(tc::iota(number{0}, static_cast<number>(in.a.size())), odd), triple));
    }
#endif
};

struct chain_sum {
    static number by_hand(input const& in) {
        number s = 0;
        for (auto x : in.a) s += x;
        for (auto x : in.b) s += x;
        for (auto x : in.c) s += x;
        return s;
    }
    static number pushed(input const& in) { return regius::sum(regius::chain(in.a, in.b, in.c)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::chain(in.a, in.b, in.c)) s += x;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        return ranges::accumulate(ranges::views::concat(in.a, in.b, in.c), number{0});
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) {
        return flux::chain(flux::ref(in.a), flux::ref(in.b), flux::ref(in.c)).sum();
    }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& x : iter::chain(in.a, in.b, in.c)) s += x;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) { return think_cell_sum(tc::concat(in.a, in.b, in.c)); }
#endif
};

struct flatten_sum {
    static number by_hand(input const& in) {
        number s = 0;
        for (auto const& row : in.rows)
            for (auto x : row) s += x;
        return s;
    }
    static number pushed(input const& in) { return regius::sum(regius::chain.from_iterable(in.rows)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::chain.from_iterable(in.rows)) s += x;
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
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) { return flux::ref(in.rows).flatten().sum(); }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& x : iter::chain.from_iterable(in.rows)) s += x;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) { return think_cell_sum(tc::join(in.rows)); }
#endif
};

struct chain_lookup {
    static number by_hand(input const& in) {
        lookup const found(in);
        number s = 0;
        for (auto x : in.a) s += found(x);
        for (auto x : in.b) s += found(x);
        for (auto x : in.c) s += found(x);
        return s;
    }
    static number pushed(input const& in) {
        return regius::sum(regius::chain(in.a, in.b, in.c) | regius::map(lookup(in)));
    }
    static number regius_for(input const& in) { return looked_up(in, regius::chain(in.a, in.b, in.c)); }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) { return looked_up(in, ranges::views::concat(in.a, in.b, in.c)); }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) { return looked_up(in, iter::chain(in.a, in.b, in.c)); }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        return think_cell_sum(tc::transform(tc::concat(in.a, in.b, in.c), lookup(in)));
    }
#endif
};

struct flatten_lookup {
    static number by_hand(input const& in) {
        lookup const found(in);
        number s = 0;
        for (auto const& row : in.rows)
            for (auto x : row) s += found(x);
        return s;
    }
    static number pushed(input const& in) {
        return regius::sum(regius::chain.from_iterable(in.rows) | regius::map(lookup(in)));
    }
    static number regius_for(input const& in) { return looked_up(in, regius::chain.from_iterable(in.rows)); }
    static number std_views(input const& in) { return looked_up(in, in.rows | std::views::join); }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) { return looked_up(in, in.rows | ranges::views::join); }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) { return looked_up(in, iter::chain.from_iterable(in.rows)); }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) { return think_cell_sum(tc::transform(tc::join(in.rows), lookup(in))); }
#endif
};

struct zip_dot {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 0; i != in.a.size(); ++i) s += in.a[i] * in.b[i] + in.c[i];
        return s;
    }
    static number pushed(input const& in) {
        return regius::sum(regius::map([](number x, number y, number z) { return x * y + z; }, in.a, in.b, in.c));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto [x, y, z] : regius::zip(in.a, in.b, in.c)) s += x * y + z;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        number s = 0;
        for (auto [x, y, z] : ranges::views::zip(in.a, in.b, in.c)) s += x * y + z;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) {
        return flux::zip_map([](number x, number y, number z) { return x * y + z; }, flux::ref(in.a), flux::ref(in.b),
                             flux::ref(in.c))
            .sum();
    }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& [x, y, z] : iter::zip(in.a, in.b, in.c)) s += x * y + z;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        number s = 0;
        tc::for_each(tc::zip(in.a, in.b, in.c), [&](number x, number y, number z) { s += x * y + z; });
        return s;
    }
#endif
};

struct enumerate_weighted {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 0; i != in.a.size(); ++i) s += static_cast<number>(i) * in.a[i];
        return s;
    }
    static number pushed(input const& in) {
        return regius::sum(regius::enumerate(in.a) |
                           regius::map([](auto const& row) { return std::get<0>(row) * std::get<1>(row); }));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto [i, x] : regius::enumerate(in.a)) s += i * x;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        number s = 0;
        for (auto [i, x] : ranges::views::enumerate(in.a)) s += static_cast<number>(i) * x;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) {
        return flux::zip_map([](number i, number x) { return i * x; }, flux::ints(0), flux::ref(in.a)).sum();
    }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& [i, x] : iter::enumerate(in.a)) s += static_cast<number>(i) * x;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        number s = 0;
        tc::for_each(tc::enumerate(in.a), [&](auto i, number x) { s += static_cast<number>(i) * x; });
        return s;
    }
#endif
};

struct batched_max {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 0; i + 4 <= in.a.size(); i += 4)
            s += std::max(std::max(in.a[i], in.a[i + 1]), std::max(in.a[i + 2], in.a[i + 3]));
        return s;
    }
    static number pushed(input const& in) {
        return regius::sum(regius::batched(in.a, 4) | regius::map([](auto batch) { return regius::max(batch); }));
    }
    static number regius_n(input const& in) {
        return regius::sum(regius::batched_n<4>(in.a) | regius::map([](auto const& batch) {
                               return std::apply([](auto... x) { return std::max({x...}); }, batch);
                           }));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto batch : regius::batched(in.a, 4)) s += regius::max(batch);
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        number s = 0;
        for (auto batch : in.a | ranges::views::chunk(4)) s += ranges::max(batch);
        return s;
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) {
        return flux::ref(in.a).chunk(4).map([](auto batch) { return *flux::max(batch); }).sum();
    }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& x : iter::chunked(in.a, 4)) s += *std::max_element(x.begin(), x.end());
        return s;
    }
#endif
};

struct pairwise_difference {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 1; i < in.a.size(); ++i) s += in.a[i] > in.a[i - 1] ? in.a[i] - in.a[i - 1] : 0;
        return s;
    }
    static constexpr auto rise = [](auto const& row) {
        auto const [x, y] = row;
        return y > x ? y - x : 0;
    };
    static number pushed(input const& in) { return regius::sum(regius::pairwise(in.a) | regius::map(rise)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto [x, y] : regius::pairwise(in.a)) s += y > x ? y - x : 0;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        number s = 0;
        for (auto w : in.a | ranges::views::sliding(2)) s += w[1] > w[0] ? w[1] - w[0] : 0;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) {
        return flux::ref(in.a).pairwise_map([](number x, number y) { return y > x ? y - x : 0; }).sum();
    }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& x : iter::sliding_window(in.a, 2)) s += x[1] > x[0] ? x[1] - x[0] : 0;
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        number s = 0;
        tc::for_each(tc::adjacent<2>(in.a), [&](number x, number y) { s += y > x ? y - x : 0; });
        return s;
    }
#endif
};

struct product_of_three {
    static number side(input const& in) { return in.a.size() > 100000 ? 100 : 25; }
    static number by_hand(input const& in) {
        lookup const found(in);
        number s = 0;
        auto const n = side(in);
        for (number x = 0; x != n; ++x)
            for (number y = 0; y != n; ++y)
                for (number z = 0; z != n; ++z) s += found(x ^ y ^ z);
        return s;
    }
    static constexpr auto mixed = [](auto const& row) {
        return std::get<0>(row) ^ std::get<1>(row) ^ std::get<2>(row);
    };
    static number pushed(input const& in) {
        auto const r = regius::range(side(in));
        return regius::sum(regius::product(r, r, r) | regius::map(mixed) | regius::map(lookup(in)));
    }
    static number regius_for(input const& in) {
        lookup const found(in);
        number s = 0;
        auto const r = regius::range(side(in));
        for (auto [x, y, z] : regius::product(r, r, r)) s += found(x ^ y ^ z);
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        lookup const found(in);
        number s = 0;
        auto const r = ranges::views::iota(number{0}, side(in));
        for (auto&& row : ranges::views::cartesian_product(r, r, r)) s += found(mixed(row));
        return s;
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) {
        auto const r = flux::ints(0, side(in));
        return flux::cartesian_product_map([](number x, number y, number z) { return x ^ y ^ z; }, r, r, r)
            .map(lookup(in))
            .sum();
    }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        lookup const found(in);
        number s = 0;
        auto const n = side(in);
        for (auto&& [x, y, z] : iter::product(iter::range(n), iter::range(n), iter::range(n))) s += found(x ^ y ^ z);
        return s;
    }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        lookup const found(in);
        number s = 0;
        auto const r = tc::iota(number{0}, side(in));
        tc::for_each(tc::cartesian_product(r, r, r), [&](number x, number y, number z) { s += found(x ^ y ^ z); });
        return s;
    }
#endif
};

struct islice_step {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 0; i < in.a.size(); i += 3) s += in.a[i];
        return s;
    }
    static number pushed(input const& in) { return regius::sum(regius::islice(in.a, 0, regius::none, 3)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::islice(in.a, 0, regius::none, 3)) s += x;
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) { return ranges::accumulate(in.a | ranges::views::stride(3), number{0}); }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) { return flux::ref(in.a).stride(3).sum(); }
#endif
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        for (auto&& x : iter::slice(in.a, 0, static_cast<int>(in.a.size()), 3)) s += x;
        return s;
    }
#endif
};

struct map_collect {
    static number by_hand(input const& in) {
        numbers out(in.a.size());
        for (std::size_t i = 0; i != in.a.size(); ++i) out[i] = triple(in.a[i]);
        return collected(std::move(out));
    }
    static number pushed(input const& in) { return collected(in.a | regius::map(triple) | regius::to<std::vector>()); }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        return collected(in.a | ranges::views::transform(triple) | ranges::to<std::vector>());
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) { return collected(flux::ref(in.a).map(triple).to<numbers>()); }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) { return collected(tc::make_vector(tc::transform(in.a, triple))); }
#endif
};

struct filter_collect {
    static number by_hand(input const& in) {
        numbers out(in.a.size());
        auto* at = out.data();
        for (auto x : in.a) {
            *at = x;
            at += odd(x);
        }
        out.resize(static_cast<std::size_t>(at - out.data()));
        return collected(std::move(out));
    }
    static number push_back(input const& in) {
        numbers out;
        for (auto x : in.a)
            if (odd(x)) out.push_back(x);
        return collected(std::move(out));
    }
    static number pushed(input const& in) { return collected(in.a | regius::filter(odd) | regius::to<std::vector>()); }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        return collected(in.a | ranges::views::filter(odd) | ranges::to<std::vector>());
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) { return collected(flux::ref(in.a).filter(odd).to<numbers>()); }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) { return collected(tc::make_vector(tc::filter(in.a, odd))); }
#endif
};

struct combinations_visit {
    static std::size_t pool(input const& in) { return in.a.size() > 100000 ? 185 : 47; }
    static number by_hand(input const& in) {
        number s = 0;
        auto const n = pool(in);
        for (std::size_t i = 0; i != n; ++i)
            for (std::size_t j = i + 1; j != n; ++j)
                for (std::size_t k = j + 1; k != n; ++k) s += (in.a[i] ^ in.a[j]) * in.a[k];
        return s;
    }
    static number pushed(input const& in) {
        return regius::sum(regius::combinations(regius::islice(in.a, pool(in)), hidden(3)) |
                           regius::map([](auto c) { return (c[0] ^ c[1]) * c[2]; }));
    }
    static number regius_n(input const& in) {
        return regius::sum(regius::combinations_n<3>(regius::islice(in.a, pool(in))) | regius::map([](auto const& c) {
                               return (std::get<0>(c) ^ std::get<1>(c)) * std::get<2>(c);
                           }));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto c : regius::combinations(regius::islice(in.a, pool(in)), hidden(3))) s += (c[0] ^ c[1]) * c[2];
        return s;
    }
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        numbers const part(in.a.begin(), in.a.begin() + static_cast<std::ptrdiff_t>(pool(in)));
        for (auto&& c : iter::combinations(part, hidden(3))) s += (c[0] ^ c[1]) * c[2];
        return s;
    }
#endif
};

struct permutations_visit {
    static std::size_t pool(input const& in) { return in.a.size() > 100000 ? 9 : 7; }
    static number by_hand(input const& in) {
        number s = 0;
        std::vector<int> p(pool(in));
        for (std::size_t i = 0; i != p.size(); ++i) p[i] = static_cast<int>(i);
        do s += p.front() * 3 + p.back();
        while (std::next_permutation(p.begin(), p.end()));
        return s;
    }
    static number pushed(input const& in) {
        return regius::sum(regius::permutations(regius::range(static_cast<int>(pool(in)))) |
                           regius::map([](auto p) { return number{p.front() * 3 + p.back()}; }));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto p : regius::permutations(regius::range(static_cast<int>(pool(in))))) s += p.front() * 3 + p.back();
        return s;
    }
#ifdef REGIUS_BENCH_CPPITERTOOLS
    static number cppitertools(input const& in) {
        number s = 0;
        std::vector<int> pool_of_ints(pool(in));
        for (std::size_t i = 0; i != pool_of_ints.size(); ++i) pool_of_ints[i] = static_cast<int>(i);
        for (auto&& p : iter::permutations(pool_of_ints)) s += p[0] * 3 + p[p.size() - 1];
        return s;
    }
#endif
};

struct zip_longest_dot {
    static number by_hand(input const& in) {
        number s = 0;
        auto const n = in.a.size();
        auto const m = n * 3 / 4;
        for (std::size_t i = 0; i != m; ++i) s += in.a[i] * in.b[i];
        for (std::size_t i = m; i != n; ++i) s += in.a[i] * 7;
        return s;
    }
    static constexpr auto f = [](auto const& row) { return std::get<0>(row) * std::get<1>(row); };
    static number pushed(input const& in) {
        return regius::sum(regius::zip_longest(number{7}, in.a, regius::islice(in.b, in.b.size() * 3 / 4)) |
                           regius::map(f));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto [x, y] : regius::zip_longest(number{7}, in.a, regius::islice(in.b, in.b.size() * 3 / 4))) s += x * y;
        return s;
    }
};

struct map_map_filter_count {
    static number by_hand(input const& in) {
        number n = 0;
        for (auto x : in.a) n += odd(triple(triple(x)));
        return n;
    }
    static number pushed(input const& in) {
        return static_cast<number>(
            regius::ilen(in.a | regius::map(triple) | regius::map(triple) | regius::filter(odd)));
    }
    static number regius_for(input const& in) {
        number n = 0;
        for ([[maybe_unused]] auto x : in.a | regius::map(triple) | regius::map(triple) | regius::filter(odd)) ++n;
        return n;
    }
    static number std_views(input const& in) {
        return std::ranges::distance(in.a | std::views::transform(triple) | std::views::transform(triple) |
                                     std::views::filter(odd));
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        return ranges::distance(in.a | ranges::views::transform(triple) | ranges::views::transform(triple) |
                                ranges::views::filter(odd));
    }
#endif
#ifdef REGIUS_BENCH_FLUX
    static number flux_(input const& in) { return flux::ref(in.a).map(triple).map(triple).filter(odd).count(); }
#endif
#ifdef REGIUS_BENCH_THINK_CELL
    static number think_cell(input const& in) {
        number n = 0;
        tc::for_each(tc::filter(tc::transform(tc::transform(in.a, triple), triple), odd), [&](number) { ++n; });
        return n;
    }
#endif
};

struct groupby_runs {
    static constexpr auto high = [](number x) { return x >> 19; };  // runs of two, on average
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t i = 0, n = in.a.size(); i != n;) {
            auto const first = i;
            auto const key = high(in.a[i]);
            do ++i;
            while (i != n && high(in.a[i]) == key);
            s += static_cast<number>((i - first) * (i - first));
        }
        return s;
    }
    static constexpr auto square = [](auto const& run) {
        auto const n = static_cast<number>(regius::ilen(run.second));
        return n * n;
    };
    static number pushed(input const& in) { return regius::sum(regius::groupby(in.a, high) | regius::map(square)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto const& run : regius::groupby(in.a, high)) s += square(run);
        return s;
    }
#ifdef REGIUS_BENCH_RANGE_V3
    static number range_v3(input const& in) {
        number s = 0;
        for (auto run : in.a | ranges::views::chunk_by([](number x, number y) { return high(x) == high(y); })) {
            auto const n = static_cast<number>(ranges::distance(run));
            s += n * n;
        }
        return s;
    }
#endif
};

struct unique_everseen_sum {
    static number by_hand(input const& in) {
        number s = 0;
        std::unordered_set<number> seen;
        for (auto x : in.a)
            if (seen.insert(x & 0xfff).second) s += x;
        return s;
    }
    static constexpr auto low = [](number x) { return x & 0xfff; };
    static number pushed(input const& in) { return regius::sum(regius::unique_everseen(in.a, low)); }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto x : regius::unique_everseen(in.a, low)) s += x;
        return s;
    }
};

[[maybe_unused]] bool const measured[] = {add<filter_map_sum>("filter_map_sum"),
                                          add<range_filter_map_sum>("range_filter_map_sum"),
                                          add<chain_sum>("chain_sum"),
                                          add<flatten_sum>("flatten_sum"),
                                          add<chain_lookup>("chain_lookup"),
                                          add<flatten_lookup>("flatten_lookup"),
                                          add<zip_dot>("zip_dot"),
                                          add<enumerate_weighted>("enumerate_weighted"),
                                          add<batched_max>("batched_max"),
                                          add<pairwise_difference>("pairwise_difference"),
                                          add<product_of_three>("product_of_three"),
                                          add<islice_step>("islice_step"),
                                          add<map_collect>("map_collect"),
                                          add<filter_collect>("filter_collect"),
                                          add<combinations_visit>("combinations_visit"),
                                          add<permutations_visit>("permutations_visit"),
                                          add<zip_longest_dot>("zip_longest_dot"),
                                          add<map_map_filter_count>("map_map_filter_count"),
                                          add<groupby_runs>("groupby_runs"),
                                          add<unique_everseen_sum>("unique_everseen")};

}  // namespace
