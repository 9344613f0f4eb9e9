// SPDX-License-Identifier: MIT
// The value cases of CPython 3.13, Lib/test/test_collections.py, TestChainMap.

#include <regius/collections/chain_map.hpp>

#include <support/catch.hpp>

#include <map>
#include <ranges>
#include <string>
#include <utility>

using namespace std::literals;
using regius::chain_map;
using regius::dict;
using regius::repr;

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

// ---------------------------------------------------------------- 3. what the types promise

TEST_CASE("chain_map: owns what it is given for good, takes std maps", "[collections][chain_map]") {
    std::map<std::string, int> const defaults{{"a", 1}, {"b", 2}};
    chain_map chain(settings{{"b", 3}}, defaults);
    CHECK(shown(chain) == "a1 b3 ");
    static_assert(std::same_as<decltype(chain), chain_map<settings, std::map<std::string, int> const&>>);
    static_assert(std::ranges::forward_range<decltype(chain) const>);
    CHECK(std::ranges::distance(chain) == 2);
}

}  // namespace
