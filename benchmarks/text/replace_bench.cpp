// SPDX-License-Identifier: MIT
// Question   does replace cost anything over a loop of find and append, or over std::replace for one char?
// Measures   time to replace in lines of about 100 bytes and in one text of 3 MB: a char by a char, a text by one of
//            the same size, by a shorter and by a longer one
// Judge by   the medians of interleaved runs, never two numbers taken minutes apart:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=25

#include <benchmark/benchmark.h>
#include <regius/text/replace.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<absl/strings/str_replace.h>)
#include <absl/strings/str_replace.h>
#endif
#if __has_include(<boost/algorithm/string/replace.hpp>)
#include <boost/algorithm/string/replace.hpp>
#endif

namespace {

std::string text_of(std::size_t words, std::uint32_t& state) {
    auto const random = [&](std::uint32_t below) { return (state = state * 1664525 + 1013904223, state >> 8) % below; };
    std::string s;
    for (; words != 0; --words) {
        if (random(6) == 0) s += "spam";
        for (auto size = 1 + random(12); size != 0; --size) s += static_cast<char>('a' + random(26));
        s += words % 2 == 0 ? ", " : " ";
    }
    return s;
}

std::vector<std::string> const& lines() {
    static auto const made = [] {
        std::vector<std::string> out;
        for (std::uint32_t state = 1; out.size() < 4096;) out.push_back(text_of(12, state));
        return out;
    }();
    return made;
}
std::vector<std::string> const& page() {
    static auto const made = [] {
        std::uint32_t state = 1;
        return std::vector{text_of(400'000, state)};
    }();
    return made;
}

template <class Replace>
void run(benchmark::State& state, std::vector<std::string> const& texts, Replace replace) {
    for (auto _ : state)
        for (auto const& text : texts) {
            std::string result = replace(text);
            benchmark::DoNotOptimize(result.data());
        }
}

auto by_hand(std::string_view old, std::string_view with) {
    return [=](std::string const& s) {
        std::string out;
        out.reserve(s.size());
        std::size_t at = 0;
        for (std::size_t found; (found = s.find(old, at)) != std::string::npos; at = found + old.size()) {
            out.append(s, at, found - at);
            out.append(with);
        }
        out.append(s, at);
        return out;
    };
}
auto regius_replace(std::string_view old, std::string_view with) {
    return [=](std::string const& s) { return regius::replace(s, old, with); };
}
#ifdef ABSL_STRINGS_STR_REPLACE_H_
auto absl_replace(std::string_view old, std::string_view with) {
    return [=](std::string const& s) {
        return absl::StrReplaceAll(s, {{{old.data(), old.size()}, {with.data(), with.size()}}});
    };
}
#endif
#ifdef BOOST_STRING_REPLACE_HPP
auto boost_replace(std::string_view old, std::string_view with) {
    return [=](std::string const& s) { return boost::replace_all_copy(s, old, with); };
}
#endif

struct task {
    char const* name;
    std::string_view old, with;
};
constexpr task tasks[] = {{"same_size", "spam", "eggs"}, {"shorter", ", ", ";"}, {"longer", ",", " and "}};

void add(std::string const& name, std::vector<std::string> const& texts, auto replace) {
    benchmark::RegisterBenchmark(name.c_str(), [=, &texts](benchmark::State& state) { run(state, texts, replace); });
}

bool const registered = [] {
    for (auto const* texts : {&lines(), &page()}) {
        std::string const place = texts == &page() ? "page/" : "lines/";
        add(place + "char/by_hand", *texts, [](std::string const& s) {
            auto out = s;
            std::ranges::replace(out, ' ', '_');
            return out;
        });
        add(place + "char/replace", *texts, [](std::string const& s) { return regius::replace(s, ' ', '_'); });
        for (auto const& [name, old, with] : tasks) {
            add(place + name + "/by_hand", *texts, by_hand(old, with));
            add(place + name + "/replace", *texts, regius_replace(old, with));
#ifdef ABSL_STRINGS_STR_REPLACE_H_
            add(place + name + "/absl", *texts, absl_replace(old, with));
#endif
#ifdef BOOST_STRING_REPLACE_HPP
            add(place + name + "/boost", *texts, boost_replace(old, with));
#endif
        }
    }
    return true;
}();

}  // namespace
