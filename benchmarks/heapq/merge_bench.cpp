// SPDX-License-Identifier: MIT
// Question   what does merging k sorted runs lazily cost beside the textbook's heap, libstdc++'s multiway merge, and
//            the best loop one would write?
// Measures   elements per second; 4 Mi std::uint64_t, 1 Mi strings; k = 8, 64, 1024 runs
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <benchmark/benchmark.h>
#include <regius/builtins/to.hpp>
#include <regius/heapq/merge.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <map>
#include <queue>
#include <random>
#include <string>
#include <utility>
#include <vector>

#if __has_include(<parallel/multiway_merge.h>) && defined(_OPENMP)
#include <parallel/multiway_merge.h>
#include <parallel/algorithm>
#define HAS_GNU_MULTIWAY_MERGE
#endif

namespace {

template <class T>
using runs = std::vector<std::vector<T>>;

template <class T>
T random_element(std::mt19937_64& random) {
    if constexpr (std::same_as<T, std::string>) {
        char text[32];
        std::snprintf(text, sizeof(text), "%016llx", static_cast<unsigned long long>(random()));
        return text;
    } else {
        return static_cast<T>(random());
    }
}

template <class T>
runs<T> const& sorted_runs(std::size_t k) {
    static std::map<std::size_t, runs<T>> made;
    auto& result = made[k];
    if (result.empty()) {
        std::size_t const total = std::same_as<T, std::string> ? 1 << 20 : 4 << 20;
        std::mt19937_64 random(k);
        result.resize(k);
        for (auto& run : result) {
            run.reserve(total / k);
            for (std::size_t i = 0; i != total / k; ++i) run.push_back(random_element<T>(random));
            std::sort(run.begin(), run.end());
        }
    }
    return result;
}

template <class T>
std::size_t weight(T const& x) {
    if constexpr (std::same_as<T, std::string>)
        return x.size() + static_cast<unsigned char>(x.back());
    else
        return static_cast<std::size_t>(x);
}

template <class T, class Merge>
void measure(benchmark::State& state, Merge merge) {
    auto const& inputs = sorted_runs<T>(static_cast<std::size_t>(state.range(0)));
    std::size_t total = 0;
    for (auto const& run : inputs) total += run.size();
    for (auto _ : state) merge(inputs, total);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(total));
}

// ---- element by element: the sum depends on the order

struct digest {
    std::size_t sum = 0;
    template <class T>
    void operator()(T const& x) {
        sum = sum * 3 + weight(x);
    }
};

template <class T>
void by_priority_queue(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t) {
        struct head {
            T const* at;
            T const* end;
            std::size_t from;
        };
        auto const later = [](head const& a, head const& b) {
            return *b.at < *a.at || (!(*a.at < *b.at) && b.from < a.from);
        };
        std::priority_queue<head, std::vector<head>, decltype(later)> heads(later);
        for (std::size_t i = 0; i != inputs.size(); ++i)
            heads.push({inputs[i].data(), inputs[i].data() + inputs[i].size(), i});
        digest d;
        while (!heads.empty()) {
            auto next = heads.top();
            heads.pop();
            d(*next.at);
            if (++next.at != next.end) heads.push(next);
        }
        benchmark::DoNotOptimize(d.sum);
    });
}

// The limit: a loser tree over pointers, (key, source) compared as one number, everything in one loop.
void by_hand(benchmark::State& state) {
    measure<std::uint64_t>(state, [](runs<std::uint64_t> const& inputs, std::size_t) {
        struct node {
            std::uint64_t key;
            std::uint64_t from;
        };
        struct head {
            std::uint64_t const* at;
            std::uint64_t const* end;
        };
        auto const k = std::bit_ceil(inputs.size());
        std::vector<head> heads;
        std::vector<node> tree(k), winners(2 * k);
        for (std::size_t i = 0; i != k; ++i) {
            heads.push_back({inputs[i].data(), inputs[i].data() + inputs[i].size()});
            winners[k + i] = {*heads[i].at, i};
        }
        auto const less = [](node const& a, node const& b) {
            return (a.key < b.key) | ((a.key == b.key) & (a.from < b.from));
        };
        for (std::size_t i = k - 1; i != 0; --i) {
            bool const right = less(winners[2 * i + 1], winners[2 * i]);
            winners[i] = winners[2 * i + right];
            tree[i] = winners[2 * i + !right];
        }
        digest d;
        for (auto winner = winners[1]; winner.from < k;) {
            d(winner.key);
            auto const from = winner.from;
            auto& next = heads[from];
            winner = ++next.at != next.end ? node{*next.at, from} : node{~std::uint64_t{0}, from | k};
            for (auto at = (k + from) / 2; at != 0; at /= 2) {
                auto const waiting = tree[at];
                bool const lost = less(waiting, winner);
                tree[at].key = lost ? winner.key : waiting.key;
                tree[at].from = lost ? winner.from : waiting.from;
                winner.key = lost ? waiting.key : winner.key;
                winner.from = lost ? waiting.from : winner.from;
            }
        }
        benchmark::DoNotOptimize(d.sum);
    });
}

