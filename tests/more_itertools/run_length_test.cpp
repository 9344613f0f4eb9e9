// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1 and of its tests.

#include <regius/more_itertools/run_length_decode.hpp>
#include <regius/more_itertools/run_length_encode.hpp>  // first, so the header must stand on its own

#include <regius/builtins/generator.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <cmath>
#include <forward_list>
#include <map>
#include <memory>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::range;
using regius::run_length_decode;
using regius::run_length_encode;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using runs = std::vector<std::pair<char, std::ptrdiff_t>>;

runs encoded(auto&& view) {
    runs out;
    for (auto [x, n] : view) out.emplace_back(x, n);
    return out;
}
runs pushed_runs(auto&& view) {
    runs out;
    view.for_each_while([&out](auto&& run) {
        out.emplace_back(std::get<0>(run), std::get<1>(run));
        return true;
    });
    return out;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("run_length_encode: the answers more_itertools gives", "[more_itertools][run_length][oracle]") {
    CHECK(encoded(run_length_encode("abbcccdddd"sv)) == runs{{'a', 1}, {'b', 2}, {'c', 3}, {'d', 4}});
    CHECK(encoded("iiiiiiinnnnffffinity"sv | run_length_encode()) ==
          runs{{'i', 7}, {'n', 4}, {'f', 4}, {'i', 1}, {'n', 1}, {'i', 1}, {'t', 1}, {'y', 1}});
    CHECK(encoded(run_length_encode(""sv)).empty());
}

TEST_CASE("run_length_decode: the answers more_itertools gives", "[more_itertools][run_length][oracle]") {
    CHECK(list(run_length_decode(runs{{'d', 4}, {'c', 3}, {'b', 2}, {'a', 1}})) == list("ddddcccbba"sv));
    CHECK(pushed(runs{{'d', 4}, {'c', 3}, {'b', 2}, {'a', 1}} | run_length_decode()) == list("ddddcccbba"sv));
    CHECK(list(run_length_decode(runs{{'a', 0}, {'b', -1}, {'c', 1}, {'d', 0}})) == list("c"sv));
    CHECK(list(run_length_decode(runs{})).empty());
    CHECK(list(run_length_decode(std::map<int, unsigned>{{1, 2}, {3, 1}})) == ints{1, 1, 3});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("run_length: decoding undoes encoding, from every kind of source", "[more_itertools][run_length]") {
    for (unsigned bits = 0; bits != 256; ++bits) {
        std::string text;
        for (unsigned rest = bits + 1; rest != 1; rest /= 2) text += rest % 2 == 0 ? 'a' : 'b';
        auto const expected = encoded(run_length_encode(text));
        for (std::size_t i = 1; i < expected.size(); ++i) CHECK(expected[i - 1].first != expected[i].first);
        CHECK(list(run_length_decode(expected)) == list(text));
        CHECK(list(text | run_length_encode() | run_length_decode()) == list(text));

        std::vector<char> const chars(text.begin(), text.end());
        auto const same = [](char c) { return c; };
        CHECK(pushed_runs(run_length_encode(text)) == expected);
        CHECK(encoded(run_length_encode(std::forward_list<char>(text.begin(), text.end()))) == expected);
        auto computed = text | regius::map(same) | run_length_encode();
        computed.for_each_while([](auto&&) { return false; });
        CHECK(encoded(computed) == expected);
        CHECK(pushed_runs(computed) == expected);
        CHECK(pushed_runs(run_length_encode(one_shot<char>(chars))) == expected);

        // One loop may take up where another stopped, pulled and pushed in turn.
        auto view = run_length_encode(one_shot<char>(chars));
        runs out;
        for (std::size_t i = 0; i <= expected.size(); ++i) {
            if (i % 2 == 0) {
                for (auto [x, n] : view) {
                    out.emplace_back(x, n);
                    break;
                }
            } else {
                view.for_each_while(
                    [&out](auto&& run) { return out.emplace_back(std::get<0>(run), std::get<1>(run)), false; });
            }
        }
        CHECK(out == expected);
    }
}

TEST_CASE("run_length_encode: takes a run and the element behind it", "[more_itertools][run_length][oracle]") {
    one_shot<int> source({1, 1, 2, 3});
    auto view = run_length_encode(source);
    CHECK(source.left() == ints{1, 1, 2, 3});
    CHECK(std::get<1>(*view.begin()) == 2);
    CHECK(source.left() == ints{3});
    auto const tens = regius::count() | regius::map([](auto n) { return n / 10; });
    for (auto [x, n] : tens | run_length_encode() | regius::islice(3)) CHECK(n == 10);
}

TEST_CASE("run_length_encode: elements are computed once, and equal only to their equals",
          "[more_itertools][run_length]") {
    int calls = 0;
    auto const halves = range(6) | regius::map([&calls](auto n) { return ++calls, n / 2; });
    for (auto [x, n] : run_length_encode(halves)) CHECK(n == 2);
    CHECK(calls == 6);

    double const nan = std::nan("");
    int loops = 0;
    for (auto [x, n] : run_length_encode(std::vector{nan, nan, 1.0})) loops += static_cast<int>(n);
    CHECK(loops == 3);

    char const a[] = "same", b[] = "same";
    for (auto [text, n] : run_length_encode(std::vector<char const*>{a, b})) {
        CHECK(n == 2);
        CHECK(text == "same");
    }
}

// ---------------------------------------------------------------- 3. what the types promise

using encoded_ints = decltype(run_length_encode(std::declval<ints&>()));
static_assert(std::ranges::forward_range<encoded_ints> && std::ranges::forward_range<encoded_ints const>);
static_assert(std::ranges::forward_range<decltype(run_length_encode(std::declval<std::forward_list<int>>()))>);
static_assert(std::same_as<std::ranges::range_value_t<encoded_ints>, std::tuple<int, std::ptrdiff_t>>);
static_assert(std::same_as<std::tuple_element_t<0, std::ranges::range_reference_t<encoded_ints>>, int&>);
using encoded_once = decltype(run_length_encode(std::declval<one_shot<std::string>>()));
static_assert(std::ranges::input_range<encoded_once> && not std::ranges::forward_range<encoded_once>);
static_assert(std::same_as<std::tuple_element_t<0, std::ranges::range_reference_t<encoded_once>>, std::string&&>);
static_assert(std::ranges::input_range<decltype(run_length_decode(std::declval<runs&>()))>);

struct incomparable {};
template <class Tool, class R>
concept can_code = requires(Tool tool, R&& r) { tool(std::forward<R>(r)); };
static_assert(not can_code<decltype(run_length_encode), std::vector<incomparable>>);
static_assert(not can_code<decltype(run_length_encode), int>);
static_assert(can_code<decltype(run_length_decode), std::vector<std::pair<incomparable, int>>>);
static_assert(not can_code<decltype(run_length_decode), ints>);
static_assert(not can_code<decltype(run_length_decode), std::vector<std::pair<int, double>>>);
static_assert(not can_code<decltype(run_length_decode), std::vector<std::tuple<int, int, int>>>);
static_assert(not can_code<decltype(run_length_decode), std::vector<std::tuple<int>>>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("run_length_encode: temporaries are owned, elements may only move or be bits",
          "[more_itertools][run_length]") {
    CHECK(encoded(run_length_encode("aab"s)) == runs{{'a', 2}, {'b', 1}});
    ints numbers{1, 1, 2};
    for (auto [x, n] : run_length_encode(numbers)) x = 0;
    CHECK(numbers == ints{0, 1, 0});

    struct owner {
        std::unique_ptr<int> number;
        bool operator==(owner const& that) const { return *number == *that.number; }
    };
    auto const owners = range(4) | regius::map([](auto n) { return owner{std::make_unique<int>(int(n) / 3)}; });
    std::vector<owner> taken;
    for (auto&& [x, n] : run_length_encode(owners)) taken.push_back(std::move(x));
    CHECK((taken.size() == 2 && *taken[1].number == 1));

    std::vector<bool> const bits{true, true, false};
    std::ptrdiff_t lengths = 0;
    for (auto [bit, n] : run_length_encode(bits)) lengths = 10 * lengths + n;
    CHECK(lengths == 21);
}

TEST_CASE("run_length_encode: text that is gone when the next one is read is kept", "[more_itertools][run_length]") {
    auto const lines = []() -> regius::generator<std::string_view> {
        std::string buffer;
        for (int i = 0; i != 6; ++i) co_yield buffer = "a text too long to be stored in place: "s + char('0' + i / 4);
    };
    std::vector<std::pair<std::string, std::ptrdiff_t>> out;
    for (auto&& [line, n] : run_length_encode(lines())) out.emplace_back(line.substr(39), n);
    CHECK(out == std::vector<std::pair<std::string, std::ptrdiff_t>>{{"0", 4}, {"1", 2}});
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    std::ptrdiff_t code = 0;
    auto const halves = range(1, 6) | regius::map([](auto n) { return n / 2; });
    for (auto [x, n] : run_length_encode("aab"sv)) code = 10 * code + n;
    for (auto [x, n] : run_length_encode(halves)) code = 10 * code + n;
    for (char c : run_length_decode(std::views::single(std::pair('x', 3)))) code = 10 * code + (c == 'x');
    return code;
}() == 21'122'111);

}  // namespace
