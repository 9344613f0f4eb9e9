// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, BuiltinTest.test_zip, test_zip_strict.

#include <regius/builtins/zip.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <list>
#include <memory>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::zip;
using regius::zip_strict;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using pairs = std::vector<std::tuple<int, int>>;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("zip: the answers CPython gives", "[builtins][zip][oracle]") {
    CHECK(list(zip(ints{1, 2, 3}, ints{4, 5, 6})) == pairs{{1, 4}, {2, 5}, {3, 6}});
    CHECK(list(zip(ints{1, 2, 3}, ints{4, 5})) == pairs{{1, 4}, {2, 5}});
    CHECK(list(zip(std::list{1, 2, 3}, ints{4, 5, 6, 7})) == pairs{{1, 4}, {2, 5}, {3, 6}});
    CHECK(list(zip(ints{}, ints{1})).empty());
    CHECK(list(zip()).empty());
    CHECK(list(zip(ints{1})) == std::vector<std::tuple<int>>{{1}});
}

TEST_CASE("zip: pulls from left to right and loses what the right has no partner for", "[builtins][zip][oracle]") {
    one_shot<int> longer({1, 2, 3}), shorter({4, 5});
    CHECK(list(zip(longer, shorter)) == pairs{{1, 4}, {2, 5}});
    CHECK(longer.left().empty());

    one_shot<int> two({1, 2}), three({4, 5, 6});
    CHECK(list(zip(two, three)) == pairs{{1, 4}, {2, 5}});
    CHECK(three.left() == ints{6});
}

TEST_CASE("zip: a second loop over a one-shot source goes on, also in the other ranges", "[builtins][zip][oracle]") {
    one_shot<int> source({1, 2, 3, 4});
    auto view = zip(source, ints{10, 20, 30, 40});
    for (auto [x, y] : view) {
        CHECK(x * 10 == y);
        break;
    }
    view.for_each_while([](auto&&) { return false; });
    CHECK(list(view) == pairs{{3, 30}, {4, 40}});
}

