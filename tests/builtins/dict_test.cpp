// SPDX-License-Identifier: MIT
// The value cases of CPython 3.13, Lib/test/test_dict.py; a model test; what throws, and when.

#include <regius/builtins/dict.hpp>

#include <regius/builtins/zip.hpp>
#include <regius/core/portable_probing.hpp>
#include <regius/more_itertools/sliding_window.hpp>
#include <support/bomb.hpp>
#include <support/catch.hpp>
#include <support/model.hpp>
#include <support/trie.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <random>
#include <ranges>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#if defined(__cpp_lib_format_ranges)
#include <format>
#endif

using namespace std::literals;
using regius::dict;
using regius::key_error;
using regius::repr;
using regius::tests::bomb;
using regius::tests::bomb_allocator;
using regius::tests::fuse;
using regius::tests::step;

namespace {

using ages = dict<std::string, int>;
using numbers = dict<int, int>;

template <class D>
auto listed(D const& d) {
    std::vector<std::pair<typename D::key_type, typename D::mapped_type>> result;
    for (auto const& [k, v] : d) result.emplace_back(k, v);
    return result;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("dict: keeps the order of insertion", "[builtins][dict]") {
    ages d{{"b", 1}, {"a", 2}, {"c", 3}};
    CHECK(repr(d) == "{'b': 1, 'a': 2, 'c': 3}");
    d["a"] = 9;  // overwriting keeps the place
    CHECK(repr(d) == "{'b': 1, 'a': 9, 'c': 3}");
    CHECK(d.pop("b") == 1);
    d["b"] = 4;  // erasing and inserting again does not
    CHECK(repr(d) == "{'a': 9, 'c': 3, 'b': 4}");
    CHECK(repr(ages()) == "{}");
}

TEST_CASE("dict: from pairs, the last value wins and the first position stays", "[builtins][dict]") {
    CHECK(repr(ages{{"a", 1}, {"b", 2}, {"a", 3}}) == "{'a': 3, 'b': 2}");
    CHECK(repr(numbers(std::vector{std::pair{2, 1}, std::pair{1, 1}, std::pair{2, 5}})) == "{2: 5, 1: 1}");
}

TEST_CASE("dict: a missing key is a key_error that says which, and is not inserted", "[builtins][dict]") {
    ages d{{"a", 1}};
    CHECK_THROWS_AS(d.at("it's"), key_error);
    CHECK_THROWS_WITH(d.at("it's"), "\"it's\"");
    CHECK_THROWS_WITH(d.pop("z"), "'z'");
    CHECK_THROWS_WITH(numbers().at(42), "42");
    CHECK_THROWS_WITH(numbers().popitem(), "'popitem(): dictionary is empty'");
    CHECK(d.size() == 1);
}

TEST_CASE("dict: get, setdefault, pop", "[builtins][dict]") {
    ages d{{"a", 1}};
    CHECK(d.get("a") == 1);
    CHECK(d.get("z") == std::nullopt);
    CHECK(d.get("z") == nullptr);
    CHECK(d.get("z", 7) == 7);
    CHECK(d.get("z").value_or(8) == 8);
    CHECK_FALSE(d.contains("z"));
    if (auto a = d.get("a")) *a = 5;
    std::optional<int> const copied = d.get("a");
    CHECK(copied == 5);
    CHECK_THROWS_AS(d.get("z").value(), std::bad_optional_access);

    CHECK(d.setdefault("a", 9) == 5);
    CHECK(d.setdefault("b", 9) == 9);
    CHECK(d.setdefault("c") == 0);
    CHECK(repr(d) == "{'a': 5, 'b': 9, 'c': 0}");

    CHECK(d.pop("b") == 9);
    CHECK(d.pop("b", 3) == 3);
    CHECK(d.popitem() == std::pair{"c"s, 0});
    CHECK(repr(d) == "{'a': 5}");
}

TEST_CASE("dict: update, | and |= take the right value and keep the left order", "[builtins][dict]") {
    ages a{{"x", 1}, {"y", 2}};
    ages const b{{"z", 4}, {"x", 3}};
    CHECK(repr(a | b) == "{'x': 3, 'y': 2, 'z': 4}");
    CHECK(repr(b | a) == "{'z': 4, 'x': 1, 'y': 2}");
    a |= b;
    CHECK(repr(a) == "{'x': 3, 'y': 2, 'z': 4}");
    a.update({{"q", 1}});
    a |= std::map<std::string, int>{{"q", 2}};
    a.update(a);
    CHECK(repr(a) == "{'x': 3, 'y': 2, 'z': 4, 'q': 2}");
}

TEST_CASE("dict: equality ignores the order", "[builtins][dict]") {
    CHECK(ages{{"a", 1}, {"b", 2}} == ages{{"b", 2}, {"a", 1}});
    CHECK_FALSE(ages{{"a", 1}} == ages{{"a", 2}});
    CHECK_FALSE(ages{{"a", 1}} == ages{{"b", 1}});
    CHECK_FALSE(ages{{"a", 1}} == ages{{"a", 1}, {"b", 2}});
    CHECK(ages{} == ages{});
}

TEST_CASE("dict: of pairs that a view makes has their values", "[builtins][dict]") {
    std::vector<bool> const flags{true, false};
    CHECK(repr(dict(regius::zip(flags, flags))) == "{True: True, False: False}");
}

TEST_CASE("dict: fromkeys gives every key the same value", "[builtins][dict]") {
    CHECK(repr(dict<char, int>::fromkeys("abca"sv, 3)) == "{'a': 3, 'b': 3, 'c': 3}");
    CHECK(repr(ages::fromkeys(std::vector<std::string_view>{"x", "y"})) == "{'x': 0, 'y': 0}");
    CHECK(repr(ages::fromkeys({"x", "y", "x"}, 7)) == "{'x': 7, 'y': 7}");
    CHECK(repr(ages::fromkeys({"x"})) == "{'x': 0}");
}

TEST_CASE("dict: popitem takes the last first", "[builtins][dict]") {
    numbers d;
    for (int i = 0; i < 100; ++i) d[i] = -i;
    for (int i = 99; i >= 0; --i) CHECK(d.popitem() == std::pair{i, -i});
    CHECK(d.empty());
}

// test_dictviews.py
TEST_CASE("dict: keys, values and items are live views, and keys and items are sets", "[builtins][dict]") {
    ages d{{"a", 1}, {"b", 2}};
    auto const keys = d.keys();
    auto const values = d.values();
    d["c"] = 3;
    CHECK(repr(keys) == "dict_keys(['a', 'b', 'c'])");
    CHECK(repr(values) == "dict_values([1, 2, 3])");
    CHECK(repr(d.items()) == "dict_items([('a', 1), ('b', 2), ('c', 3)])");
    CHECK(repr(std::as_const(d).items()) == "dict_items([('a', 1), ('b', 2), ('c', 3)])");
    CHECK(repr(std::as_const(d).values()) == "dict_values([1, 2, 3])");
    CHECK(repr(ages().keys()) == "dict_keys([])");
    CHECK(repr(std::pair(keys, 1)) == "(dict_keys(['a', 'b', 'c']), 1)");
    CHECK((std::ostringstream() << keys << values).str() == "dict_keys(['a', 'b', 'c'])dict_values([1, 2, 3])");
    CHECK(keys.size() == 3);
    CHECK(keys.contains("b"));
    CHECK_FALSE(keys.contains("z"));
    CHECK(d.items().contains(std::pair{"a", 1}));
    CHECK_FALSE(d.items().contains(std::pair{"a", 2}));
    for (auto& v : d.values()) v *= 10;
    CHECK(repr(d | std::views::values | std::views::reverse) == "[30, 20, 10]");
    CHECK(repr(std::views::reverse(d.keys())) == "['c', 'b', 'a']");

    ages const e{{"c", 30}, {"x", 0}, {"a", 1}};
    CHECK(repr(d.keys() & e.keys()) == "{'a', 'c'}");
    CHECK(repr(d.keys() - e.keys()) == "{'b'}");
    CHECK(repr(d.keys() | e.keys()) == "{'a', 'b', 'c', 'x'}");
    CHECK(repr(d.keys() ^ e.keys()) == "{'b', 'x'}");
    CHECK(repr(d.keys() & std::vector<std::string_view>{"b", "q"}) == "{'b'}");
    CHECK(repr(d.items() & e.items()) == "{('c', 30)}");
    CHECK(repr(ages().keys() & e.keys()) == "set()");
    CHECK(d.keys() == ages{{"c", 0}, {"b", 0}, {"a", 0}}.keys());
    CHECK(ages{{"a", 0}}.keys() < d.keys());
    CHECK_FALSE(d.keys() <= e.keys());
    CHECK(d.items() == std::as_const(d).items());
    CHECK((d.keys() & e.keys()) == ages{{"c", 0}, {"a", 0}}.keys());
    CHECK(d.keys().isdisjoint(std::vector{"q"s}));
    CHECK_FALSE(d.keys().isdisjoint(e.keys()));
    CHECK(d.items().contains({"a", 10}));
}

TEST_CASE("dict: what a set operation makes is a set like keys()", "[builtins][dict]") {
    ages const a{{"a", 1}, {"b", 2}, {"c", 3}};
    ages const b{{"b", 2}, {"c", 4}, {"d", 5}};
    ages const c{{"c", 3}};
    CHECK(repr(a.keys() & b.keys() & c.keys()) == "{'c'}");
    CHECK(repr((a.keys() - b.keys()) | (b.keys() - a.keys())) == "{'a', 'd'}");
    CHECK(repr((a.keys() ^ b.keys()) - std::vector{"a"s}) == "{'d'}");
    CHECK((a.keys() & b.keys()) < a.keys());
    CHECK((a.keys() & b.keys()) == (b.keys() & a.keys()));
    CHECK((a.items() & b.items()).isdisjoint(c.items()));
    CHECK((std::ostringstream() << (a.keys() & b.keys())).str() == "{'b', 'c'}");
}

TEST_CASE("dict: keys() and items() go with the sets of the standard library", "[builtins][dict]") {
    ages const d{{"a", 1}, {"b", 2}};
    std::set<std::string> const needed{"a", "z"};
    CHECK(d.keys() == std::set<std::string>{"b", "a"});
    CHECK(d.items() == std::set<std::pair<std::string, int>>{{"b", 2}, {"a", 1}});
    CHECK(d.keys() != needed);
    CHECK(std::unordered_set<std::string>{"a"} < d.keys());
    CHECK_FALSE(needed <= d.keys());
    CHECK((needed & d.keys()) == std::set<std::string>{"a"});
}

TEST_CASE("dict: a range may stand to the left of a set operation", "[builtins][dict]") {
    ages const d{{"a", 1}, {"b", 2}};
    std::vector<std::string_view> const some{"z", "a", "z", "y"};
    CHECK(repr(some - d.keys()) == "{'z', 'y'}");
    CHECK(repr(some & d.keys()) == "{'a'}");
    CHECK(repr(some | d.keys()) == "{'z', 'a', 'y', 'b'}");
    CHECK(repr(some ^ d.keys()) == "{'z', 'y', 'b'}");
    CHECK(repr(std::set{"z"s} - (d.keys() & some)) == "{'z'}");
    dict<std::string_view, int> const views{{"b", 0}};
    CHECK(repr(d.keys() - views.keys()) == "{'a'}");
    CHECK(repr(views.keys() - d.keys()) == "set()");
}

#if defined(__cpp_lib_format_ranges)
TEST_CASE("dict: std::format prints it as repr does, not as just any range", "[builtins][dict]") {
    CHECK(std::format("{}", ages{{"it's", 1}}.keys()) == "dict_keys([\"it's\"])");
}
#endif

// ---------------------------------------------------------------- 2. properties

// A dict whose positions have 8 bits and not 32, so that what an index does beyond 2^32 entries it does here.
template <class Match, class Position>
using small_table =
    regius::core::table<int, std::pair<int const, int>, regius::core::hash<int>, regius::core::equal<int>,
                        std::allocator<std::pair<int const, int>>, regius::core::hash_index<Position, Match>>;

template <class Table>
class table_dict {
    Table table_;

public:
    void set(int k, int v) {
        auto [at, inserted] = table_.find_or_insert(
            k, [&](auto&, std::pair<int const, int>* to) { new (to) std::pair<int const, int>(k, v); });
        if (!inserted) at->value.second = v;
    }
    bool erase(int k) { return table_.erase_key(k); }
    int* find(int k) {
        auto* const at = table_.find(k);
        return at ? &at->value.second : nullptr;
    }
    bool popitem(int& k) {
        if (table_.size() == 0) return false;
        k = table_.last()->value.first;
        table_.erase_at(table_.last());
        return true;
    }
    bool popfirst(int& k) {
        if (table_.size() == 0) return false;
        k = table_.first()->value.first;
        table_.erase_at(table_.first());
        return true;
    }
    void clear() { table_.clear(); }
    void shrink() { table_.shrink_to_fit(); }
    void reserve(std::size_t n) { table_.reserve(n); }
    std::size_t size() const { return table_.size(); }
    void copy_over() {
        Table other(table_);
        table_ = other;
    }
    std::vector<std::pair<int, int>> listed() const {
        std::vector<std::pair<int, int>> result;
        for (auto const& [k, v] : table_) result.emplace_back(k, v);
        return result;
    }
    std::vector<std::pair<int, int>> visited() const {
        std::vector<std::pair<int, int>> result;
        Table::visit(table_, [&](auto& pair) {
            result.emplace_back(pair.first, pair.second);
            return true;
        });
        return result;
    }
    std::vector<std::pair<int, int>> backwards() const {
        std::vector<std::pair<int, int>> result;
        for (auto it = table_.end(); it != table_.begin();) {
            --it;
            result.emplace_back(it->first, it->second);
        }
        std::ranges::reverse(result);
        return result;
    }
};

using model = regius::tests::ordered_model<int, int>;

// Whether a table and the model differ after any of the steps.
template <class Table>
bool disagree(std::vector<step> const& steps, unsigned keys, unsigned erases, std::size_t look_every) {
    table_dict<Table> d;
    model m;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto const what = steps[i].operation % 1000;
        int const key = static_cast<int>(steps[i].number % keys), value = static_cast<int>(steps[i].number >> 16);
        bool same = true;
        int k = 0;
        if (what < erases)
            same = d.erase(key) == m.erase(key);
        else if (what < 950)
            d.set(key, value), m[key] = value;
        else if (what < 970)
            same = !d.popitem(k) || (m.by_time.rbegin()->second == k && m.erase(k));
        else if (what < 995)
            same = !d.popfirst(k) || (m.by_time.begin()->second == k && m.erase(k));
        else if (what == 995)
            d.shrink();
        else if (what == 996)
            d.reserve(static_cast<std::size_t>(key));
        else if (what == 997)
            d.copy_over();
        else if (what == 998 && value % 8 == 0)
            d.clear(), m = model();

        auto const it = m.by_key.find(key);
        auto* const found = d.find(key);
        same = same && d.size() == m.by_key.size() && (found != nullptr) == (it != m.by_key.end()) &&
               (found == nullptr || *found == it->second.second);
        if (same && (i % look_every == 0 || i + 1 == steps.size())) {
            auto const wanted = m.listed();
            same = d.listed() == wanted && d.visited() == wanted && d.backwards() == wanted;
        }
        if (!same) return true;
    }
    return false;
}

template <class Table>
void agrees_with_the_model(std::size_t length) {
    unsigned seed = 0;
    for (auto const& [keys, erases] :
         {std::pair{20U, 450U}, {300U, 450U}, {3000U, 400U}, {100000U, 300U}, {5000U, 60U}, {100U, 30U}})
        CHECK(regius::tests::random_steps(
                  [&, k = keys, e = erases](auto const& steps) {
                      return disagree<Table>(steps, k, e, k > 1000 ? 997 : 101);
                  },
                  1, length, ++seed) == "");
}

TEST_CASE("dict: does what a model of std::maps does, a million times", "[builtins][dict]") {
    using namespace regius::core::probing;
    agrees_with_the_model<small_table<native, std::uint32_t>>(170000);
}

TEST_CASE("dict: does the same without SIMD, and with positions of other widths", "[builtins][dict]") {
    using namespace regius::core::probing;
    agrees_with_the_model<small_table<portable, std::uint32_t>>(40000);
    agrees_with_the_model<small_table<native, std::uint64_t>>(40000);
    agrees_with_the_model<small_table<native, std::uint8_t>>(40000);
}

TEST_CASE("dict: the portable search finds what the native one finds", "[builtins][dict]") {
    alignas(16) unsigned char bytes[16];
    std::mt19937 random(7);
    for (int trial = 0; trial < 100000; ++trial) {
        for (auto& b : bytes) b = static_cast<unsigned char>(random() % 3 == 0 ? random() : random() % 3 * 127);
        auto const wanted = static_cast<unsigned char>(trial % 2 == 0 ? bytes[random() % 16] : random());
        REQUIRE(regius::core::probing::portable::equal(bytes, wanted) ==
                regius::core::probing::native::equal(bytes, wanted));
    }
}

// A range long enough to be looked up in blocks, and a loop over it.
template <class K, class Make>
void bulk_is_a_loop(Make make) {
    std::mt19937 random(7);
    for (unsigned const size : {0U, 1U, 63U, 64U, 65U, 5000U, 40000U}) {
        std::vector<std::pair<K, int>> pairs;
        for (unsigned i = 0; i < size; ++i)
            pairs.emplace_back(make(random() % (size * 2 / 3 + 1)), static_cast<int>(i));
        dict<K, int> loop;
        for (auto const& [k, v] : pairs) loop.insert_or_assign(k, v);
        dict<K, int> const whole(pairs);
        auto const same = [&](dict<K, int> const& d) { return std::ranges::equal(d, loop); };
        CHECK(same(whole));
        CHECK(same(dict<K, int>(std::list(pairs.begin(), pairs.end()))));
        CHECK(same(dict<K, int>(pairs | std::views::transform([](auto const& pair) { return pair; }))));
        CHECK(same(dict<K, int>(whole)));
        CHECK(same(whole | whole));

        dict<K, int> half;
        for (unsigned i = 0; i < size / 2; ++i) half.insert_or_assign(pairs[i].first, -1);
        auto updated = half;
        updated.update(whole);
        for (auto const& [k, v] : whole) half.insert_or_assign(k, v);
        CHECK(std::ranges::equal(updated, half));
        updated.update(updated);
        CHECK(std::ranges::equal(updated, half));
        regius::core::hash_set<K> set;
        set.insert_all(whole.keys());
        CHECK(std::ranges::equal(set, whole.keys()));
    }
}

TEST_CASE("dict: a range at once gives what a loop gives", "[builtins][dict]") {
    bulk_is_a_loop<unsigned>([](auto n) { return static_cast<unsigned>(n); });
    bulk_is_a_loop<std::string>([](auto n) { return "a text of some length " + std::to_string(n); });

    std::vector<std::pair<std::string_view, int>> views;
    std::vector<std::string> texts;
    for (int i = 0; i < 5000; ++i) texts.push_back(std::to_string(i % 3000));
    for (auto const& text : texts) views.emplace_back(text, 1);
    CHECK(dict<std::string, int>(views).size() == 3000);
    CHECK(dict<long, int>(std::vector<std::pair<int, int>>(3000, {1, 2})).size() == 1);
}

TEST_CASE("dict: keys() and items() are sets of any size", "[builtins][dict]") {
    dict<int, int> a, b;
    for (int i = 0; i < 6000; ++i) a[i] = i;
    for (int i = 3000; i < 9000; ++i) b[i] = i % 2;
    std::vector<int> const listed(b.keys().begin(), b.keys().end());
    auto const agree = [&](auto const& right) {
        CHECK((a.keys() & right).size() == 3000);
        CHECK((a.keys() - right).size() == 3000);
        CHECK((a.keys() | right).size() == 9000);
        CHECK((a.keys() ^ right).size() == 6000);
        CHECK_FALSE(a.keys().isdisjoint(right));
    };
    agree(b.keys());
    agree(listed);
    agree(b.keys() | std::vector<int>());  // a hash_set
    CHECK((a.items() & b.items()).size() == 0);
    CHECK((a.items() | b.items()).size() == 12000);
}

TEST_CASE("dict: erasing while walking with erase(iterator) visits every pair once", "[builtins][dict]") {
    for (int modulus : {1, 2, 3, 7}) {
        numbers d;
        for (int i = 0; i < 500; ++i) d[i] = i;
        int visited = 0;
        for (auto it = d.begin(); it != d.end(); ++visited)
            if (it->first % modulus == 0)
                it = d.erase(it);
            else
                ++it;
        CHECK(visited == 500);
        CHECK(std::ranges::none_of(d, [&](auto const& pair) { return pair.first % modulus == 0; }));
    }
}

TEST_CASE("dict: erase_if erases what the predicate says, and says how many", "[builtins][dict]") {
    numbers d;
    for (int i = 0; i < 100; ++i) d[i] = i;
    CHECK(erase_if(d, [](auto const& pair) { return pair.second % 3 != 0; }) == 66);
    CHECK(d.size() == 34);
    for (int i = 0; i < 100; ++i) CHECK(d.contains(i) == (i % 3 == 0));
}

TEST_CASE("dict: a queue of first in, first out keeps its memory bounded", "[builtins][dict]") {
    numbers d;
    for (int i = 0; i < 100; ++i) d[i] = i;
    for (int i = 100; i < 100000; ++i) {
        CHECK(d.begin()->first == i - 100);
        d.erase(d.begin());
        d[i] = i;
    }
    CHECK(d.size() == 100);
    CHECK(d.capacity() <= 400);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::ranges::bidirectional_range<numbers> && std::ranges::sized_range<numbers>);
static_assert(std::ranges::common_range<numbers const>);
static_assert(std::is_nothrow_move_constructible_v<ages> && std::is_nothrow_move_assignable_v<ages>);
static_assert(std::is_nothrow_swappable_v<ages>);
static_assert(std::convertible_to<numbers::iterator, numbers::const_iterator>);
static_assert(!std::convertible_to<numbers::const_iterator, numbers::iterator>);
static_assert(std::same_as<std::ranges::range_reference_t<numbers>, std::pair<int const, int>&>);
static_assert(std::same_as<std::ranges::range_reference_t<numbers const>, std::pair<int const, int> const&>);

static_assert(std::same_as<decltype(dict{std::pair{1, 2.0}}), dict<int, double>>);
static_assert(std::same_as<decltype(dict{std::pair{"a", 1}, std::pair{"b", 2}}), dict<std::string, int>>);
static_assert(std::same_as<decltype(dict(std::map<int, char>())), dict<int, char>>);
static_assert(
    std::same_as<decltype(dict(std::vector<std::tuple<std::string_view, int>>())), dict<std::string_view, int>>);

template <class D>
concept prints = requires(std::ostream& out, D const& d) { out << d; };
struct unprintable {};
static_assert(prints<ages> && !prints<dict<int, unprintable>>);
using half_printable = dict<int, unprintable>;
static_assert(prints<decltype(std::declval<half_printable&>().keys())>);
static_assert(!prints<decltype(std::declval<half_printable&>().values())>);
static_assert(!prints<decltype(std::declval<half_printable&>().items())>);

static_assert(std::constructible_from<numbers, std::map<int, int>>);
static_assert(!std::constructible_from<numbers, std::map<std::string, int>>);
static_assert(!std::constructible_from<dict<unprintable, int>, std::vector<std::pair<unprintable, int>>>);
template <class R>
concept deduces = requires(R&& range) { dict(std::forward<R>(range)); };
static_assert(deduces<std::vector<std::pair<int, int>>> && !deduces<std::vector<std::pair<unprintable, int>>>);
static_assert(!deduces<std::vector<std::ranges::subrange<int*>>>);  // not a pair of pointers

TEST_CASE("dict: windows on a range become keys that own what is in them", "[builtins][dict]") {
    std::vector const v{1, 2, 1, 2, 3};
    dict const d(regius::zip(regius::sliding_window(v, 2), "wxyz"sv));
    static_assert(std::same_as<decltype(d), dict<std::vector<int>, char> const>);
    CHECK(repr(d) == "{[1, 2]: 'y', [2, 1]: 'x', [2, 3]: 'z'}");
    CHECK(repr(dict<std::vector<int>, int>::fromkeys(regius::sliding_window(v, 2))) ==
          "{[1, 2]: 0, [2, 1]: 0, [2, 3]: 0}");
    CHECK(repr(dict<std::string, int>::fromkeys(regius::sliding_window("abab"sv, 2), 1)) == "{'ab': 1, 'ba': 1}");
}

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("dict: a copy has pairs of its own", "[builtins][dict]") {
    numbers const d{{1, 10}, {2, 20}};
    auto copy = d.copy();
    copy[1] = 11;
    CHECK(repr(copy) == "{1: 11, 2: 20}");
    CHECK(repr(d) == "{1: 10, 2: 20}");
}

TEST_CASE("dict: replacing one key at a time seldom moves the others", "[builtins][dict]") {
    numbers d;
    for (int n : {4, 12, 15, 20, 30, 40, 60, 1280}) {
        CAPTURE(n);
        d = {};
        for (int i = 0; i < n; ++i) d[i] = i;
        CHECK(d.capacity() == static_cast<std::size_t>(n));
        int moves = 0;
        for (int i = 0; i < n; ++i) {
            auto const* const before = &*d.begin();
            d.erase(i + 1);
            d[n + i] = i;
            moves += &*d.begin() != before;
        }
        CHECK(moves <= 6);
        CHECK(d.capacity() <= static_cast<std::size_t>(n) * 3);
    }
}

TEST_CASE("dict: for (auto& [k, v]), (auto [k, v]) and (auto const& [k, v]) all work", "[builtins][dict]") {
    numbers d{{1, 10}, {2, 20}};
    for (auto& [k, v] : d) v += k;
    int sum = 0;
    for (auto [k, v] : d) sum += v;
    for (auto const& [k, v] : std::as_const(d)) sum += v;
    CHECK(sum == 66);
}

struct dict_trie {
    dict<char, dict_trie> next;
    bool ends = false;
};

TEST_CASE("dict: may hold what holds it", "[builtins][dict]") { regius::tests::nests<dict_trie>(); }

TEST_CASE("dict: move-only keys and values", "[builtins][dict]") {
    dict<std::unique_ptr<int>, std::unique_ptr<int>> d;
    std::vector<int*> keys;
    for (int i = 0; i < 100; ++i) {
        auto key = std::make_unique<int>(i);
        keys.push_back(key.get());
        d.try_emplace(std::move(key), std::make_unique<int>(-i));
    }
    int i = 0;
    for (auto const& [k, v] : d) {
        CHECK(*k == i);
        CHECK(*v == -i++);
    }
    auto moved = std::move(d);
    auto last = moved.popitem();
    CHECK(*last.first == 99);
    CHECK(moved.size() == 99);
    CHECK(d.empty());  // a moved-from dict is empty and works
    d[std::unique_ptr<int>()] = std::make_unique<int>(1);
    CHECK(d.size() == 1);
}

TEST_CASE("dict: takes over the pairs of what is given away, and copies an lvalue", "[builtins][dict]") {
    auto const owned = [](int n) {
        std::vector<std::pair<int, std::unique_ptr<int>>> pairs;
        for (int i = 0; i < n; ++i) pairs.emplace_back(i, std::make_unique<int>(i));
        return pairs;
    };
    dict<int, std::unique_ptr<int>> d(owned(3));
    d.update(owned(10'000));  // more than are looked up one by one
    d |= owned(20'000);
    CHECK(d.size() == 20'000);
    CHECK(*d.at(9'999) == 9'999);
    dict<int, std::unique_ptr<int>> other;
    other.update(std::move(d));
    CHECK(*other.at(19'999) == 19'999);

    std::vector<std::pair<std::string, std::string>> texts{{"a key that is too long for its place", "a value like it"}};
    auto const* const lies_at = texts.front().first.data();
    dict<std::string, std::string> const copied(texts);
    CHECK(texts.front().first.data() == lies_at);
    dict<std::string, std::string> const moved(std::move(texts));
    CHECK(moved.begin()->first.data() == lies_at);
    CHECK(moved == copied);
}

TEST_CASE("dict: try_emplace does not touch what it does not need", "[builtins][dict]") {
    dict<int, std::unique_ptr<int>> d;
    auto a = std::make_unique<int>(1), b = std::make_unique<int>(2);
    CHECK(d.try_emplace(1, std::move(a)).second);
    CHECK_FALSE(d.try_emplace(1, std::move(b)).second);
    CHECK(a == nullptr);
    CHECK(b != nullptr);
}

TEST_CASE("dict: an argument may lie in the dict itself", "[builtins][dict]") {
    dict<int, std::string> d;
    d[0] = "a text that is too long to be stored in place";
    for (int i = 1; i < 1000; ++i) d.try_emplace(i, d.at(i - 1));
    CHECK(d.at(999) == d.at(0));
    for (int i = 0; i < 3000; ++i) {  // also when holes are closed
        d.erase(d.begin());
        d.try_emplace(1000 + i, d.at(999 + i));
    }
    CHECK(d.at(3999) == "a text that is too long to be stored in place");
}

TEST_CASE("dict: references to the other entries outlive an erase", "[builtins][dict]") {
    numbers d;
    for (int i = 0; i < 100; ++i) d[i] = i;
    int& last = d.at(99);
    for (int i = 0; i < 99; ++i) d.erase(i);
    CHECK(&last == &d.at(99));
}

using tracked = dict<std::string, int, regius::core::hash<std::string>, regius::core::equal<std::string>,
                     bomb_allocator<std::pair<std::string const, int>, std::true_type>>;

TEST_CASE("dict: reserve means no allocation until then", "[builtins][dict]") {
    using plain =
        dict<int, int, regius::core::hash<int>, regius::core::equal<int>, bomb_allocator<std::pair<int const, int>>>;
    plain d;
    d.reserve(1000);
    fuse::light(0);
    for (int i = 0; i < 1000; ++i) d[i] = i;
    fuse::put_out();
    CHECK(d.size() == 1000);
    CHECK(d.capacity() == 1000);
    plain const none;
    CHECK(none.capacity() == 0);
}

TEST_CASE("dict: shrink_to_fit gives memory back", "[builtins][dict]") {
    auto& bytes = fuse::allocated;
    auto const before = bytes;
    {
        tracked d;
        for (int i = 0; i < 1000; ++i) d[std::to_string(i)] = i;
        auto const full = bytes;
        for (int i = 0; i < 990; ++i) d.erase(std::to_string(i));
        d.shrink_to_fit();
        CHECK((bytes - before) * 20 < full - before);
        CHECK(d.at("995") == 995);
        d.clear();
        d.shrink_to_fit();
        CHECK(bytes == before);
    }
    CHECK(bytes == before);
}

TEST_CASE("dict: allocators propagate as they say, and unequal ones move element by element", "[builtins][dict]") {
    using moving = dict<int, std::unique_ptr<int>, regius::core::hash<int>, regius::core::equal<int>,
                        bomb_allocator<std::pair<int const, std::unique_ptr<int>>>>;
    using allocator = moving::allocator_type;
    {
        moving a(allocator(1)), b(allocator(2));
        for (int i = 0; i < 100; ++i) a.try_emplace(i, std::make_unique<int>(i));
        b = std::move(a);
        CHECK(b.get_allocator().number == 2);
        CHECK(b.size() == 100);
        CHECK(*b.at(57) == 57);
        moving c(std::move(b), allocator(3));
        CHECK(c.get_allocator().number == 3);
        CHECK(*c.at(57) == 57);
        moving d(std::move(c));
        CHECK(d.get_allocator().number == 3);
    }
    CHECK(fuse::allocated == 0);
    {
        tracked a(tracked::allocator_type(1)), b(tracked::allocator_type(2));
        a["x"] = 1;
        b = a;
        CHECK(b.get_allocator().number == 1);
        swap(a, b);
        tracked c(a, tracked::allocator_type(5));
        CHECK(c == a);
        CHECK(c.get_allocator().number == 5);
    }
    CHECK(fuse::allocated == 0);
}

TEST_CASE("dict: lives in a memory resource, and so do its strings", "[builtins][dict]") {
    std::pmr::monotonic_buffer_resource memory(std::pmr::null_memory_resource());
    char buffer[8192];
    std::pmr::monotonic_buffer_resource pool(buffer, sizeof buffer, std::pmr::null_memory_resource());
    dict<std::pmr::string, std::pmr::string, regius::core::hash<std::pmr::string>,
         regius::core::equal<std::pmr::string>,
         std::pmr::polymorphic_allocator<std::pair<std::pmr::string const, std::pmr::string>>>
        d(&pool);
    d["a key that is too long to be stored in place"] = "a value that is too long to be stored in place";
    for (int i = 0; i < 20; ++i) d[std::to_string(i)] = "x";
    CHECK(d.begin()->first.get_allocator().resource() == &pool);
    CHECK(d.begin()->second.get_allocator().resource() == &pool);
}

struct folded {
    using is_transparent = void;
    static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
    std::size_t operator()(std::string_view s) const {
        std::size_t h = 0;
        for (char c : s) h = h * 31 + static_cast<unsigned char>(lower(c));
        return h;
    }
    bool operator()(std::string_view a, std::string_view b) const { return std::ranges::equal(a, b, {}, lower, lower); }
};

TEST_CASE("dict: hash and equality of one's own, transparent too", "[builtins][dict]") {
    dict<std::string, int, folded, folded> d{{"Spam", 1}, {"EGGS", 2}};
    CHECK(d.at("spam"sv) == 1);
    CHECK(d.contains("eggs"sv));
    CHECK(d.get("x"sv) == nullptr);
    d["sPAM"] = 5;
    CHECK(repr(d) == "{'Spam': 5, 'EGGS': 2}");
    CHECK(d.pop("SPAM"sv, 0) == 5);
    CHECK(d.erase("SPAM"sv) == 0);
}

TEST_CASE("dict: a bad hash is slow and right", "[builtins][dict]") {
    auto const zero = [](int) noexcept { return std::size_t{0}; };
    dict<int, int, decltype(zero)> d;
    for (int i = 0; i < 600; ++i) d[i] = i;
    for (int i = 0; i < 600; i += 2) d.erase(i);
    for (int i = 0; i < 600; ++i) CHECK(d.contains(i) == (i % 2 == 1));
    CHECK(d.size() == 300);
}

#if !defined(NDEBUG) || defined(REGIUS_CHECKED)
TEST_CASE("dict: notices that it was changed during iteration", "[builtins][dict]") {
    numbers d{{1, 1}, {2, 2}};
    auto const text = "dictionary changed size during iteration"s;
    CHECK_THROWS_WITH(
        [&] {
            for (auto& [k, v] : d) d[k + 10] = v;
        }(),
        text);
    CHECK_THROWS_AS(
        [&] {
            for (auto& [k, v] : d) d.erase(k);
        }(),
        regius::invalidated);
    CHECK_THROWS_AS(
        [&] {
            for ([[maybe_unused]] auto& pair : d) d.clear();
        }(),
        regius::invalidated);
    d = {{1, 1}, {2, 2}};
    for (auto& [k, v] : d) d[k] = v + 1;  // overwriting is no change
    CHECK(repr(d) == "{1: 2, 2: 3}");
}
#endif

// Runs change(d) with each step of it failing that can; what d holds is then as it was.
template <class D, class Change>
void is_strong(int size, int erased, Change change) {
    using K = typename D::key_type;
    auto const prepare = [&] {
        D d;
        for (int i = 0; i < size; ++i) d.try_emplace(K(i), i);
        for (int i = 0; i < erased; ++i) d.erase(K(i * 2));
        return d;
    };
    auto const contents = [](D const& d) {
        std::vector<std::pair<int, int>> list;
        for (auto& [k, v] : d) list.emplace_back(k.value, v.value);
        return list;
    };
    auto const wanted = contents(prepare());
    regius::tests::fail_every_step(prepare, change, [&](D& d, std::ptrdiff_t n) {
        CAPTURE(size, erased, n);
        REQUIRE(contents(d) == wanted);
        for (auto const& [k, v] : wanted) REQUIRE(d.at(K(k)).value == v);
    });
}

template <bool Moves>
using bomb_dict = dict<bomb<Moves>, bomb<Moves>, regius::core::hash<bomb<Moves>>, regius::core::equal<bomb<Moves>>,
                       bomb_allocator<std::pair<bomb<Moves> const, bomb<Moves>>>>;

TEMPLATE_TEST_CASE("dict: an operation on one element that throws changes nothing", "[builtins][dict]", bomb_dict<true>,
                   bomb_dict<false>) {
    using D = TestType;
    using K = typename D::key_type;
    // 4, 12, 20 and 40 entries are full, so that one more must grow or, with holes, close up.
    for (auto const& [size, erased] : {std::pair{0, 0}, {1, 0}, {4, 0}, {12, 0}, {12, 5}, {20, 1}, {20, 9}, {40, 0}}) {
        is_strong<D>(size, erased, [](D& d) { d.try_emplace(K(-5), 7); });
        is_strong<D>(size, erased, [](D& d) { d.insert_or_assign(K(-5), K(7)); });
        is_strong<D>(size, erased, [](D& d) { d.setdefault(K(-5), K(7)); });
        is_strong<D>(size, erased, [](D& d) { d.erase(K(1)); });
        is_strong<D>(size, erased, [](D& d) { (void)d.pop(K(1), K(0)); });
        is_strong<D>(size, erased, [](D& d) { d.reserve(1000); });
        is_strong<D>(size, erased, [](D& d) { d.shrink_to_fit(); });
        is_strong<D>(size, erased, [](D& d) { (void)d.contains(K(3)); });
        is_strong<D>(size, erased, [](D& d) { D copy = d; });
        D other;
        other.try_emplace(K(-1), 1);
        is_strong<D>(size, erased, [&](D& d) { d = other; });
    }
    CHECK(fuse::alive == 0);
    CHECK(fuse::allocated == 0);
}

// ---------------------------------------------------------------- hash flooding

// Steps of a search for every key, as the number of comparisons: linear however the keys were chosen.
struct counting_equal {
    static inline long calls = 0;
    bool operator()(std::uint64_t a, std::uint64_t b) const noexcept { return ++calls, a == b; }
};

long comparisons(std::vector<std::uint64_t> const& keys) {
    counting_equal::calls = 0;
    dict<std::uint64_t, char, regius::core::hash<std::uint64_t>, counting_equal> d;
    for (auto k : keys) d[k] = 1;
    for (auto k : keys) (void)d.contains(k);
    CHECK(d.size() == keys.size());
    return counting_equal::calls;
}

TEST_CASE("dict: a million keys chosen to collide take linear time", "[builtins][dict]") {
    constexpr std::uint64_t n = 1000000;
    auto const linear = static_cast<long>(n) * 2;
    for (unsigned shift : {0U, 8U, 20U, 32U, 44U}) {
        CAPTURE(shift);
        std::vector<std::uint64_t> keys;
        for (std::uint64_t i = 0; i < n; ++i)
            keys.push_back(i << shift);  // alike in the low bits, the identity's index
        CHECK(comparisons(keys) < linear);
    }
    // Alike in the bits that would be the index and the tag if the seed were 0 (or another that somebody knows).
    std::vector<std::uint64_t> known;
    for (std::uint64_t x = 0; known.size() < n; ++x)
        if ((regius::core::hash<std::uint64_t>{}(x, 0) & 0x1f80) == 0) known.push_back(x);
    CHECK(comparisons(known) < linear);
}

}  // namespace
