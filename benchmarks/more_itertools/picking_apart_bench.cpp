// SPDX-License-Identifier: MIT
// Question   do the tools that compare, locate and gather cost anything over the loop one would write by hand?
// Measures   elements per second; 16 Ki and 1 Mi std::int64_t (or strings, or double), read by a terminal tool or by sum
// Judge by   the ratio to by_hand of the same row in one interleaved run:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9

#include <regius/builtins/map.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/consecutive_groups.hpp>
#include <regius/more_itertools/filter_map.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <regius/more_itertools/locate.hpp>
#include <regius/more_itertools/map_reduce.hpp>
#include <regius/more_itertools/minmax.hpp>
#include <regius/more_itertools/sample.hpp>
#include <regius/more_itertools/unique_justseen.hpp>

#include <support/rows.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

using namespace regius::benchmarks;

constexpr auto maybe_triple = [](number x) { return odd(x) ? std::optional(3 * x) : std::nullopt; };

struct input {
    numbers a;
    numbers runs;   // each value three times on average
    numbers steps;  // goes up by one where runs stays, else by two
    std::vector<double> reals;
    std::vector<std::string> words;

    explicit input(std::size_t n) : a(values(n)), runs(n), steps(n) {
        auto const lengths = values(n, 2);
        for (std::size_t i = 1; i != n; ++i) {
            bool const changes = lengths[i] % 3 == 0;
            runs[i] = runs[i - 1] + changes;
            steps[i] = steps[i - 1] + 1 + changes;
        }
        for (auto x : a) {
            reals.push_back(static_cast<double>(x));
            words.push_back("word " + std::to_string(x));
        }
    }
};

struct minmax_of_numbers {
    static number by_hand(input const& in) {
        number low = in.a[0], high = low;
        for (auto x : in.a) {
            low = std::min(low, x);
            high = std::max(high, x);
        }
        return high - low;
    }
    static number pushed(input const& in) {
        auto const [low, high] = regius::minmax(in.a);
        return high - low;
    }
};

struct minmax_of_words {
    static std::size_t by_hand(input const& in) {
        auto const [low, high] = std::ranges::minmax_element(in.words);
        return low->size() + high->size();
    }
    static std::size_t pushed(input const& in) {
        auto const [low, high] = regius::minmax(in.words);
        return low.size() + high.size();
    }
};

struct argmin_of_reals {
    static std::size_t by_hand(input const& in) {
        std::size_t at = 0;
        for (std::size_t i = 1; i < in.reals.size(); ++i)
            if (in.reals[i] < in.reals[at]) at = i;
        return at;
    }
    static std::size_t pushed(input const& in) { return regius::argmin(in.reals); }
};

struct unique_justseen_sum {
    static number by_hand(input const& in) {
        number s = in.runs[0];
        for (std::size_t i = 1; i < in.runs.size(); ++i)
            if (in.runs[i] != in.runs[i - 1]) s += in.runs[i];
        return s;
    }
    static number pushed(input const& in) { return regius::sum(regius::unique_justseen(in.runs)); }
};

struct locate_sum {
    static std::size_t by_hand(input const& in) {
        std::size_t s = 0;
        for (std::size_t i = 0; i < in.a.size(); ++i)
            if (odd(in.a[i])) s += i;
        return s;
    }
    static std::size_t pushed(input const& in) { return regius::sum(regius::locate(in.a, odd), std::size_t{0}); }
};

struct filter_map_sum {
    static number by_hand(input const& in) {
        number s = 0;
        for (auto x : in.a)
            if (auto const found = maybe_triple(x)) s += *found;
        return s;
    }
    static number pushed(input const& in) { return regius::sum(regius::filter_map(maybe_triple, in.a)); }
};

struct consecutive_groups_squares {
    static number by_hand(input const& in) {
        number s = 0;
        for (std::size_t first = 0, last = 0; first != in.steps.size(); first = last) {
            while (++last != in.steps.size() && in.steps[last] == in.steps[last - 1] + 1) {
            }
            s += static_cast<number>((last - first) * (last - first));
        }
        return s;
    }
    static constexpr auto square = [](auto group) {
        auto const n = static_cast<number>(regius::ilen(group));
        return n * n;
    };
    static number pushed(input const& in) {
        return regius::sum(regius::consecutive_groups(in.steps) | regius::map(square));
    }
    static number regius_for(input const& in) {
        number s = 0;
        for (auto group : regius::consecutive_groups(in.steps)) s += square(group);
        return s;
    }
};

struct map_reduce_by_digit {
    static std::size_t by_hand(input const& in) {
        std::unordered_map<number, std::vector<number>> groups;
        for (auto x : in.a) groups[x % 100].push_back(x);
        return groups.size();
    }
    static std::size_t pushed(input const& in) {
        return regius::map_reduce(in.a, [](number x) { return x % 100; }).size();
    }
};

struct sample_of_100 {
    static number by_hand(input const& in) {
        static std::mt19937_64 random(3);
        std::vector<number> taken(100);
        std::ranges::sample(in.a, taken.begin(), 100, random);
        std::ranges::shuffle(taken, random);
        return taken[0];
    }
    static number pushed(input const& in) {
        static std::mt19937_64 random(3);
        return regius::sample(in.a, 100, random)[0];
    }
};

[[maybe_unused]] bool const measured[] = {add<minmax_of_numbers>("minmax_of_numbers"),
                                          add<minmax_of_words>("minmax_of_words"),
                                          add<argmin_of_reals>("argmin_of_reals"),
                                          add<unique_justseen_sum>("unique_justseen_sum"),
                                          add<locate_sum>("locate_sum"),
                                          add<filter_map_sum>("filter_map_sum"),
                                          add<consecutive_groups_squares>("consecutive_groups_squares"),
                                          add<map_reduce_by_digit>("map_reduce_by_digit"),
                                          add<sample_of_100>("sample_of_100")};

}  // namespace
