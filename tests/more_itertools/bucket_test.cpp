// SPDX-License-Identifier: MIT
// The answers are those of more_itertools 11.1, of its docstrings and its tests.

#include <regius/more_itertools/bucket.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>
#include <support/text.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <ranges>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::bucket;
using regius::tests::joined;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::tests::strings;

char first_letter(std::string_view s) { return s.front(); }

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("bucket: the answers more_itertools gives", "[more_itertools][bucket][oracle]") {
    auto const words = {"a1"s, "b1"s, "c1"s, "a2"s, "b2"s, "c2"s, "b3"s};
    auto const b = bucket(words, first_letter);
    CHECK(joined(b) == "abc");
    auto a = b['a'];
    CHECK(*a.begin() == "a1");
    CHECK(*a.begin() == "a2");
    CHECK(a.begin() == a.end());
    CHECK(list(b['b']) == strings{"b1", "b2", "b3"});
    CHECK(list(b['b']).empty());
    CHECK(list(b['z']).empty());
    CHECK(pushed(b['c']) == strings{"c1", "c2"});
}

TEST_CASE("bucket: a bucket reads no further than it must", "[more_itertools][bucket][oracle]") {
    one_shot numbers(ints{10, 20, 30, 11, 21, 31, 12, 22, 23, 33});
    auto const b = bucket(numbers, [](int x) { return x / 10; });
    auto twenties = b[2];
    CHECK(*twenties.begin() == 20);
    CHECK(numbers.left() == ints{30, 11, 21, 31, 12, 22, 23, 33});
    CHECK(b.contains(1));
    CHECK(numbers.left() == ints{30, 11, 21, 31, 12, 22, 23, 33});
    CHECK(list(b[1]) == ints{10, 11, 12});
    CHECK(list(twenties) == ints{21, 22, 23});
    CHECK(list(b[3]) == ints{30, 31, 33});
}

TEST_CASE("bucket: contains looks and leaves the element", "[more_itertools][bucket][oracle]") {
    auto const b = bucket(ints{10, 20, 30, 11, 21, 31}, [](int x) { return x / 10; });
    CHECK(b.contains(1));
    CHECK_FALSE(b.contains(4));
    CHECK(b.contains(2));
    CHECK(list(b[2]) == ints{20, 21});
    CHECK_FALSE(b.contains(2));
}

TEST_CASE("bucket: a key is met when somebody asks for it", "[more_itertools][bucket][oracle]") {
    auto const b = bucket("aab"sv, std::identity());
    auto z = b['z'];
    CHECK(joined(b) == "ab");
    CHECK(joined(z) == "");
    CHECK(joined(b) == "abz");

    auto const c = bucket("abcab"sv, std::identity());
    CHECK_FALSE(c.contains('z'));
    CHECK(joined(c) == "zabc");

    auto const d = bucket("abcab"sv, std::identity());
    auto bs = d['b'];
    CHECK(*bs.begin() == 'b');
    CHECK(joined(d) == "bac");
    CHECK(joined(bs) == "b");
}