TEST_CASE("zip_strict: gives the good prefix, then says which argument is at fault", "[builtins][zip][oracle]") {
    auto const seen = [](auto&& view) {
        pairs out;
        std::string text;
        try {
            for (auto&& row : view) out.emplace_back(std::get<0>(row), std::get<1>(row));
        } catch (regius::value_error const& e) {
            text = e.what();
        }
        return std::pair(out, text);
    };
    CHECK(seen(zip_strict(ints{1, 2}, ints{3, 4})) == std::pair(pairs{{1, 3}, {2, 4}}, ""s));
    CHECK(seen(zip_strict(ints{1, 2}, ints{3})) ==
          std::pair(pairs{{1, 3}}, "zip() argument 2 is shorter than argument 1"s));
    CHECK(seen(zip_strict(std::list{1}, ints{3, 4})) ==
          std::pair(pairs{{1, 3}}, "zip() argument 2 is longer than argument 1"s));
    CHECK(seen(zip_strict(ints{1}, ints{3}, ints{4, 5})).second == "zip() argument 3 is longer than arguments 1-2");
    CHECK(seen(zip_strict(ints{1}, ints{3}, ints{})).second == "zip() argument 3 is shorter than arguments 1-2");
    CHECK_THROWS_WITH(pushed(zip_strict(ints{1}, ints{3}, ints{})), "zip() argument 3 is shorter than arguments 1-2"s);
    CHECK_THROWS_WITH(pushed(zip_strict(ints{1}, ints{3, 4})), "zip() argument 2 is longer than argument 1"s);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("zip: pulled, pushed, indexed and walked give the same", "[builtins][zip]") {
    for (int n = 0; n != 6; ++n)
        for (int m = 0; m != 6; ++m) {
            CAPTURE(n, m);
            ints a, b;
            for (int i = 0; i != n; ++i) a.push_back(i);
            for (int i = 0; i != m; ++i) b.push_back(-i);
            std::list const lb(b.begin(), b.end());
            auto const expected = list(zip(a, b));
            CHECK(static_cast<int>(expected.size()) == std::min(n, m));
            CHECK(pushed(zip(a, b)) == expected);
            CHECK(list(zip(a, lb)) == expected);
            CHECK(pushed(zip(a, lb)) == expected);
            CHECK(zip(a, b).size() == expected.size());
        }
}

TEST_CASE("zip_strict: pulled, pushed and walked blame the same argument", "[builtins][zip]") {
    auto const blamed = [](auto&& view, bool push) {
        try {
            if (push)
                pushed(view);
            else
                list(view);
        } catch (regius::value_error const& e) {
            return std::string(e.what());
        }
        return ""s;
    };
    for (std::size_t n = 0; n != 64; ++n) {
        CAPTURE(n);
        ints const a(n % 4), b(n / 4 % 4), c(n / 16);
        std::list<int> const walked(b.begin(), b.end());
        auto const expected = [&] {
            if (b.size() != a.size())
                return "zip() argument 2 is "s + (b.size() < a.size() ? "shorter" : "longer") + " than argument 1";
            if (c.size() != a.size())
                return "zip() argument 3 is "s + (c.size() < a.size() ? "shorter" : "longer") + " than arguments 1-2";
            return ""s;
        }();
        // Python pulls row after row: who ends first is blamed first.
        bool const third_first = c.size() < a.size() && c.size() < b.size();
        auto const text = third_first ? "zip() argument 3 is shorter than arguments 1-2"s : expected;
        CHECK(blamed(zip_strict(a, b, c), false) == text);
        CHECK(blamed(zip_strict(a, b, c), true) == text);
        CHECK(blamed(zip_strict(a, walked, c), false) == text);
        CHECK(blamed(zip_strict(a, walked, c), true) == text);
    }
}

TEST_CASE("zip: two vectors can be sorted together", "[builtins][zip]") {
    ints keys{3, 1, 2};
    std::vector<std::string> values{"c", "a", "b"};
    std::ranges::sort(zip(keys, values), {}, [](auto const& row) { return std::get<0>(row); });
    CHECK(keys == ints{1, 2, 3});
    CHECK(values == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("zip: elements that only move, and proxies, come through", "[builtins][zip]") {
    std::vector<std::unique_ptr<int>> pointers;
    pointers.push_back(std::make_unique<int>(7));
    std::vector<bool> flags{false};
    for (auto [p, flag] : zip(pointers, flags)) {
        CHECK(*p == 7);
        flag = true;
    }
    CHECK(flags[0]);
}

// ---------------------------------------------------------------- 3. what the types promise

using zipped = decltype(zip(std::declval<ints&>(), std::declval<std::string&>()));
static_assert(std::ranges::view<zipped>);
static_assert(std::ranges::random_access_range<zipped> && std::ranges::random_access_range<zipped const>);
static_assert(std::ranges::sized_range<zipped> && std::ranges::common_range<zipped>);
static_assert(std::ranges::borrowed_range<zipped>);
static_assert(not std::ranges::borrowed_range<decltype(zip(ints{}))>);  // it owns its vector
static_assert(std::same_as<std::ranges::range_value_t<zipped>, std::tuple<int, char>>);
static_assert(std::same_as<std::tuple_element_t<0, std::ranges::range_reference_t<zipped>>, int&>);
static_assert(std::sortable<std::ranges::iterator_t<zipped>>);
static_assert(std::ranges::forward_range<decltype(zip(ints{}, std::list{1}))>);
static_assert(std::ranges::input_range<decltype(zip(ints{}, one_shot<int>({})))>);
static_assert(not std::ranges::forward_range<decltype(zip(ints{}, one_shot<int>({})))>);
static_assert(std::ranges::sized_range<decltype(zip(ints{}, std::views::iota(0)))>);
static_assert(not std::invocable<decltype(zip), ints, int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("zip: two elements become a std::pair where one is wanted", "[builtins][zip]") {
    std::vector const names{"Tom"s, "Ann"s};
    ints ages{31, 29};
    std::vector<std::pair<std::string, int>> people;
    for (auto const& person : zip(names, ages)) people.push_back(person);
    CHECK(people == std::vector{std::pair{"Tom"s, 31}, std::pair{"Ann"s, 29}});

    std::pair<std::string const&, int&> first = *zip(names, ages).begin();
    ++first.second;
    CHECK(ages[0] == 32);

    auto const boxed = [](int x) { return std::make_unique<int>(x); };
    std::pair<int, std::unique_ptr<int>> const moved = *zip(ages, ages | std::views::transform(boxed)).begin();
    CHECK(*moved.second == 32);

    using row = std::ranges::range_value_t<decltype(zip(ages, names))>;
    using reference = std::ranges::range_reference_t<decltype(zip(ages, names))>;
    static_assert(std::same_as<row, std::tuple<int, std::string>>);
    static_assert(std::convertible_to<reference, std::pair<long, std::string_view>>);
    static_assert(!std::convertible_to<reference, std::pair<ints, std::string>>);  // ints(n) is explicit
    static_assert(
        !std::convertible_to<std::ranges::range_reference_t<decltype(zip(ages, ages, ages))>, std::pair<int, int>>);
}

TEST_CASE("zip: temporaries are owned and lvalues are written through", "[builtins][zip]") {
    ints a{1, 2};
    for (auto [x, y] : zip(a, ints{10, 20})) x += y;
    CHECK(a == ints{11, 22});
    auto view = zip(ints{1, 2}, "ab"s);
    auto const moved = std::move(view);
    CHECK(list(moved).size() == 2);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int dot = 0;
    std::array const a{1, 2, 3}, b{4, 5, 6};
    for (auto [x, y] : zip(a, b)) dot += x * y;
    zip(a, b).for_each_while([&](auto row) { return dot += std::get<0>(row), true; });
    return dot;
}() == 38);

}  // namespace
