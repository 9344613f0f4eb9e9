// SPDX-License-Identifier: MIT
// Question   does split cost anything over the search loop that one would write by hand?
// Measures   bytes per second of log lines cut into words, into fields at a char and at a text, and only their first
//            three words; each piece is measured and its first character read. by_hand is memchr for a char, a table
//            of 256 for white space (ASCII only, which is less than split does), string_view::find for a text
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=25

#include <benchmark/benchmark.h>
#include <regius/core/flow.hpp>
#include <regius/text/split.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<absl/strings/str_split.h>)
#include <absl/strings/str_split.h>
#endif
#if __has_include(<boost/algorithm/string.hpp>)
#include <boost/algorithm/string.hpp>
#endif
#if __has_include(<range/v3/view/split.hpp>)
#include <range/v3/view/split.hpp>
#endif

namespace {

/// Lines as servers write them, words of 1 to 24 letters; a comma follows every other word.
std::vector<std::string> const& lines() {
    static auto const made = [] {
        std::vector<std::string> out;
        std::uint32_t state = 12345;
        auto const random = [&](std::uint32_t below) {
            return (state = state * 1664525 + 1013904223, state >> 8) % below;
        };
        for (int line = 0; line < 32768; ++line) {
            std::string s;
            for (std::uint32_t words = 6 + random(12); words != 0; --words) {
                auto const size = 1 + random(1 + random(24));
                for (std::uint32_t i = 0; i < size; ++i) s += static_cast<char>('a' + random(26));
                s += words % 2 == 0 ? ", " : " ";
            }
            out.push_back(s);
        }
        return out;
    }();
    return made;
}

std::size_t total_size() {
    std::size_t size = 0;
    for (auto const& line : lines()) size += line.size();
    return size;
}

struct tally {
    std::size_t sizes = 0;
    std::size_t firsts = 0;

    void operator()(std::string_view piece) {
        sizes += piece.size();
        if (!piece.empty()) firsts += static_cast<unsigned char>(piece.front());
    }
};

template <class PerLine>
void run(benchmark::State& state, PerLine per_line) {
    for (auto _ : state) {
        tally sum;
        for (auto const& line : lines()) per_line(std::string_view(line), sum);
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(total_size()));
}

constexpr auto space_table = [] {
    std::array<bool, 256> table{};
    for (auto c : {'\t', '\n', '\v', '\f', '\r', '\x1c', '\x1d', '\x1e', '\x1f', ' '})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();
bool is_space(char c) { return space_table[static_cast<unsigned char>(c)]; }

/// Calls f(word) until it returns false.
template <class F>
void each_word_by_hand(std::string_view s, F f) {
    char const* at = s.data();
    char const* const last = at + s.size();
    for (;;) {
        while (at != last && is_space(*at)) ++at;
        if (at == last) return;
        char const* const word = at;
        while (at != last && !is_space(*at)) ++at;
        if (!f(std::string_view(word, static_cast<std::size_t>(at - word)))) return;
    }
}

// ---------------------------------------------------------------- words

void words_by_hand(benchmark::State& state) {
    run(state,
        [](std::string_view line, tally& sum) { each_word_by_hand(line, [&](auto w) { return sum(w), true; }); });
}
void words_split_loop(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto word : regius::split(line)) sum(word);
    });
}
void words_split_for_each(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) { regius::core::for_each(regius::split(line), sum); });
}
#ifdef ABSL_STRINGS_STR_SPLIT_H_
void words_absl(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto word : absl::StrSplit(absl::string_view(line.data(), line.size()), absl::ByAnyChar(" \t\n\v\f\r"),
                                        absl::SkipEmpty()))
            sum({word.data(), word.size()});
    });
}
#endif
#ifdef BOOST_STRING_ALGO_HPP
void words_boost(benchmark::State& state) {
    std::vector<std::string_view> parts;
    run(state, [&](std::string_view line, tally& sum) {
        boost::split(parts, line, boost::is_any_of(" \t\n\v\f\r"), boost::token_compress_on);
        for (auto word : parts) sum(word);
    });
}
#endif

// ---------------------------------------------------------------- the first three words

