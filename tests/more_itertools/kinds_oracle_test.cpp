// SPDX-License-Identifier: MIT
// What more_itertools answers (tests/oracle/more_itertools_kinds.py), over containers, one-shot sources and computed
// elements, pulled and pushed.

#include <regius/builtins/map.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/bucket.hpp>
#include <regius/more_itertools/consecutive_groups.hpp>
#include <regius/more_itertools/duplicates_everseen.hpp>
#include <regius/more_itertools/filter_map.hpp>
#include <regius/more_itertools/locate.hpp>
#include <regius/more_itertools/map_reduce.hpp>
#include <regius/more_itertools/minmax.hpp>
#include <regius/more_itertools/powerset.hpp>
#include <regius/more_itertools/unique_everseen.hpp>
#include <regius/more_itertools/unique_justseen.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using regius::tests::list;
using regius::tests::one_shot;
using ints = std::vector<int>;
using rows = std::vector<ints>;

struct kinds_answer {
    ints source;
    ints unique_by_kind, justseen, justseen_by_kind, duplicates, duplicates_by_kind;
    ints places, places_of_windows;
    ints tenfold;
    rows rising, falling;
    ints kinds;
    rows gathered;
    ints sums;
    rows subsets;
    ints places_of_extremes;  // minmax, argmin, argmax
    rows pulled;
};
struct bucket_answer {
    ints source;
    rows steps;  // 0 to take, 1 to look; the key; what came; how many elements had been pulled
    ints keys;
    rows rest;
};

#include "../oracle/more_itertools_kinds.inc"

// As text: a compiler with sanitizers needs minutes for as many nested initializer lists.
void read(std::string const& field, ints& into) {
    std::istringstream in(field);
    for (int x; in >> x;) into.push_back(x);
}
void read(std::string const& field, rows& into) {
    std::istringstream in(field);
    for (std::string row; std::getline(in, row, '|');) read(row, into.emplace_back());
}
void read_fields(std::istream& in, auto&... fields) {
    std::string field;
    ((std::getline(in, field, ';'), read(field, fields)), ...);
}

std::vector<kinds_answer> answers_about_kinds() {
    std::vector<kinds_answer> answers;
    std::istringstream in(kinds_answers + 1);
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        auto& a = answers.emplace_back();
        read_fields(fields, a.source, a.unique_by_kind, a.justseen, a.justseen_by_kind, a.duplicates,
                    a.duplicates_by_kind, a.places, a.places_of_windows, a.tenfold, a.rising, a.falling, a.kinds,
                    a.gathered, a.sums, a.subsets, a.places_of_extremes, a.pulled);
    }
    CHECK(answers.size() == 61);
    return answers;
}
std::vector<bucket_answer> answers_about_buckets() {
    std::vector<bucket_answer> answers;
    std::istringstream in(bucket_answers + 1);
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        auto& a = answers.emplace_back();
        read_fields(fields, a.source, a.steps, a.keys, a.rest);
    }
    CHECK(answers.size() == 61);
    return answers;
}

constexpr auto kind = [](int x) { return x % 3; };
constexpr auto tenfold = [](int x) { return x % 2 != 0 ? std::optional(10 * x) : std::nullopt; };
constexpr auto even_sum = [](auto const& window) { return regius::sum(window) % 2 == 0; };

ints by_pulling(auto&& elements) {
    ints out;
    for (auto&& x : elements) out.push_back(static_cast<int>(x));
    return out;
}
ints by_pushing(auto&& elements) {
    ints out;
    elements.for_each_while([&out](auto&& x) { return out.push_back(static_cast<int>(x)), true; });
    return out;
}
rows of_groups(auto&& groups) {
    rows out;
    for (auto&& group : groups) out.push_back(list(group));
    return out;
}

/// The same over every kind of range.
void agrees(auto const& tool, ints const& source, ints const& answer) {
    CHECK(by_pulling(tool(source)) == answer);
    CHECK(by_pushing(tool(source)) == answer);
    CHECK(by_pulling(tool(one_shot(source))) == answer);
    CHECK(by_pushing(tool(one_shot(source))) == answer);
    CHECK(by_pulling(tool(regius::map([](int x) { return x; }, source))) == answer);
}

