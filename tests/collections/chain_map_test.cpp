// SPDX-License-Identifier: MIT
// The value cases of CPython 3.13, Lib/test/test_collections.py, TestChainMap.

#include <regius/collections/chain_map.hpp>

#include <regius/collections/counter.hpp>
#include <regius/collections/defaultdict.hpp>

#include <support/catch.hpp>
#include <support/model.hpp>

#include <algorithm>
#include <map>
#include <ranges>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::chain_map;
using regius::dict;
using regius::repr;
using regius::tests::step;

namespace {

using settings = dict<std::string, int>;

template <class C>
std::string shown(C const& chain) {
    std::string text;
    for (auto const& [key, value] : chain) text += key + std::to_string(value) + ' ';
    return text;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("chain_map: the first map wins, and iteration starts with the last", "[collections][chain_map]") {
    settings const a{{"x", 1}, {"a", 2}}, b{{"b", 3}, {"a", 4}};
    chain_map chain(a, b);
    CHECK(shown(chain) == "b3 a2 x1 ");
    CHECK(chain.size() == 3);
    CHECK(chain.at("a") == 2);
    CHECK(chain.get("b") == 3);
    CHECK(chain.get("z") == nullptr);
    CHECK(chain.get("z", 9) == 9);
    CHECK(chain.contains("x"));
    CHECK_FALSE(chain.contains("z"));
    CHECK_THROWS_WITH(chain.at("z"), "'z'");
    CHECK(repr(chain) == "chain_map({'x': 1, 'a': 2}, {'b': 3, 'a': 4})");
}

TEST_CASE("chain_map: writes and erases in the first map only", "[collections][chain_map]") {
    settings a, b{{"b", 20}, {"c", 30}};
    chain_map chain(a, b);
    chain["a"] = 1;
    chain["b"] = 2;
    CHECK(repr(a) == "{'a': 1, 'b': 2}");
    CHECK(repr(b) == "{'b': 20, 'c': 30}");
    chain.erase("b");
    CHECK(chain.at("b") == 20);
    CHECK_THROWS_AS(chain.erase("b"), regius::key_error);
    CHECK_THROWS_WITH(chain.pop("c"), "\"Key not found in the first mapping: 'c'\"");
    CHECK(chain.pop("a") == 1);
    CHECK(a.empty());
    CHECK(chain["c"]++ == 30);  // read through the chain, written to the first
    CHECK(a.at("c") == 31);
    CHECK(b.at("c") == 30);
}

TEST_CASE("chain_map: is live, has children and parents", "[collections][chain_map]") {
    settings a{{"a", 1}}, b{{"b", 2}};
    chain_map chain(a, b);
    b["z"] = 26;
    CHECK(chain.at("z") == 26);

    auto child = chain.new_child();
    child["b"] = 5;
    CHECK(child.at("b") == 5);
    CHECK(chain.at("b") == 2);
    a["new"] = 7;
    CHECK(child.at("new") == 7);
    CHECK(child.parents().at("b") == 2);
    CHECK(shown(chain.parents()) == "b2 z26 ");
    CHECK(chain_map<settings>().empty());
}

TEST_CASE("chain_map: takes out of the first map, which may be any map", "[collections][chain_map]") {
    settings a{{"a", 1}, {"b", 2}};
    settings const b{{"c", 3}};
    chain_map chain(a, b);
    CHECK(chain.pop("c", 5) == 5);
    CHECK(chain.pop("a", 5) == 1);
    chain["d"] = 4;
    CHECK(chain.popitem() == std::pair("d"s, 4));
    CHECK(chain.popitem() == std::pair("b"s, 2));
    CHECK_THROWS_WITH(chain.popitem(), "'No keys found in the first mapping.'");
    CHECK(repr(chain) == "chain_map({}, {'c': 3})");

    chain_map ordered(std::map<std::string, int>{{"y", 1}, {"x", 2}}, b);
    CHECK(ordered.popitem() == std::pair("y"s, 1));
    CHECK(ordered.pop("x") == 2);
    CHECK_THROWS_AS(ordered.pop("x"), regius::key_error);
    chain_map any(std::unordered_map<std::string, int>{{"y", 1}}, b);
    CHECK(any.popitem() == std::pair("y"s, 1));
    any.update(b);
    any.erase("c");
    any["z"] = 1;
    any.clear();
    CHECK_THROWS_AS(any.erase("z"), regius::key_error);
    CHECK(any.size() == 1);
}

TEST_CASE("chain_map: setdefault, update, |= and | write to the first map", "[collections][chain_map]") {
    settings a, b{{"b", 2}, {"c", 3}};
    chain_map chain(a, b);
    CHECK(chain.setdefault("b", 9) == 2);
    CHECK(chain.setdefault("z", 1) == 1);
    CHECK(chain.setdefault("q") == 0);
    CHECK(repr(a) == "{'z': 1, 'q': 0}");
    chain.pop("z");
    CHECK(repr(chain | settings{{"b", 7}}) == "chain_map({'q': 0, 'b': 7}, {'b': 2, 'c': 3})");
    CHECK(repr(settings{{"w", 1}, {"b", 0}} | chain) == "chain_map({'w': 1, 'b': 2, 'c': 3, 'q': 0})");
    chain |= settings{{"x", 1}};
    CHECK(repr(chain) == "chain_map({'q': 0, 'x': 1}, {'b': 2, 'c': 3})");
    chain |= {{"x", 2}};
    chain.update({{"y", 3}});
    CHECK(repr(a) == "{'q': 0, 'x': 2, 'y': 3}");

    settings const none;
    settings const t{{"t", 1}}, u{{"u", 2}};
    CHECK(repr(chain_map(none, b) | chain_map(t, u)) == "chain_map({'u': 2, 't': 1}, {'b': 2, 'c': 3})");
}

TEST_CASE("chain_map: equals a map with the same pairs, and has views", "[collections][chain_map]") {
    settings a{{"q", 0}, {"x", 1}};
    std::map<std::string, int> const b{{"b", 2}, {"q", 5}};
    chain_map chain(a, b);
    CHECK(chain == settings{{"b", 2}, {"q", 0}, {"x", 1}});
    CHECK(std::map<std::string, int>{{"b", 2}, {"q", 0}, {"x", 1}} == chain);
    CHECK(chain == chain_map(chain));
    CHECK(chain == chain_map(settings{{"b", 2}}, settings{{"q", 0}, {"x", 1}}));
    CHECK(chain != settings{{"b", 2}, {"q", 0}, {"x", 2}});
    CHECK(chain != settings{{"b", 2}, {"q", 0}, {"y", 1}});
    CHECK(chain != settings{{"b", 2}, {"q", 0}});

    CHECK(repr(chain.keys()) == "KeysView(chain_map({'q': 0, 'x': 1}, {'b': 2, 'q': 5}))");
    CHECK(repr(chain.values()) == "ValuesView(chain_map({'q': 0, 'x': 1}, {'b': 2, 'q': 5}))");
    CHECK(repr(chain.items()) == "ItemsView(chain_map({'q': 0, 'x': 1}, {'b': 2, 'q': 5}))");
    CHECK(std::ranges::equal(chain.keys(), std::vector{"b"s, "q"s, "x"s}));
    CHECK(std::ranges::equal(chain.values(), std::vector{2, 0, 1}));
    CHECK(chain.items() == settings{{"b", 2}, {"q", 0}, {"x", 1}}.items());
    CHECK(chain.keys() > a.keys());
    CHECK(repr(chain.keys() & std::vector{"x"s, "y"s}) == "{'x'}");
    CHECK(repr(chain.keys() - a.keys()) == "{'b'}");
    CHECK(chain.items().contains(std::pair("q"s, 0)));
    a["n"] = 1;
    CHECK(std::ranges::equal(chain.keys(), std::vector{"b"s, "q"s, "x"s, "n"s}));
}

TEST_CASE("chain_map: a copy has a first map of its own, and shares the others", "[collections][chain_map]") {
    settings a{{"a", 1}}, b{{"b", 2}};
    chain_map const chain(a, b);
    auto copy = chain.copy();
    copy["a"] = 10;
    b["b"] = 20;
    CHECK(a.at("a") == 1);
    CHECK(copy.at("a") == 10);
    CHECK(copy.at("b") == 20);
    CHECK(chain.new_child().size() == 2);
    CHECK(repr(chain.parents()) == "chain_map({'b': 20})");
    CHECK(std::get<0>(chain.maps()) == a);
}

TEST_CASE("chain_map: chains of chains, of a defaultdict, of a counter", "[collections][chain_map]") {
    settings a{{"a", 1}};
    settings const b{{"b", 2}};
    regius::defaultdict<std::string, int> d([] { return 7; });
    chain_map inner(a, b);
    chain_map outer(settings{{"c", 3}}, inner, d);
    CHECK(shown(outer) == "b2 a1 c3 ");
    CHECK(outer.at("b") == 2);
    CHECK_FALSE(outer.contains("z"));
    CHECK(d.empty());

    regius::counter const n{"x"s, "x"s};
    chain_map counts(regius::dict<std::string, std::int64_t>(), n);
    CHECK(counts.at("x") == 2);
    CHECK_FALSE(counts.contains("y"));
}

// ---------------------------------------------------------------- 2. properties

// Whether a chain of three dicts and a model of std::maps differ after any of the steps.
bool disagree(std::vector<step> const& steps, unsigned keys) {
    regius::dict<int, int> a, b, c;
    chain_map chain(a, b, c);
    regius::tests::ordered_model<int, int> m[3];
    auto const find = [&m](int key) {
        for (auto const& mapping : m)
            if (auto const* const found = mapping.find(key)) return found;
        return static_cast<int const*>(nullptr);
    };
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto const number = steps[i].number;
        int const key = static_cast<int>(number % keys), value = static_cast<int>(number >> 20);
        auto const* const there = find(key);
        switch (steps[i].operation % 16) {
            case 0:
            case 1: chain[key] = value, m[0][key] = value; break;
            case 2:
                if (chain.setdefault(key, value) != (there != nullptr ? *there : value)) return true;
                if (there == nullptr) m[0][key] = value;
                break;
            case 3: chain.update(std::vector{std::pair(key, value)}), m[0][key] = value; break;
            case 4:
            case 5:
                if (chain.pop(key, -1) != (m[0].find(key) != nullptr ? *m[0].find(key) : -1)) return true;
                m[0].erase(key);
                break;
            case 6:
                try {
                    chain.erase(key);
                    if (!m[0].erase(key)) return true;
                } catch (regius::key_error const&) {
                    if (m[0].find(key) != nullptr) return true;
                }
                break;
            case 7:
                if (m[0].size() == 0) break;
                if (chain.popitem() != m[0].listed().back()) return true;
                m[0].erase_last();
                break;
            case 8: b[key] = value, m[1][key] = value; break;
            case 9: c[key] = value, m[2][key] = value; break;
            case 10: b.erase(key), m[1].erase(key); break;
            case 11: c.erase(key), m[2].erase(key); break;
            case 12: {
                if (number % 16 != 0) break;
                regius::tests::ordered_model<int, int> all;
                for (int level : {2, 1, 0})
                    for (auto const& [k, v] : m[level].listed()) all[k] = v;
                if (!all.is(chain)) return true;
                if (chain.size() != all.size() || chain != chain.copy()) return true;
                break;
            }
            default:
                if (chain.contains(key) != (there != nullptr)) return true;
                if (chain.get(key, -1) != (there != nullptr ? *there : -1)) return true;
        }
        if (a.size() != m[0].size()) return true;
    }
    return false;
}

TEST_CASE("chain_map: does what a model of std::maps does, a million times", "[collections][chain_map]") {
    for (unsigned keys : {4U, 30U, 100U})
        CHECK(regius::tests::random_steps([&](auto const& steps) { return disagree(steps, keys); }, 34, 10000, keys) ==
              "");
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::ranges::forward_range<decltype(std::declval<chain_map<settings> const&>().keys())>);
static_assert(!std::ranges::bidirectional_range<decltype(std::declval<chain_map<settings> const&>().keys())>);
static_assert(std::ranges::bidirectional_range<decltype(std::declval<settings const&>().keys())>);

TEST_CASE("chain_map: owns what it is given for good, takes std maps", "[collections][chain_map]") {
    std::map<std::string, int> const defaults{{"a", 1}, {"b", 2}};
    chain_map chain(settings{{"b", 3}}, defaults);
    CHECK(shown(chain) == "a1 b3 ");
    static_assert(std::same_as<decltype(chain), chain_map<settings, std::map<std::string, int> const&>>);
    static_assert(std::ranges::forward_range<decltype(chain) const>);
    CHECK(std::ranges::distance(chain) == 2);
}

}  // namespace