void first_words_by_hand(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        each_word_by_hand(line, [&, left = 3](auto word) mutable { return sum(word), --left != 0; });
    });
}
void first_words_split(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        int left = 3;
        for (auto word : regius::split(line)) {
            sum(word);
            if (--left == 0) break;
        }
    });
}
void first_words_split_step(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        auto const words = regius::split(line);
        auto it = words.begin();
        sum(*it);
        sum(*++it);
        sum(*++it);
    });
}

// ---------------------------------------------------------------- fields at a char

void fields_by_hand(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        char const* at = line.data();
        char const* const last = at + line.size();
        while (auto const* stop = static_cast<char const*>(std::memchr(at, ' ', static_cast<std::size_t>(last - at)))) {
            sum({at, static_cast<std::size_t>(stop - at)});
            at = stop + 1;
        }
        sum({at, static_cast<std::size_t>(last - at)});
    });
}
void fields_split_loop(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : regius::split(line, ' ')) sum(field);
    });
}
void fields_split_for_each(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) { regius::core::for_each(regius::split(line, ' '), sum); });
}
void fields_split_text(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : regius::split(line, " ")) sum(field);
    });
}
void fields_std(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : std::views::split(line, ' ')) sum({field.begin(), field.end()});
    });
}
#ifdef RANGES_V3_VIEW_SPLIT_HPP
void fields_range_v3(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : ranges::views::split(line, ' '))
            sum({&*field.begin(), static_cast<std::size_t>(ranges::distance(field))});
    });
}
#endif
#ifdef ABSL_STRINGS_STR_SPLIT_H_
void fields_absl(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : absl::StrSplit(absl::string_view(line.data(), line.size()), ' '))
            sum({field.data(), field.size()});
    });
}
#endif
#ifdef BOOST_STRING_ALGO_HPP
void fields_boost(benchmark::State& state) {
    std::vector<std::string_view> parts;
    run(state, [&](std::string_view line, tally& sum) {
        boost::split(parts, line, [](char c) { return c == ' '; });
        for (auto field : parts) sum(field);
    });
}
#endif

// ---------------------------------------------------------------- fields at a text

void by_text_by_hand(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        std::size_t at = 0;
        for (std::size_t stop; (stop = line.find(", ", at)) != std::string_view::npos; at = stop + 2)
            sum(line.substr(at, stop - at));
        sum(line.substr(at));
    });
}
void by_text_split_loop(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : regius::split(line, ", ")) sum(field);
    });
}
void by_text_split_for_each(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) { regius::core::for_each(regius::split(line, ", "), sum); });
}
void by_text_std(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : std::views::split(line, std::string_view(", "))) sum({field.begin(), field.end()});
    });
}
#ifdef ABSL_STRINGS_STR_SPLIT_H_
void by_text_absl(benchmark::State& state) {
    run(state, [](std::string_view line, tally& sum) {
        for (auto field : absl::StrSplit(absl::string_view(line.data(), line.size()), ", "))
            sum({field.data(), field.size()});
    });
}
#endif

}  // namespace

BENCHMARK(words_by_hand);
BENCHMARK(words_split_loop);
BENCHMARK(words_split_for_each);
#ifdef ABSL_STRINGS_STR_SPLIT_H_
BENCHMARK(words_absl);
#endif
#ifdef BOOST_STRING_ALGO_HPP
BENCHMARK(words_boost);
#endif

BENCHMARK(first_words_by_hand);
BENCHMARK(first_words_split);
BENCHMARK(first_words_split_step);

BENCHMARK(fields_by_hand);
BENCHMARK(fields_split_loop);
BENCHMARK(fields_split_for_each);
BENCHMARK(fields_split_text);
BENCHMARK(fields_std);
#ifdef RANGES_V3_VIEW_SPLIT_HPP
BENCHMARK(fields_range_v3);
#endif
#ifdef ABSL_STRINGS_STR_SPLIT_H_
BENCHMARK(fields_absl);
#endif
#ifdef BOOST_STRING_ALGO_HPP
BENCHMARK(fields_boost);
#endif

BENCHMARK(by_text_by_hand);
BENCHMARK(by_text_split_loop);
BENCHMARK(by_text_split_for_each);
BENCHMARK(by_text_std);
#ifdef ABSL_STRINGS_STR_SPLIT_H_
BENCHMARK(by_text_absl);
#endif
