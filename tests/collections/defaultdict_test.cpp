// SPDX-License-Identifier: MIT
// The value cases of CPython 3.13, Lib/test/test_defaultdict.py.

#include <regius/collections/defaultdict.hpp>

#include <regius/builtins/to.hpp>
#include <support/catch.hpp>
#include <support/model.hpp>
#include <support/trie.hpp>

#include <algorithm>
#include <concepts>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::defaultdict;
using regius::repr;
using regius::tests::step;

namespace {

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("defaultdict: only [] calls the factory", "[collections][defaultdict]") {
    int calls = 0;
    auto const factory = [&calls] { return ++calls * 10; };
    defaultdict<std::string, int, decltype(factory)> d(factory);
    CHECK(d["x"] == 10);
    CHECK(d["x"] == 10);
    CHECK(d.get("y") == nullptr);
    CHECK(d.get("y", 7) == 7);
    CHECK_FALSE(d.contains("y"));
    CHECK(d.pop("y", 3) == 3);
    CHECK_THROWS_AS(d.at("y"), regius::key_error);
    CHECK_THROWS_AS(d.pop("y"), regius::key_error);
    CHECK(d.setdefault("y", 5) == 5);
    CHECK(calls == 1);
    CHECK(repr(d) == "defaultdict({'x': 10, 'y': 5})");
}

TEST_CASE("defaultdict: is made of pairs, with and without a factory of its own", "[collections][defaultdict]") {
    std::vector<std::pair<std::string, int>> const pairs{{"a", 1}, {"b", 2}, {"a", 3}};
    defaultdict<std::string, int> d(pairs);
    CHECK(d["z"] == 0);
    CHECK(repr(d) == "defaultdict({'a': 3, 'b': 2, 'z': 0})");
    CHECK(repr(defaultdict<std::string, int>(regius::dict<std::string, int>{{"a", 1}})) == "defaultdict({'a': 1})");
    CHECK(repr(regius::to<defaultdict<std::string, int>>(pairs)) == "defaultdict({'a': 3, 'b': 2})");
    defaultdict<std::string, int, int (*)()> sevens([] { return 7; }, pairs);
    CHECK(sevens["z"] == 7);
    static_assert(!std::constructible_from<defaultdict<std::string, int>, std::vector<int> const&>);
}

TEST_CASE("defaultdict: without a factory a missing key is an error, as with None", "[collections][defaultdict]") {
    defaultdict<std::string, int, int (*)()> d{{"a", 1}};
    CHECK(d["a"] == 1);
    CHECK_THROWS_MATCHES(d["z"], regius::key_error, Catch::Matchers::Message("'z'"));
    CHECK(d.size() == 1);
    defaultdict<int, int, std::function<int()>> of_function;
    CHECK_THROWS_MATCHES(of_function[5], regius::key_error, Catch::Matchers::Message("5"));
    CHECK(of_function.empty());
}

TEST_CASE("defaultdict: fromkeys makes one", "[collections][defaultdict]") {
    CHECK(repr(defaultdict<char, int>::fromkeys("a"sv).keys()) == "dict_keys(['a'])");
    auto d = defaultdict<char, int>::fromkeys("aba"sv, 3);
    CHECK(d['z'] == 0);
    CHECK(repr(d) == "defaultdict({'a': 3, 'b': 3, 'z': 0})");
    CHECK(repr(defaultdict<std::string, int>::fromkeys({"x", "y"}, 7)) == "defaultdict({'x': 7, 'y': 7})");
}

TEST_CASE("defaultdict: a copy has the factory, and pairs of its own", "[collections][defaultdict]") {
    defaultdict<char, int, int (*)()> const d([] { return 7; }, {{'a', 1}});
    auto copy = d.copy();
    CHECK(copy['z'] == 7);
    CHECK(repr(copy) == "defaultdict({'a': 1, 'z': 7})");
    CHECK(repr(d) == "defaultdict({'a': 1})");
}

TEST_CASE("defaultdict: a factory that throws inserts nothing", "[collections][defaultdict]") {
    auto const factory = []() -> int { throw std::runtime_error("no"); };
    defaultdict<int, int, decltype(factory)> d(factory, {{1, 2}});
    CHECK(d[1] == 2);
    CHECK_THROWS_AS(d[3], std::runtime_error);
    CHECK(d.size() == 1);
}

TEST_CASE("defaultdict: groups, nests, counts", "[collections][defaultdict]") {
    defaultdict<std::string, std::vector<int>> groups;
    groups["a"].push_back(1);
    groups["b"].push_back(2);
    groups["a"].push_back(3);
    CHECK(repr(groups) == "defaultdict({'a': [1, 3], 'b': [2]})");

    defaultdict<std::string, defaultdict<std::string, int>> nested;
    ++nested["x"]["y"];
    ++nested["x"]["y"];
    CHECK(repr(nested) == "defaultdict({'x': defaultdict({'y': 2})})");

    defaultdict<int, int> forty_two([] { return 42; });
    CHECK(forty_two[1] == 42);
}

struct defaultdict_trie {
    defaultdict<char, defaultdict_trie> next;
    bool ends = false;
};

TEST_CASE("defaultdict: may hold what holds it", "[collections][defaultdict]") {
    regius::tests::nests<defaultdict_trie>();
}

TEST_CASE("defaultdict: | keeps the factory, equality is that of dict", "[collections][defaultdict]") {
    defaultdict<int, int> a([] { return 9; });
    a[1] = 1;
    auto both = a | regius::dict<int, int>{{2, 2}, {1, 5}};
    CHECK(both[3] == 9);
    CHECK(repr(both) == "defaultdict({1: 5, 2: 2, 3: 9})");
    CHECK(a == regius::dict<int, int>{{1, 1}});
    auto copy = a;
    CHECK(copy[7] == 9);
    CHECK_FALSE(copy == a);
}

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("defaultdict: values may be move-only, a factory may use its dict", "[collections][defaultdict]") {
    defaultdict<int, std::unique_ptr<int>> owned;
    CHECK(owned[1] == nullptr);
    owned[1] = std::make_unique<int>(5);
    auto moved = std::move(owned);
    CHECK(*moved[1] == 5);

    struct fibonacci {
        defaultdict<int, long, fibonacci>* of = nullptr;
        int* n = nullptr;
        long operator()() const {
            int const k = *n;
            if (k < 2) return k;
            *n = k - 1;
            long const a = (*of)[k - 1];
            *n = k - 2;
            return a + (*of)[k - 2];
        }
    };
    int n = 50;
    defaultdict<int, long, fibonacci> fib(fibonacci{});
    fib = defaultdict<int, long, fibonacci>(fibonacci{&fib, &n});
    CHECK(fib[50] == 12586269025);
}

// ---------------------------------------------------------------- 2. properties

// Whether a defaultdict and a model of std::maps differ after any of the steps; every fifth call of the factory fails.
bool disagree(std::vector<step> const& steps, unsigned keys) {
    struct failure {};
    int calls = 0;
    auto const factory = [&calls] {
        if (++calls % 5 == 0) throw failure();
        return "the text of call " + std::to_string(calls);
    };
    defaultdict<int, std::string, decltype(factory)> d(factory);
    regius::tests::ordered_model<int, std::string> m;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto const number = steps[i].number;
        int const key = static_cast<int>(number % keys);
        auto const text = std::to_string(number);
        auto const* const there = m.find(key);
        switch (steps[i].operation % 16) {
            case 0:
            case 1:
            case 2:
            case 3:
                try {
                    auto const& value = d[key];
                    if (there == nullptr) m[key] = "the text of call " + std::to_string(calls);
                    if (value != m[key]) return true;
                } catch (failure const&) {
                    if (there != nullptr || calls % 5 != 0) return true;
                }
                break;
            case 4: d.insert_or_assign(key, text), m[key] = text; break;
            case 5:
                d.setdefault(key, text);
                if (there == nullptr) m[key] = text;
                break;
            case 6: d.update(std::vector{std::pair(key, text)}), m[key] = text; break;
            case 7:
            case 8:
                if (d.erase(key) != (m.erase(key) ? 1U : 0U)) return true;
                break;
            case 9:
                if (d.pop(key, text) != (there != nullptr ? *there : text)) return true;
                m.erase(key);
                break;
            case 10:
                if (m.size() == 0) break;
                if (d.popitem() != m.listed().back()) return true;
                m.erase_last();
                break;
            case 11:
                if (number % 512 == 0) d.clear(), m = {};
                break;
            case 12:
                if (number % 16 != 0) break;
                d = defaultdict(d);
                break;
            default:
                if (d.contains(key) != (there != nullptr)) return true;
                if (d.get(key, "none") != (there != nullptr ? *there : "none")) return true;
        }
        if (d.size() != m.size()) return true;
        if (i % 101 == 0 || i + 1 == steps.size())
            if (!m.is(d)) return true;
    }
    return false;
}

TEST_CASE("defaultdict: does what a model of std::maps does, a million times", "[collections][defaultdict]") {
    for (unsigned keys : {4U, 30U, 200U})
        CHECK(regius::tests::random_steps([&](auto const& steps) { return disagree(steps, keys); }, 34, 10000, keys) ==
              "");
}

}  // namespace
