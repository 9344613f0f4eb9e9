// SPDX-License-Identifier: MIT
// A line lives until the next one is read. Whatever keeps lines must keep their text.

#include <regius/io/lines.hpp>  // first, so the header must stand on its own

#include <regius/builtins.hpp>
#include <regius/collections.hpp>
#include <regius/heapq.hpp>
#include <regius/io/chunks.hpp>
#include <regius/itertools.hpp>
#include <regius/more_itertools.hpp>
#include <regius/text/join.hpp>
#include <support/catch.hpp>
#include <support/scratch_file.hpp>

#include <concepts>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

using namespace std::literals;
using regius::lines;
using regius::to;
using strings = std::vector<std::string>;

// Lines of different lengths, more of them than the buffer holds, so that what is not kept is overwritten.
strings const& all_lines() {
    static strings const text = [] {
        strings made;
        for (int i = 0; i != 20'000; ++i)
            made.push_back(std::string(static_cast<std::size_t>(i % 50), '.') + std::to_string(i));
        return made;
    }();
    return text;
}

std::string const& path() {
    static regius::tests::scratch_file const file(regius::join("\n", all_lines()));
    static std::string const text = file.path();
    return text;
}

std::string_view head(std::string_view line) { return line.substr(0, line.find_first_not_of('.') + 1); }

strings heads() {
    strings made;
    for (auto const& line : all_lines()) made.emplace_back(head(line));
    return made;
}

TEST_CASE("lines: what is collected is text", "[io][lines]") {
    CHECK((lines(path()) | to<std::vector>()) == all_lines());
    CHECK((lines(path()) | regius::filter([](std::string_view) { return true; }) | to<std::vector>()) == all_lines());
    CHECK((lines(path()) | regius::map(head) | to<std::vector>()) == heads());
    CHECK((lines(path()) | to<std::set>()).size() == all_lines().size());
    CHECK(regius::sorted(lines(path())) == regius::sorted(all_lines()));
    CHECK(regius::take(3, lines(path())) == strings(all_lines().begin(), all_lines().begin() + 3));
    CHECK(regius::tail(3, lines(path())) == strings(all_lines().end() - 3, all_lines().end()));
    CHECK(regius::nlargest(3, lines(path())) == regius::nlargest(3, all_lines()));
    CHECK(regius::nsmallest(3, lines(path())) == regius::nsmallest(3, all_lines()));
    std::string whole;
    for (auto const& chunk : regius::chunks(path(), 100'000) | to<std::vector>()) whole += chunk;
    CHECK(whole == regius::join("\n", all_lines()));
}

TEST_CASE("lines: one that is returned is text", "[io][lines]") {
    CHECK(regius::first(lines(path())) == all_lines().front());
    CHECK(regius::last(lines(path())) == all_lines().back());
    CHECK(regius::nth(lines(path()), 19'998) == all_lines()[19'998]);
    CHECK(regius::min(lines(path())) == regius::min(all_lines()));
    CHECK(regius::max(lines(path())) == regius::max(all_lines()));
    CHECK(regius::max(lines(path()), {}, &std::string_view::size) == regius::max(all_lines(), {}, &std::string::size));
    static_assert(std::same_as<decltype(regius::last(lines(path()))), std::string>);
    static_assert(std::same_as<decltype(regius::max(lines(path()))), std::string>);
}

TEST_CASE("lines: ones that are handed out later are text", "[io][lines]") {
    auto [a, b] = regius::tee_n<2>(lines(path()));
    CHECK((a | to<std::vector>()) == all_lines());
    CHECK((b | to<std::vector>()) == all_lines());

    auto const n = static_cast<std::ptrdiff_t>(all_lines().size());
    auto const twice = regius::islice(regius::cycle(lines(path())), n, 2 * n) | to<std::vector>();
    CHECK(strings(twice.begin(), twice.end()) == all_lines());

    auto const pairs = regius::islice(regius::combinations(lines(path()), 2), 2) | to<std::vector>();
    CHECK(strings(pairs[1].begin(), pairs[1].end()) == strings{all_lines()[0], all_lines()[2]});

    strings second;
    for (auto [x, y] : regius::pairwise(lines(path()))) second.emplace_back(x);
    CHECK(second == strings(all_lines().begin(), all_lines().end() - 1));

    strings merged;
    for (std::string_view line : regius::merge(regius::sorted(lines(path())), strings{})) merged.emplace_back(line);
    CHECK(merged == regius::sorted(all_lines()));

    auto const rows = regius::enumerate(lines(path())) | to<std::vector>();
    CHECK(std::get<1>(rows[19'000]) == all_lines()[19'000]);
    auto const zipped = regius::zip(lines(path()), regius::count()) | to<std::vector>();
    CHECK(std::get<0>(zipped[19'000]) == all_lines()[19'000]);
}

TEST_CASE("lines: a loop still sees views of the buffer", "[io][lines]") {
    static_assert(std::same_as<std::ranges::range_reference_t<decltype(lines(path()))>, std::string_view>);
    static_assert(std::same_as<std::ranges::range_value_t<decltype(lines(path()))>, std::string>);
    static_assert(std::ranges::input_range<decltype(lines(path()))>);
    for (auto line : lines(path())) static_assert(std::same_as<decltype(line), std::string_view>);
}

}  // namespace