TEST_CASE("bucket: a validator says which keys there can be", "[more_itertools][bucket][oracle]") {
    auto const last_digit = [](auto x) { return x % 10; };
    auto const odd = [](auto x) { return x % 2 == 1; };
    auto const b = bucket(regius::count(1, 2), last_digit, odd);
    CHECK_FALSE(b.contains(2));
    CHECK(list(b[2]).empty());
    CHECK(*b[3].begin() == 3);
    CHECK(list(regius::islice(b[1], 3)) == std::vector<std::ptrdiff_t>{1, 11, 21});

    auto const c = bucket("abcab"sv, std::identity(), [](char k) { return k != 'b'; });
    CHECK(joined(c) == "ac");
    CHECK(joined(c['b']) == "");
    CHECK_FALSE(c.contains('b'));
    CHECK(joined("abcab"sv | bucket(std::identity(), [](char k) { return k == 'b'; })) == "b");
    CHECK(joined(("abcab"sv | bucket(std::identity()))['a']) == "aa");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("bucket: interleaved readers get every element once, in order", "[more_itertools][bucket]") {
    auto const b = bucket(one_shot(list(regius::range(1000))), [](int x) { return x % 7; });
    std::vector<ints> seen(7);
    for (int round = 0; round < 1000; ++round) {
        int const key = (round * round + round / 3) % 7;
        for (int x : b[key]) {
            seen[static_cast<std::size_t>(key)].push_back(x);
            break;
        }
    }
    for (int key : b)
        for (int x : b[key]) seen[static_cast<std::size_t>(key)].push_back(x);
    std::size_t n = 0;
    for (int key = 0; key < 7; ++key) {
        auto const& of_key = seen[static_cast<std::size_t>(key)];
        n += of_key.size();
        for (std::size_t i = 0; i != of_key.size(); ++i) CHECK(of_key[i] == static_cast<int>(i) * 7 + key);
    }
    CHECK(n == 1000);
}

TEST_CASE("bucket: element and key are computed once each", "[more_itertools][bucket]") {
    int elements = 0, keys = 0;
    auto const b =
        bucket(regius::map([&](char c) { return ++elements, c; }, "abab"sv), [&](char c) { return ++keys, c; });
    CHECK(elements == 0);
    CHECK(joined(b) == "ab");
    CHECK(joined(b['b']) == "bb");
    CHECK(joined(b['a']) == "aa");
    CHECK(elements == 4);
    CHECK(keys == 4);
}

// ---------------------------------------------------------------- 3. what the types promise

using of_strings = decltype(bucket(std::declval<strings&>(), first_letter));
using one_of_strings = decltype(std::declval<of_strings&>()['a']);

static_assert(std::ranges::view<one_of_strings> && std::ranges::input_range<one_of_strings>);
static_assert(not std::ranges::forward_range<one_of_strings>);
static_assert(std::same_as<std::ranges::range_reference_t<one_of_strings>, std::string&>);
static_assert(std::ranges::forward_range<of_strings const>);
static_assert(std::copyable<of_strings>);
static_assert(not std::ranges::range<decltype(bucket(regius::count(), std::identity()))>);  // its keys never end

struct unhashable {};

template <class... Args>
concept can_ask = requires(Args&&... args) { bucket(std::forward<Args>(args)...); };

static_assert(can_ask<strings, char (*)(std::string_view)>);
static_assert(not can_ask<strings, unhashable (*)(std::string_view)>);
static_assert(not can_ask<strings, char (*)(std::string_view), bool (*)(std::string)>);
static_assert(not can_ask<int, char (*)(std::string_view)>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("bucket: elements that stay are handed out where they are", "[more_itertools][bucket]") {
    strings words{"ab", "cd", "ae"};
    for (auto& word : bucket(words, first_letter)['a']) word += "!";
    CHECK(words == strings{"ab!", "cd", "ae!"});
}

TEST_CASE("bucket: a bucket outlives the object that it came from", "[more_itertools][bucket]") {
    auto b = bucket(strings{"a1", "b1", "a2"}, first_letter)['a'];
    CHECK(list(b) == strings{"a1", "a2"});
}

TEST_CASE("bucket: text of a buffer that is used again is kept", "[more_itertools][bucket]") {
    std::istringstream in("apple avocado banana apricot");
    auto const b = bucket(std::views::istream<std::string>(in), first_letter);
    CHECK(list(b['b']) == strings{"banana"});
    CHECK(list(b['a']) == strings{"apple", "avocado", "apricot"});

    auto const lengths = bucket(strings{"x", "yy", "z"}, [](std::string const& s) { return std::to_string(s.size()); });
    CHECK(list(lengths["1"]) == strings{"x", "z"});
}

TEST_CASE("bucket: elements that only move are moved", "[more_itertools][bucket]") {
    auto const made = regius::map([](int x) { return std::make_unique<int>(x); }, regius::range(6));
    auto const b = bucket(made, [](auto const& p) { return *p % 2; });
    std::vector<std::unique_ptr<int>> odd;
    for (auto&& p : b[1]) odd.push_back(std::forward<decltype(p)>(p));
    CHECK(odd.size() == 3);
    CHECK(*odd[2] == 5);
    CHECK(**b[0].begin() == 0);
}

TEST_CASE("bucket: what the key throws comes out, and the next element can be read", "[more_itertools][bucket]") {
    bool armed = true;
    auto const b = bucket(ints{1, 2, 3}, [&](int x) {
        if (x == 2 && std::exchange(armed, false)) throw std::runtime_error("key");
        return x;
    });
    CHECK_THROWS_WITH(list(b[3]), "key");
    CHECK(list(b[3]) == ints{3});
    CHECK(list(b[1]) == ints{1});
}

}  // namespace