ints pulled_in_steps(auto const& tool, ints const& source) {
    ints pulled;
    for (int steps = 1; steps != 5; ++steps) {
        one_shot numbers(source);
        auto view = tool(numbers);
        int n = 0;
        for (auto it = view.begin(); it != view.end(); ++it)
            if (++n == steps) break;
        pulled.push_back(static_cast<int>(source.size() - numbers.left().size()));
    }
    return pulled;
}

auto with(auto tool, auto... arguments) {
    return [=](auto&& r) { return tool(std::forward<decltype(r)>(r), arguments...); };
}

TEST_CASE("unique_justseen, duplicates_everseen, locate, filter_map: the answers of more_itertools",
          "[more_itertools][unique_justseen][duplicates_everseen][locate][filter_map][oracle]") {
    auto const mapped = [](auto&& r) { return regius::filter_map(tenfold, std::forward<decltype(r)>(r)); };
    for (auto const& a : answers_about_kinds()) {
        CAPTURE(a.source);
        agrees(with(regius::unique_everseen, kind), a.source, a.unique_by_kind);
        agrees(with(regius::unique_justseen), a.source, a.justseen);
        agrees(with(regius::unique_justseen, kind), a.source, a.justseen_by_kind);
        agrees(with(regius::duplicates_everseen), a.source, a.duplicates);
        agrees(with(regius::duplicates_everseen, kind), a.source, a.duplicates_by_kind);
        agrees(with(regius::locate), a.source, a.places);
        agrees(with(regius::locate, even_sum, 3), a.source, a.places_of_windows);
        agrees(mapped, a.source, a.tenfold);
        CHECK(rows{pulled_in_steps(with(regius::unique_everseen), a.source),
                   pulled_in_steps(with(regius::unique_justseen), a.source),
                   pulled_in_steps(with(regius::duplicates_everseen), a.source),
                   pulled_in_steps(with(regius::locate), a.source), pulled_in_steps(mapped, a.source),
                   pulled_in_steps(with(regius::locate, even_sum, 3), a.source)} == a.pulled);
    }
}

TEST_CASE("consecutive_groups, map_reduce, minmax, powerset: the answers of more_itertools",
          "[more_itertools][consecutive_groups][map_reduce][minmax][powerset][oracle]") {
    for (auto const& a : answers_about_kinds()) {
        CAPTURE(a.source);
        CHECK(of_groups(regius::consecutive_groups(a.source)) == a.rising);
        CHECK(of_groups(regius::consecutive_groups(one_shot(a.source))) == a.rising);
        CHECK(of_groups(regius::consecutive_groups(a.source, [](int x) { return -x; })) == a.falling);

        auto const gathered = regius::map_reduce(one_shot(a.source), kind);
        CHECK(list(gathered.keys()) == a.kinds);
        CHECK(list(gathered.values()) == a.gathered);
        auto const sums = regius::map_reduce(a.source, kind, [](int x) { return x + 1; }, regius::sum);
        CHECK(by_pulling(sums.values()) == a.sums);

        ints const few(a.source.begin(),
                       a.source.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(4, a.source.size())));
        CHECK(list(regius::powerset(few)) == a.subsets);

        if (a.source.empty()) continue;
        auto const& [low, high] = regius::minmax(regius::map([](int const& x) -> int const* { return &x; }, a.source),
                                                 {}, [](auto p) { return *p % 3; });
        auto const place = [&](int const* at) { return static_cast<int>(at - a.source.data()); };
        CHECK(ints{place(low), place(high), static_cast<int>(regius::argmin(a.source, kind)),
                   static_cast<int>(regius::argmax(one_shot(a.source), kind))} == a.places_of_extremes);
    }
}

TEST_CASE("bucket: the answers of more_itertools", "[more_itertools][bucket][oracle]") {
    for (auto const& a : answers_about_buckets()) {
        CAPTURE(a.source);
        one_shot numbers(a.source);
        auto const b = regius::bucket(numbers, kind);
        for (auto const& step : a.steps) {
            auto of_key = b[step[1]];
            int answer = -1;
            if (step[0] == 1) {
                answer = b.contains(step[1]);
            } else if (auto const it = of_key.begin(); it != of_key.end()) {
                answer = *it;
            }
            CHECK(answer == step[2]);
            CHECK(a.source.size() - numbers.left().size() == static_cast<std::size_t>(step[3]));
        }
        CHECK(by_pulling(b) == a.keys);
        rows rest;
        for (int key : a.keys) rest.push_back(list(b[key]));
        CHECK(rest == a.rest);
    }
}

}  // namespace
