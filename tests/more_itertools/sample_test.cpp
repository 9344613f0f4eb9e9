// SPDX-License-Identifier: MIT
// The properties are those that more_itertools 11.1 tests; the numbers drawn are not Python's.

#include <regius/more_itertools/sample.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <random>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::range;
using regius::sample;
using regius::sample_strict;
using regius::tests::list;
using regius::tests::one_shot;
using ints = std::vector<int>;

ints sorted(ints v) {
    std::ranges::sort(v);
    return v;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("sample: the sizes and errors that more_itertools gives", "[more_itertools][sample][oracle]") {
    std::mt19937 random(1);
    CHECK(sample(range(100), 5, random).size() == 5);
    CHECK(sample(range(3), 0, random).empty());
    CHECK(sample(ints(), 3, random).empty());
    CHECK(sorted(sample(range(3), 3, random)) == ints{0, 1, 2});
    CHECK(sorted(sample(range(3), 9, random)) == ints{0, 1, 2});
    CHECK(sorted(sample(range(3), 9, std::vector{1, 2, 3}, random)) == ints{0, 1, 2});
    CHECK(sample(range(3), 9, std::vector{1}, random) == ints{0});
    CHECK(sample(ints(), 1, ints(), random).empty());
    CHECK_THROWS_WITH(sample(range(3), -1, random), "k must be non-negative");
    CHECK_THROWS_AS(sample(-1), regius::value_error);
    CHECK_THROWS_WITH(sample_strict(range(3), 4, random), "Sample larger than population");
    CHECK_THROWS_WITH(sample_strict(range(3), 4, ints{1, 2, 3}, random), "Sample larger than population");
    CHECK(sample_strict(range(3), 3, random).size() == 3);
    CHECK(sample_strict(range(3), 0, random).empty());
    CHECK(sample(range(9), 4).size() == 4);
    CHECK((range(9) | sample(4)).size() == 4);
    CHECK((range(9) | sample(4, random)).size() == 4);
    CHECK_THROWS_WITH(sample(range(3), 1, ints{1, -1, 1}, random), "weights must be non-negative, not -1.000000");
}

// ---------------------------------------------------------------- 2. properties

template <class Draw>
double chi_squared_of_pairs(Draw draw) {
    // Every ordered pair of 0 .. 5 is as likely: order matters, because a sample is shuffled.
    constexpr int rounds = 30000;
    std::map<std::pair<int, int>, int> seen;
    for (int i = 0; i != rounds; ++i) {
        auto const pair = draw();
        ++seen[{pair.at(0), pair.at(1)}];
    }
    CHECK(seen.size() == 30);
    double squares = 0;
    for (auto const& [pair, n] : seen) squares += (n - 1000.0) * (n - 1000.0) / 1000;
    return squares;
}

TEST_CASE("sample: every choice in every order is as likely", "[more_itertools][sample]") {
    std::mt19937 random(7);
    ints const numbers{0, 1, 2, 3, 4, 5};
    ints const same(6, 3);
    std::list<int> const linked(numbers.begin(), numbers.end());
    // 29 degrees of freedom: one in 10,000 is above 66.
    CHECK(chi_squared_of_pairs([&] { return sample(numbers, 2, random); }) < 66);
    CHECK(chi_squared_of_pairs([&] { return sample(linked, 2, random); }) < 66);
    CHECK(chi_squared_of_pairs([&] { return sample(one_shot(numbers), 2, random); }) < 66);
    CHECK(chi_squared_of_pairs([&] { return sample(numbers, 2, same, random); }) < 66);
    std::minstd_rand poor(3);
    CHECK(chi_squared_of_pairs([&] { return sample(numbers, 2, poor); }) < 66);
}

TEST_CASE("sample: over a long range, near and far are as likely", "[more_itertools][sample]") {
    std::mt19937 random(9);
    ints tens(10);
    for (int i = 0; i != 200; ++i)
        for (int x : sample(range(10000), 50, random)) ++tens[static_cast<std::size_t>(x / 1000)];
    for (int n : tens) {
        CHECK(n > 840);  // 1,000 and five standard deviations
        CHECK(n < 1160);
    }
}

TEST_CASE("sample: weights say how likely", "[more_itertools][sample]") {
    std::mt19937 random(11);
    std::vector const weights{1.0, 2.0, 0.0, 5.0};
    ints seen(4);
    for (int i = 0; i != 8000; ++i) ++seen[static_cast<std::size_t>(sample(range(4), 1, weights, random).at(0))];
    CHECK(seen[2] == 0);
    CHECK(std::abs(seen[0] - 1000) < 150);
    CHECK(std::abs(seen[1] - 2000) < 200);
    CHECK(std::abs(seen[3] - 5000) < 220);

    // Behind those that are taken first, too; the second is drawn from what is left.
    int lasts = 0;
    for (int i = 0; i != 4000; ++i)
        lasts += std::ranges::count(sample(range(10), 2, std::vector{1, 1, 1, 1, 1, 1, 1, 1, 1, 9}, random), 9) == 1;
    CHECK(std::abs(lasts - 3059) < 140);  // of 4,000: 9/18 at the first draw, or else 9/17 at the second
    CHECK(sorted(sample(range(3), 3, ints{0, 0, 4}, random)) == ints{0, 1, 2});
}

TEST_CASE("sample: a range is walked once, and each element read once", "[more_itertools][sample]") {
    std::mt19937 random(13);
    int elements = 0;
    auto const computed = regius::map([&](int x) { return ++elements, x; }, range(1000));
    auto const taken = sample(computed, 10, random);
    CHECK(elements == 1000);
    auto unique = sorted(taken);
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
    CHECK(unique.size() == 10);

    one_shot numbers(ints{1, 2, 3});
    CHECK(sample(numbers, 0, random).empty());
    CHECK(numbers.left() == ints{1, 2, 3});
    CHECK(sample(numbers, 5, random).size() == 3);
    CHECK(numbers.ended());

    one_shot weights(ints{1, 1}), weighed(ints{1, 2, 3});
    CHECK(sample(weighed, 0, weights, random).empty());
    CHECK(weights.left() == ints{1, 1});
    CHECK(sample(weighed, 5, weights, random).size() == 2);  // the weight is asked for first
    CHECK(weighed.left() == ints{3});
}

TEST_CASE("sample: an engine that is passed goes on, in a pipe too", "[more_itertools][sample]") {
    std::mt19937 random(17), again(17);
    auto const first_taken = range(1000) | sample(5, random);
    CHECK(first_taken == sample(range(1000), 5, again));
    CHECK(random == again);
    CHECK((range(1000) | sample(5, random)) != first_taken);
    CHECK(sample(range(100000), 5) != sample(range(100000), 5));
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(
    std::same_as<decltype(sample(std::declval<std::map<int, char>&>(), 1)), std::vector<std::pair<int, char>>>);
static_assert(std::same_as<decltype(sample(std::declval<std::vector<bool>&>(), 1)), std::vector<bool>>);

template <class... Args>
concept can_sample = requires(Args&&... args) { sample(std::forward<Args>(args)...); };

static_assert(can_sample<ints, int, std::mt19937&> && can_sample<ints, int, std::mt19937>);
static_assert(not can_sample<ints, double>);
static_assert(not can_sample<int, int>);
static_assert(not can_sample<ints, int, int>);
static_assert(not can_sample<ints, int, std::vector<std::string>>);
static_assert(not can_sample<decltype(regius::count()), int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("sample: bits, pairs of a map, text of a buffer and elements that only move", "[more_itertools][sample]") {
    std::mt19937 random(19);
    CHECK(sample(std::vector{true, true}, 1, random) == std::vector{true});
    std::map<int, char> const letters{{1, 'a'}, {2, 'b'}};
    CHECK(sample(letters, 2, random).size() == 2);
    auto const made = regius::map([](int x) { return std::make_unique<int>(x); }, range(9));
    CHECK(sample(made, 4, random).size() == 4);
    CHECK(sample(made, 4, list(range(9)), random).size() == 4);

    std::string buffer;
    one_shot numbers(ints{1, 2, 3});
    auto const text = regius::map(
        [&](int x) -> std::string_view {
            return buffer = "a text too long to be stored in place: " + std::to_string(x);
        },
        numbers);
    auto const kept = sample(text, 3, random);
    CHECK(std::ranges::count(kept, "a text too long to be stored in place: 1") == 1);
}

}  // namespace
