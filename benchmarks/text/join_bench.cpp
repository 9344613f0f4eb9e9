// SPDX-License-Identifier: MIT
// Question   does join cost anything over adding up the sizes, reserving and appending?
// Measures   time to join 100,000 words of 1 to 24 letters: strings in a vector, and the pieces of a split, which are
//            walked once
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=25

#include <benchmark/benchmark.h>
#include <regius/text/join.hpp>
#include <regius/text/split.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<absl/strings/str_join.h>)
#include <absl/strings/str_join.h>
#endif
#if __has_include(<boost/algorithm/string/join.hpp>)
#include <boost/algorithm/string/join.hpp>
#endif

namespace {

std::vector<std::string> const& words() {
    static auto const made = [] {
        std::vector<std::string> out;
        std::uint32_t state = 1;
        auto const random = [&](std::uint32_t below) {
            return (state = state * 1664525 + 1013904223, state >> 8) % below;
        };
        while (out.size() < 100'000) out.emplace_back(1 + random(1 + random(24)), static_cast<char>('a' + random(26)));
        return out;
    }();
    return made;
}

template <class Join>
void run(benchmark::State& state, Join join) {
    (void)words();
    for (auto _ : state) {
        std::string const result = join();
        benchmark::DoNotOptimize(result.data());
    }
}

void vector_by_hand(benchmark::State& state) {
    run(state, [] {
        std::size_t size = 0;
        for (auto const& word : words()) size += word.size() + 2;
        std::string out;
        out.reserve(size);
        for (auto const& word : words()) {
            if (!out.empty()) out += ", ";
            out += word;
        }
        return out;
    });
}
void vector_join(benchmark::State& state) {
    run(state, [] { return regius::join(", ", words()); });
}
#ifdef ABSL_STRINGS_STR_JOIN_H_
void vector_absl(benchmark::State& state) {
    run(state, [] { return absl::StrJoin(words(), ", "); });
}
#endif
#ifdef BOOST_STRING_JOIN_HPP
void vector_boost(benchmark::State& state) {
    run(state, [] { return boost::join(words(), ", "); });
}
#endif

std::string const& page() {
    static auto const made = regius::join(" ", words());
    return made;
}

void split_by_hand(benchmark::State& state) {
    (void)page();
    run(state, [] {
        std::string out;
        bool first = true;
        for (auto word : regius::split(page(), ' ')) {
            if (!first) out += ", ";
            first = false;
            out += word;
        }
        return out;
    });
}
void split_join(benchmark::State& state) {
    (void)page();
    run(state, [] { return page() | regius::split(' ') | regius::join(", "); });
}

}  // namespace

BENCHMARK(vector_by_hand);
BENCHMARK(vector_join);
#ifdef ABSL_STRINGS_STR_JOIN_H_
BENCHMARK(vector_absl);
#endif
#ifdef BOOST_STRING_JOIN_HPP
BENCHMARK(vector_boost);
#endif
BENCHMARK(split_by_hand);
BENCHMARK(split_join);
