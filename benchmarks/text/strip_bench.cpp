// SPDX-License-Identifier: MIT
// Question   does strip cost anything over two loops and a table of characters?
// Measures   time to strip 100,000 short fields of white space, and of quotes and commas; by_hand knows ASCII only
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=25

#include <benchmark/benchmark.h>
#include <regius/text/strip.hpp>

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<absl/strings/strip.h>)
#include <absl/strings/strip.h>
#endif
#if __has_include(<boost/algorithm/string/trim.hpp>)
#include <boost/algorithm/string/trim.hpp>
#endif

namespace {

std::vector<std::string> fields(std::string_view around) {
    std::vector<std::string> out;
    std::uint32_t state = 1;
    auto const random = [&](std::size_t below) { return (state = state * 1664525 + 1013904223, state >> 8) % below; };
    while (out.size() < 100'000) {
        std::string s;
        for (auto n = random(4); n != 0; --n) s += around[random(around.size())];
        s.append(1 + random(20), 'x');
        for (auto n = random(4); n != 0; --n) s += around[random(around.size())];
        out.push_back(s);
    }
    return out;
}

template <class Strip>
void run(benchmark::State& state, std::string_view around, Strip strip) {
    auto const texts = fields(around);
    for (auto _ : state) {
        std::size_t size = 0;
        for (auto const& text : texts) size += strip(text).size();
        benchmark::DoNotOptimize(size);
    }
}

void space_by_hand(benchmark::State& state) {
    run(state, " \t\n", [](std::string_view s) {
        while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
        while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
        return s;
    });
}
void space_strip(benchmark::State& state) {
    run(state, " \t\n", [](std::string const& s) { return regius::strip(s); });
}
#ifdef ABSL_STRINGS_STRIP_H_
void space_absl(benchmark::State& state) {
    run(state, " \t\n", [](std::string const& s) { return absl::StripAsciiWhitespace(s); });
}
#endif
#ifdef BOOST_STRING_TRIM_HPP
void space_boost(benchmark::State& state) {
    run(state, " \t\n", [](std::string const& s) { return boost::trim_copy(s); });
}
#endif

void set_by_hand(benchmark::State& state) {
    run(state, "\",", [](std::string_view s) {
        auto const first = s.find_first_not_of("\",");
        return first == std::string_view::npos ? s.substr(0, 0)
                                               : s.substr(first, s.find_last_not_of("\",") + 1 - first);
    });
}
void set_strip(benchmark::State& state) {
    run(state, "\",", [](std::string const& s) { return regius::strip(s, "\","); });
}
#ifdef BOOST_STRING_TRIM_HPP
void set_boost(benchmark::State& state) {
    run(state, "\",", [](std::string const& s) { return boost::trim_copy_if(s, boost::is_any_of("\",")); });
}
#endif

}  // namespace

BENCHMARK(space_by_hand);
BENCHMARK(space_strip);
#ifdef ABSL_STRINGS_STRIP_H_
BENCHMARK(space_absl);
#endif
#ifdef BOOST_STRING_TRIM_HPP
BENCHMARK(space_boost);
#endif
BENCHMARK(set_by_hand);
BENCHMARK(set_strip);
#ifdef BOOST_STRING_TRIM_HPP
BENCHMARK(set_boost);
#endif