template <class T>
void regius_terminal(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t) {
        digest d;
        regius::core::for_each(regius::merge(inputs), [&](T const& x) { d(x); });
        benchmark::DoNotOptimize(d.sum);
    });
}

template <class T>
void regius_range_for(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t) {
        digest d;
        for (T const& x : regius::merge(inputs)) d(x);
        benchmark::DoNotOptimize(d.sum);
    });
}

// ---- into a vector

#if defined(HAS_GNU_MULTIWAY_MERGE)
template <class T>
void gnu_multiway_merge(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t total) {
        std::vector<std::pair<T*, T*>> sequences;
        for (auto const& run : inputs) {  // it takes no const iterators, though it writes nothing
            auto* const first = const_cast<T*>(run.data());
            sequences.emplace_back(first, first + run.size());
        }
        std::vector<T> out(total);
        __gnu_parallel::stable_multiway_merge(sequences.begin(), sequences.end(), out.data(),
                                              static_cast<std::ptrdiff_t>(total), std::less<>{},
                                              __gnu_parallel::sequential_tag());
        benchmark::DoNotOptimize(out.data());
    });
}
#endif

template <class T>
void tree_of_std_merge(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t) {
        auto level = inputs;
        while (level.size() > 1) {
            runs<T> next;
            for (std::size_t i = 0; i + 1 < level.size(); i += 2) {
                next.emplace_back(level[i].size() + level[i + 1].size());
                std::merge(std::make_move_iterator(level[i].begin()), std::make_move_iterator(level[i].end()),
                           std::make_move_iterator(level[i + 1].begin()), std::make_move_iterator(level[i + 1].end()),
                           next.back().begin());
            }
            if (level.size() % 2 != 0) next.push_back(std::move(level.back()));
            level = std::move(next);
        }
        benchmark::DoNotOptimize(level[0].data());
    });
}

template <class T>
void stable_sort_of_all(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t total) {
        std::vector<T> out;
        out.reserve(total);
        for (auto const& run : inputs) out.insert(out.end(), run.begin(), run.end());
        std::stable_sort(out.begin(), out.end());
        benchmark::DoNotOptimize(out.data());
    });
}

template <class T>
void regius_collected(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t) {
        auto const out = regius::merge(inputs) | regius::to<std::vector>();
        benchmark::DoNotOptimize(out.data());
    });
}

template <class T>
void regius_by_comparator(benchmark::State& state) {
    measure<T>(state, [](runs<T> const& inputs, std::size_t) {
        digest d;
        regius::core::for_each(regius::merge(inputs, [](T const& a, T const& b) { return a < b; }),
                               [&](T const& x) { d(x); });
        benchmark::DoNotOptimize(d.sum);
    });
}

using u64 = std::uint64_t;
using text = std::string;

void sizes(benchmark::internal::Benchmark* b) { b->Arg(8)->Arg(64)->Arg(1024)->Unit(benchmark::kMillisecond); }

BENCHMARK(by_hand)->Apply(sizes);
BENCHMARK(by_priority_queue<u64>)->Apply(sizes);
BENCHMARK(regius_terminal<u64>)->Apply(sizes);
BENCHMARK(regius_range_for<u64>)->Apply(sizes);
BENCHMARK(regius_by_comparator<u64>)->Apply(sizes);
BENCHMARK(regius_collected<u64>)->Apply(sizes);
BENCHMARK(tree_of_std_merge<u64>)->Apply(sizes);
BENCHMARK(stable_sort_of_all<u64>)->Apply(sizes);
BENCHMARK(by_priority_queue<text>)->Apply(sizes);
BENCHMARK(regius_terminal<text>)->Apply(sizes);
BENCHMARK(regius_collected<text>)->Apply(sizes);
#if defined(HAS_GNU_MULTIWAY_MERGE)
BENCHMARK(gnu_multiway_merge<u64>)->Apply(sizes);
BENCHMARK(gnu_multiway_merge<text>)->Apply(sizes);
#endif

}  // namespace

BENCHMARK_MAIN();
