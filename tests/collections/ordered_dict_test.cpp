// SPDX-License-Identifier: MIT
// The value cases of CPython 3.13, Lib/test/test_ordered_dict.py.

#include <regius/collections/ordered_dict.hpp>

#include <regius/builtins/to.hpp>
#include <regius/collections/defaultdict.hpp>
#include <support/bomb.hpp>
#include <support/catch.hpp>
#include <support/model.hpp>
#include <support/trie.hpp>

#include <algorithm>
#include <concepts>
#include <list>
#include <string>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::ordered_dict;
using regius::repr;
using regius::tests::step;

namespace {

using letters = ordered_dict<char, int>;

std::string order(letters const& d) {
    std::string keys;
    for (auto const& [k, v] : d) keys += k;
    return keys;
}

letters made(std::string_view keys) {
    letters d;
    for (char k : keys) d[k] = k;
    return d;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("ordered_dict: move_to_end moves to either end", "[collections][ordered_dict]") {
    auto d = made("abcde");
    d.move_to_end('b');
    CHECK(order(d) == "acdeb");
    d.move_to_end('b', false);
    CHECK(order(d) == "bacde");
    d.move_to_end('b', false);  // no change
    d.move_to_end('e');
    CHECK(order(d) == "bacde");
    CHECK_THROWS_AS(d.move_to_end('x'), regius::key_error);
    CHECK_THROWS_WITH(d.move_to_end('x', false), "'x'");
    CHECK(order(d) == "bacde");
    for (auto const& [k, v] : d) CHECK(v == k);
}

TEST_CASE("ordered_dict: move_to_end makes room first in a dict that has none left", "[collections][ordered_dict]") {
    for (int n = 2; n < 20; ++n) {
        for (bool const last : {true, false}) {
            ordered_dict<int, std::string> d;
            d.reserve(static_cast<std::size_t>(n));
            std::vector<int> expected;
            for (int i = 0; i < n; ++i) {
                d[i] = std::string(40, 'x');
                expected.push_back(i);
            }
            d.move_to_end(n / 2, last);
            expected.erase(expected.begin() + n / 2);
            expected.insert(last ? expected.end() : expected.begin(), n / 2);
            std::vector<int> keys;
            for (auto const& [k, v] : d) keys.push_back(k);
            CHECK(keys == expected);
        }
    }
}

TEST_CASE("ordered_dict: popitem takes from either end", "[collections][ordered_dict]") {
    auto d = made("abcd");
    CHECK(d.popitem(false).first == 'a');
    CHECK(d.popitem().first == 'd');
    CHECK(d.popitem(false) == std::pair{'b', int{'b'}});
    CHECK(d.popitem(true).first == 'c');
    CHECK_THROWS_WITH(d.popitem(), "'dictionary is empty'");
    CHECK_THROWS_AS(d.popitem(false), regius::key_error);
}

TEST_CASE("ordered_dict: its views are those of a dict, by another name", "[collections][ordered_dict]") {
    letters d{{'a', 1}, {'b', 2}};
    CHECK(repr(d.keys()) == "odict_keys(['a', 'b'])");
    CHECK(repr(d.values()) == "odict_values([1, 2])");
    CHECK(repr(d.items()) == "odict_items([('a', 1), ('b', 2)])");
    CHECK(repr(std::as_const(d).values()) == "odict_values([1, 2])");
    CHECK(repr(std::as_const(d).items()) == "odict_items([('a', 1), ('b', 2)])");
    regius::dict<char, int> const same{{'b', 2}, {'a', 1}}, less{{'a', 1}};
    CHECK(d.keys() == same.keys());
    CHECK(same.items() == d.items());
    CHECK(less.keys() < d.keys());
    CHECK(d.items() > less.items());
    CHECK_FALSE(d.keys() <= less.keys());
    CHECK(d.keys() != less.keys());
    CHECK(repr(d.keys() - less.keys()) == "{'b'}");
    for (auto& v : d.values()) v += 1;
    for (auto& [k, v] : d.items()) v *= 10;
    CHECK(repr(d) == "ordered_dict({'a': 20, 'b': 30})");
}

TEST_CASE("ordered_dict: fromkeys makes one", "[collections][ordered_dict]") {
    auto d = letters::fromkeys("abca"sv, 3);
    CHECK(repr(d) == "ordered_dict({'a': 3, 'b': 3, 'c': 3})");
    d.move_to_end('a');
    CHECK(order(d) == "bca");
    CHECK(repr(letters::fromkeys(""sv)) == "ordered_dict()");
    CHECK(repr(letters::fromkeys({'b', 'a'}, 1)) == "ordered_dict({'b': 1, 'a': 1})");
}

TEST_CASE("ordered_dict: is made from a dict, and from what is one", "[collections][ordered_dict]") {
    regius::dict<std::string, int> d{{"b", 1}, {"a", 2}};
    ordered_dict copied(d);
    static_assert(std::same_as<decltype(copied), ordered_dict<std::string, int>>);
    CHECK(repr(copied) == "ordered_dict({'b': 1, 'a': 2})");
    CHECK(repr(d | regius::to<ordered_dict>()) == repr(copied));
    CHECK(repr(ordered_dict(regius::defaultdict<int, int>{{1, 2}})) == "ordered_dict({1: 2})");
    auto const* const place = &d.at("a");
    ordered_dict<std::string, int> const moved(std::move(d));
    CHECK(&moved.at("a") == place);
    static_assert(!std::convertible_to<regius::dict<int, int>, ordered_dict<int, int>>);
}

TEST_CASE("ordered_dict: a copy has an order of its own", "[collections][ordered_dict]") {
    auto const d = made("abc");
    auto copy = d.copy();
    CHECK(copy == d);
    copy.move_to_end('a');
    CHECK(order(copy) == "bca");
    CHECK(order(d) == "abc");
}

struct ordered_dict_trie {
    ordered_dict<char, ordered_dict_trie> next;
    bool ends = false;
};

TEST_CASE("ordered_dict: may hold what holds it", "[collections][ordered_dict]") {
    regius::tests::nests<ordered_dict_trie>();
}

TEST_CASE("ordered_dict: equality minds the order, but not against a dict", "[collections][ordered_dict]") {
    auto const a = made("abc"), b = made("acb");
    CHECK_FALSE(a == b);
    CHECK(a == made("abc"));
    CHECK_FALSE(a == made("ab"));
    regius::dict<char, int> const d = a;
    CHECK(b == d);
    CHECK(d == b);
    CHECK(order(a | made("dab")) == "abcd");
    CHECK(repr(made("a")) == "ordered_dict({'a': 97})");
    CHECK(repr(letters()) == "ordered_dict()");
}

// ---------------------------------------------------------------- 2. properties

bool disagree(std::vector<step> const& steps, unsigned keys) {
    ordered_dict<int, std::string> d;
    std::list<int> model;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        int const key = static_cast<int>(steps[i].number % keys);
        auto const it = std::ranges::find(model, key);
        bool const there = it != model.end();
        switch (steps[i].operation % 8) {
            case 0:
            case 1:
                d[key] = "a text that is too long to be stored in place " + std::to_string(key);
                if (!there) model.push_back(key);
                break;
            case 2:
                d.erase(key);
                if (there) model.erase(it);
                break;
            case 3:
            case 4:
                if (there) d.move_to_end(key), model.splice(model.end(), model, it);
                break;
            case 5:
            case 6:
                if (there) d.move_to_end(key, false), model.splice(model.begin(), model, it);
                break;
            default:
                if (model.empty()) break;
                if (steps[i].operation % 16 < 8) {
                    if (d.popitem(false).first != model.front()) return true;
                    model.pop_front();
                } else {
                    if (d.popitem().first != model.back()) return true;
                    model.pop_back();
                }
        }
        if (d.size() != model.size() || d.contains(key) != (std::ranges::find(model, key) != model.end())) return true;
        if (i % 37 == 0 || i + 1 == steps.size()) {
            if (!std::ranges::equal(d.keys(), model)) return true;
            for (auto const& [k, v] : d)
                if (!v.ends_with(" " + std::to_string(k)) || !d.contains(k)) return true;
        }
    }
    return false;
}

TEST_CASE("ordered_dict: does what a list does, a million times", "[collections][ordered_dict]") {
    for (unsigned keys : {4U, 30U, 300U})
        CHECK(regius::tests::random_steps([&](auto const& steps) { return disagree(steps, keys); }, 2, 170000, keys) ==
              "");
}

TEST_CASE("ordered_dict: moving to an end again and again does not take more memory", "[collections][ordered_dict]") {
    ordered_dict<int, int> d;
    for (int i = 0; i < 100; ++i) d[i] = i;
    for (int i = 0; i < 100000; ++i) d.move_to_end(i * 7 % 100, i % 5 != 0);
    CHECK(d.size() == 100);
    CHECK(d.capacity() <= 1000);
}

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("ordered_dict: a move_to_end that throws changes nothing", "[collections][ordered_dict]") {
    using regius::tests::bomb;
    using B = bomb<true>;
    using D = ordered_dict<B, B, regius::core::hash<B>, regius::core::equal<B>,
                           regius::tests::bomb_allocator<std::pair<B const, B>>>;
    for (bool last : {true, false})
        for (int size : {2, 4, 12, 15})
            regius::tests::fail_every_step(
                [&] {
                    D d;
                    for (int i = 0; i < size; ++i) d.try_emplace(B(i), i);
                    return d;
                },
                [&](D& d) { d.move_to_end(B(1), last); },
                [&](D& d, std::ptrdiff_t) {
                    int i = 0;
                    for (auto const& [k, v] : d) {
                        REQUIRE(k.value == i);
                        REQUIRE(v.value == i++);
                    }
                    REQUIRE(i == size);
                    for (i = 0; i < size; ++i) REQUIRE(d.contains(B(i)));
                });
    CHECK(regius::tests::fuse::alive == 0);
    CHECK(regius::tests::fuse::allocated == 0);
}

}  // namespace
