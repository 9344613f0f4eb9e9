// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_itertools.py, TestBasicOps.test_compress.

#include <regius/itertools/compress.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/cycle.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <array>
#include <list>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::compress;

TEST_CASE("compress: the answers CPython gives", "[itertools][compress][oracle]") {
    CHECK(list(compress("ABCDEF"sv, ints{1, 0, 1, 0, 1, 1})) == list("ACEF"sv));
    CHECK(list(compress("ABCDEF"sv, ints{0, 0, 0, 0, 0, 0})).empty());
    CHECK(list(compress("ABCDEF"sv, ints{1, 0, 1})) == list("AC"sv));
    CHECK(list(compress("ABC"sv, ints{0, 1, 1, 1, 1, 1})) == list("BC"sv));
    CHECK(list(compress(std::list{1, 2, 3}, std::vector<bool>{true, false, true})) == ints{1, 3});
    CHECK(pushed(compress("ABC"sv, std::vector<std::optional<int>>{1, {}, 0})) == list("AC"sv));
    CHECK(list(compress(regius::range(9), regius::cycle(ints{1, 0, 0}))) == ints{0, 3, 6});
}

TEST_CASE("compress: pulls a selector only for an element", "[itertools][compress][oracle]") {
    one_shot<int> selectors({1, 1, 1});
    CHECK(list(compress(ints{7, 8}, selectors)) == ints{7, 8});
    CHECK(selectors.left() == ints{1});
    one_shot<int> data({7, 8, 9, 10});
    CHECK(list(compress(data, ints{1, 1})) == ints{7, 8});
    CHECK(data.left() == ints{10});
}

TEST_CASE("compress: behind a pipe", "[itertools][compress]") {
    CHECK(list("ABCDEF"sv | compress(ints{1, 0, 1, 0, 1, 1})) == list("ACEF"sv));
    CHECK(list(regius::range(9) | compress(regius::cycle(ints{1, 0, 0}))) == ints{0, 3, 6});
    one_shot<int> selectors({1, 0, 1, 1});
    CHECK(list(ints{7, 8} | compress(selectors)) == ints{7});
    CHECK(selectors.left() == ints{1, 1});
    ints const chosen{0, 1};
    auto const second = compress(chosen);
    CHECK(list("ab"sv | second) == list("b"sv));
    CHECK(list("cd"sv | second) == list("d"sv));
}

TEST_CASE("compress: elements are references", "[itertools][compress]") {
    ints v{1, 2, 3};
    for (int& x : compress(v, ints{0, 1, 1})) x = 0;
    CHECK(v == ints{1, 0, 0});
}

TEST_CASE("compress: goes on where the last loop was left, over a one-shot source", "[itertools][compress]") {
    ints const data{1, 2, 3, 4};
    one_shot<int> selectors({0, 1, 1, 1});
    auto view = compress(data, selectors);
    CHECK(*view.begin() == 2);
    CHECK(selectors.left() == ints{1, 1});
    view.for_each_while([](int x) { return x != 3; });
    CHECK(selectors.left() == ints{1});
    CHECK(list(view) == ints{4});
    CHECK(list(view).empty());
}

TEST_CASE("compress: reads each element once, chosen or not, and before its selector", "[itertools][compress]") {
    std::string read;
    auto const data = [&read](int x) { return read += std::to_string(x), std::make_unique<int>(x); };
    auto const selector = [&read](char c) { return read += c, c != 'n'; };
    auto view = compress(regius::range(4) | regius::map(data), "ynyy"sv | regius::map(selector));
    ints answer;
    for (auto element : view) answer.push_back(*element);
    CHECK(answer == ints{0, 2, 3});
    CHECK(read == "0y1n2y3y");
    read.clear();
    CHECK(pushed(view | regius::map([](auto const& element) { return *element; })) == answer);
    CHECK(read == "0y1n2y3y");
}

TEST_CASE("compress: backwards, and walked twice", "[itertools][compress]") {
    std::array const selectors{1, 0, 1, 0, 1, 1};
    auto const view = compress("ABCDEF"sv, selectors);
    CHECK(list(std::views::reverse(view)) == list("FECA"sv));
    CHECK(std::ranges::distance(view.begin(), view.end()) == 4);
    CHECK(list(std::views::reverse(compress("ABC"sv, std::array{0, 0, 0}))).empty());
    auto from_list = compress(std::list{1, 2, 3}, std::list{0, 1, 1});
    auto const at = from_list.begin();
    CHECK(*std::ranges::next(at) == 3);
    CHECK(*at == 2);
    CHECK(std::ranges::next(at, 2) == std::ranges::next(at, from_list.end()));
    CHECK(decltype(at)() == decltype(at)());
}

static_assert(std::ranges::forward_range<decltype(compress(std::declval<ints&>(), ints{}))>);
using over_vectors = decltype(compress(std::declval<ints&>(), std::declval<std::vector<bool>&>()));
static_assert(std::ranges::bidirectional_range<over_vectors> && std::ranges::bidirectional_range<over_vectors const>);
static_assert(std::ranges::common_range<over_vectors>);
static_assert(std::same_as<std::ranges::range_reference_t<over_vectors>, int&>);
using over_lists = decltype(compress(std::list<int>(), std::list<int>()));
static_assert(std::ranges::forward_range<over_lists> && not std::ranges::bidirectional_range<over_lists>);
static_assert(not std::ranges::range<over_lists const>);
static_assert(not std::ranges::forward_range<decltype(compress(one_shot<int>({}), ints()))>);
static_assert(not std::ranges::forward_range<decltype(compress(ints(), one_shot<int>({})))>);
static_assert(std::same_as<std::ranges::range_value_t<decltype(compress(std::vector<bool>(), ints()))>, bool>);
static_assert(not std::invocable<decltype(compress), ints, std::vector<std::pair<int, int>>>);
static_assert(not std::invocable<decltype(compress), std::vector<std::pair<int, int>>>);
static_assert(list(compress(regius::range(3), std::array{1, 0, 1})) == ints{0, 2});
static_assert(list(regius::range(3) | compress(std::array{1, 0, 1})) == ints{0, 2});

}  // namespace
