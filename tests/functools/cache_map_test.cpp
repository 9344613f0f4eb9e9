// SPDX-License-Identifier: MIT
#include <regius/functools/lfu_map.hpp>
#include <regius/functools/lru_map.hpp>
#include <regius/functools/ttl_map.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::eviction;
using regius::lfu_map;
using regius::lru_map;
using regius::manual_clock;
using regius::ttl_map;
using regius::value_error;

struct value_itself {
    std::size_t operator()(auto const&, std::size_t v) const { return v; }
};

// ---------------------------------------------------------------- 1. what cachetools does

/// The kinds of map, each of int to V, with room for n.
template <class Map, class Weighing>
struct kind {
    static Map of(std::size_t n) { return Map(n); }
    static Weighing weighed(std::size_t n) { return Weighing(n); }
};
template <class V>
using lru_kind = kind<lru_map<int, V>, lru_map<int, V, value_itself>>;
template <class V>
using lfu_kind = kind<lfu_map<int, V>, lfu_map<int, V, value_itself>>;
template <class V>
struct ttl_kind {
    static auto of(std::size_t n) { return ttl_map<int, V>(n, std::chrono::hours::max()); }
    static auto weighed(std::size_t n) {
        return ttl_map<int, V, value_itself>({.maxsize = n}, std::chrono::hours::max());
    }
};

TEMPLATE_TEST_CASE("cache_map: cachetools test_defaults, test_insert, test_update", "[functools][cache_map][oracle]",
                   lru_kind<int>, lfu_kind<int>, ttl_kind<int>) {
    auto cache = TestType::of(2);
    CHECK(cache.size() == 0);
    CHECK(cache.empty());
    CHECK(cache.maxsize() == 2);
    CHECK(cache.currsize() == 0);
    for (int round : {1, 1, 10}) {
        cache.put(1, round);
        cache.put(2, 2 * round);
        CHECK(cache.size() == 2);
        CHECK(cache.currsize() == 2);
        CHECK(cache.get(1) == round);
        CHECK(cache.get(2) == 2 * round);
    }
    cache.put(3, 3);
    CHECK(cache.size() == 2);
    CHECK(cache.get(3) == 3);
    CHECK(cache.contains(1) != cache.contains(2));
    cache.put(4, 4);
    CHECK(cache.size() == 2);
    CHECK(cache.get(4) == 4);
    CHECK(int(cache.contains(1)) + int(cache.contains(2)) + int(cache.contains(3)) == 1);
}

TEMPLATE_TEST_CASE("cache_map: cachetools test_delete", "[functools][cache_map][oracle]", lru_kind<int>, lfu_kind<int>,
                   ttl_kind<int>) {
    auto cache = TestType::of(2);
    cache.put(1, 1);
    cache.put(2, 2);
    CHECK(cache.erase(2));
    CHECK(cache.size() == 1);
    CHECK(cache.get(1) == 1);
    CHECK_FALSE(cache.contains(2));
    CHECK(cache.erase(1));
    CHECK(cache.empty());
    CHECK_FALSE(cache.erase(1));
    CHECK_FALSE(cache.get(1));
    CHECK_FALSE(cache.get(2));
}

TEMPLATE_TEST_CASE("cache_map: cachetools test_clear, test_clear_empty, and the order starts anew",
                   "[functools][cache_map][oracle]", lru_kind<int>, lfu_kind<int>, ttl_kind<int>) {
    auto cache = TestType::of(2);
    cache.clear();
    CHECK(cache.empty());
    cache.put(1, 1);
    static_cast<void>(cache.get(1));
    static_cast<void>(cache.get(1));
    cache.put(2, 2);
    cache.clear();
    CHECK(cache.size() == 0);
    CHECK(cache.currsize() == 0);
    CHECK_FALSE(cache.contains(1));
    CHECK_FALSE(cache.contains(2));
    cache.put(3, 3);
    cache.put(4, 4);
    CHECK(cache.get(3) == 3);
    cache.put(5, 5);  // 4 is both the least recently and the least often used
    CHECK(cache.size() == 2);
    CHECK(cache.contains(3));
    CHECK(cache.contains(5));
    CHECK_FALSE(cache.contains(4));
}

TEMPLATE_TEST_CASE("cache_map: cachetools test_lru_update_existing and its like", "[functools][cache_map][oracle]",
                   lru_kind<std::string>, lfu_kind<std::string>, ttl_kind<std::string>) {
    auto cache = TestType::of(2);
    cache.put(1, "1");
    cache.put(2, "2");
    cache.put(1, "updated");
    cache.put(3, "3");
    CHECK(cache.get(1) == std::string("updated"));
    CHECK(cache.contains(3));
    CHECK_FALSE(cache.contains(2));
}

TEMPLATE_TEST_CASE("cache_map: cachetools test_getsizeof_param, test_clear_getsizeof", "[functools][cache_map][oracle]",
                   lru_kind<std::size_t>, lfu_kind<std::size_t>, ttl_kind<std::size_t>) {
    auto cache = TestType::weighed(3);
    CHECK(cache.currsize() == 0);
    CHECK(cache.maxsize() == 3);
    for (int round = 0; round < 2; ++round) {
        cache.put(1, 1);
        cache.put(2, 2);
        CHECK(cache.size() == 2);
        CHECK(cache.currsize() == 3);
        CHECK(cache.get(1) == std::size_t{1});
        CHECK(cache.get(2) == std::size_t{2});
        if (round == 0) {
            cache.put(1, 2);
            CHECK(cache.size() == 1);
            CHECK(cache.currsize() == 2);
            CHECK(cache.get(1) == std::size_t{2});
            CHECK_FALSE(cache.contains(2));
        }
    }
    cache.put(3, 3);
    for (int key : {3, 4}) {
        CHECK(cache.size() == 1);
        CHECK(cache.currsize() == 3);
        CHECK(cache.get(3) == std::size_t{3});
        CHECK_FALSE(cache.contains(1));
        CHECK_FALSE(cache.contains(2));
        CHECK_THROWS_WITH(cache.put(key, 4), std::string("value too large"));
    }
    CHECK(cache.size() == 1);
    CHECK(cache.currsize() == 3);
    CHECK(cache.get(3) == std::size_t{3});

    auto roomy = TestType::weighed(10);
    for (int i : {1, 2, 3}) roomy.put(i, static_cast<std::size_t>(i));
    CHECK(roomy.size() == 3);
    CHECK(roomy.currsize() == 6);
    roomy.clear();
    CHECK(roomy.size() == 0);
    CHECK(roomy.currsize() == 0);
    roomy.put(4, 4);
    CHECK(roomy.size() == 1);
    CHECK(roomy.currsize() == 4);
}

TEST_CASE("lru_map: cachetools test_lru", "[functools][cache_map][oracle]") {
    lru_map<int, int> cache(2);
    cache.put(1, 1);
    cache.put(2, 2);
    cache.put(3, 3);
    CHECK(cache.size() == 2);
    CHECK(cache.get(2) == 2);
    CHECK(cache.get(3) == 3);
    CHECK_FALSE(cache.contains(1));
    CHECK(cache.get(2) == 2);
    cache.put(4, 4);
    CHECK(cache.size() == 2);
    CHECK(cache.get(2) == 2);
    CHECK(cache.get(4) == 4);
    CHECK_FALSE(cache.contains(3));
    cache.put(5, 5);
    CHECK(cache.size() == 2);
    CHECK(cache.get(4) == 4);
    CHECK(cache.get(5) == 5);
    CHECK_FALSE(cache.contains(2));
}

TEST_CASE("lru_map: contains and peek are no use, put and get are", "[functools][cache_map][oracle]") {
    lru_map<int, int> cache(2);
    cache.put(1, 1);
    cache.put(2, 2);
    CHECK(cache.contains(1));
    CHECK(cache.peek(1) == 1);
    cache.put(3, 3);
    CHECK_FALSE(cache.contains(1));
    cache.put(2, 20);
    cache.put(4, 4);
    CHECK(cache.peek(2) == 20);
    CHECK_FALSE(cache.contains(3));
}

TEST_CASE("lru_map: an entry that grows makes the others leave, and not itself", "[functools][cache_map]") {
    lru_map<int, std::size_t, value_itself> cache(3);
    cache.put(3, 1);
    cache.put(5, 2);
    cache.put(5, 3);
    CHECK(cache.size() == 1);
    CHECK(cache.currsize() == 3);
    CHECK(cache.contains(5));
}

TEST_CASE("lfu_map: cachetools test_lfu", "[functools][cache_map][oracle]") {
    lfu_map<int, int> cache(2);
    cache.put(1, 1);
    CHECK(cache.get(1) == 1);
    cache.put(2, 2);
    cache.put(3, 3);
    CHECK(cache.size() == 2);
    CHECK(cache.get(1) == 1);
    CHECK(cache.contains(3));
    CHECK_FALSE(cache.contains(2));
    cache.put(4, 4);
    CHECK(cache.size() == 2);
    CHECK(cache.get(4) == 4);
    CHECK(cache.get(1) == 1);
    CHECK(cache.get(1) == 1);
    CHECK(cache.size() == 2);
    CHECK(cache.get(4) == 4);
}

/// Which of 1, 2 and 3 a map has.
std::vector<int> keys_of(auto const& cache) {
    std::vector<int> result;
    for (int key : {1, 2, 3})
        if (cache.contains(key)) result.push_back(key);
    CHECK(cache.size() == result.size());
    return result;
}

TEST_CASE("ttl_map: cachetools test_ttl", "[functools][cache_map][oracle]") {
    using keys = std::vector<int>;
    manual_clock clock;
    ttl_map<int, int> cache(2, 2s, clock);
    cache.put(1, 1);
    CHECK(cache.get(1) == 1);
    CHECK(keys_of(cache) == keys{1});
    clock.advance(1s);
    CHECK(cache.get(1) == 1);
    CHECK(keys_of(cache) == keys{1});
    cache.put(2, 2);
    CHECK(cache.get(1) == 1);
    CHECK(cache.get(2) == 2);
    CHECK(keys_of(cache) == keys{1, 2});
    clock.advance(1s);
    CHECK(cache.get(2) == 2);
    CHECK(keys_of(cache) == keys{2});
    cache.put(3, 3);
    CHECK(cache.get(2) == 2);
    CHECK(cache.get(3) == 3);
    CHECK(keys_of(cache) == keys{2, 3});
    clock.advance(1s);
    CHECK(cache.get(3) == 3);
    CHECK(keys_of(cache) == keys{3});
    clock.advance(1s);
    CHECK(keys_of(cache) == keys{});
    for (int key : {1, 2, 3}) CHECK_FALSE(cache.erase(key));
    CHECK(cache.empty());
    CHECK_THROWS_AS((ttl_map<int, int>(2, -1s)), value_error);
}

TEST_CASE("ttl_map: cachetools test_ttl_lru", "[functools][cache_map][oracle]") {
    manual_clock clock;
    ttl_map<int, int> cache(2, 1s, clock);
    cache.put(1, 1);
    cache.put(2, 2);
    cache.put(3, 3);
    CHECK(cache.size() == 2);
    CHECK_FALSE(cache.contains(1));
    CHECK(cache.get(2) == 2);
    CHECK(cache.get(3) == 3);
    CHECK(cache.get(2) == 2);
    cache.put(4, 4);
    CHECK(cache.size() == 2);
    CHECK(cache.get(2) == 2);
    CHECK_FALSE(cache.contains(3));
    CHECK(cache.get(4) == 4);
    cache.put(5, 5);
    CHECK(cache.size() == 2);
    CHECK_FALSE(cache.contains(2));
    CHECK(cache.get(4) == 4);
    CHECK(cache.get(5) == 5);
}

TEST_CASE("ttl_map: cachetools test_ttl_expire", "[functools][cache_map][oracle]") {
    using keys = std::vector<int>;
    manual_clock clock;
    keys gone;
    ttl_map<int, int> cache({.maxsize = 3,
                             .on_evict =
                                 [&](int key, int&, eviction why) {
                                     CHECK(why == eviction::expired);
                                     gone.push_back(key);
                                 }},
                            3s, clock);
    cache.put(1, 1);
    clock.advance(1s);
    cache.put(2, 2);
    clock.advance(1s);
    cache.put(3, 3);
    cache.expire();
    CHECK(gone == keys{});
    CHECK(keys_of(cache) == keys{1, 2, 3});
    for (int round : {1, 2, 3}) {
        clock.advance(1s);
        cache.expire();
        CHECK(gone == keys{round});
        gone.clear();
        CHECK_FALSE(cache.contains(round));
        CHECK(cache.size() == std::size_t(3 - round));
    }
}

TEST_CASE("ttl_map: cachetools test_ttl_atomic, a clock that never stands still", "[functools][cache_map][oracle]") {
    struct ticking {
        std::shared_ptr<int> reads = std::make_shared<int>(0);
        [[nodiscard]] std::chrono::sys_seconds now() const {
            return std::chrono::sys_seconds(std::chrono::seconds(++*reads));
        }
    };
    ttl_map<int, int> cache(1, 2s, ticking());  // a get reads the clock once
    cache.put(1, 1);
    CHECK(cache.get(1) == 1);
    cache.put(1, 1);
    CHECK(cache.peek(1) == 1);
    cache.put(1, 1);
    CHECK(cache.erase(1));
    cache.put(1, 1);
    cache.clear();
    CHECK(cache.size() == 0);
}

TEST_CASE("ttl_map: cachetools test_ttl_tuple_key, and what is written is alive again",
          "[functools][cache_map][oracle]") {
    manual_clock clock;
    ttl_map<std::tuple<int, int, int>, int> cache(1, 1s, clock);
    cache.put({1, 2, 3}, 42);
    CHECK(cache.get(std::tuple(1, 2, 3)) == 42);
    clock.advance(1s);
    CHECK_FALSE(cache.get(std::tuple(1, 2, 3)));
    CHECK_FALSE(cache.contains(std::tuple(1, 2, 3)));
    cache.put({1, 2, 3}, 43);
    clock.advance(999ms);
    cache.put({1, 2, 3}, 44);  // a write renews
    clock.advance(999ms);
    CHECK(cache.get(std::tuple(1, 2, 3)) == 44);  // a read does not
    clock.advance(1ms);
    CHECK(cache.empty());
    cache.clear();  // test_ttl_clear
    cache.put({4, 2, 3}, 42);
    clock.advance(1s);
    CHECK_FALSE(cache.contains(std::tuple(4, 2, 3)));
}

TEST_CASE("cache_map: no room at all", "[functools][cache_map][oracle]") {
    lru_map<int, int> cache(0);
    CHECK_THROWS_AS(cache.put(1, 1), value_error);
    CHECK(cache.maxsize() == 0);
    lru_map<int, int> negative(-5);
    CHECK(negative.maxsize() == 0);
}

// ---------------------------------------------------------------- 2. leaving

TEST_CASE("cache_map: on_evict is told of each entry that leaves, and why", "[functools][cache_map]") {
    using told = std::vector<std::tuple<std::string, int, eviction>>;
    told seen;
    manual_clock clock;
    ttl_map<std::string, int> cache(
        {.maxsize = 2, .on_evict = [&](std::string const& k, int& v, eviction why) { seen.emplace_back(k, v, why); }},
        10s, clock);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.put("a", 3);
    cache.put("c", 4);
    CHECK(seen == told{{"a", 1, eviction::replaced}, {"b", 2, eviction::size}});
    seen.clear();
    clock.advance(10s);
    cache.put("d", 5);
    CHECK(seen == told{{"a", 3, eviction::expired}, {"c", 4, eviction::expired}});
    seen.clear();
    CHECK(cache.erase("d"));
    CHECK_FALSE(cache.erase("d"));
    cache.put("e", 6);
    cache.clear();
    CHECK(seen == told{{"d", 5, eviction::erased}, {"e", 6, eviction::erased}});
}

struct told_key {
    int n;
    int* told;
    bool operator==(told_key const& that) const { return n == that.n; }
    friend std::size_t hash_value(told_key const& k) { return static_cast<std::size_t>(k.n); }
    void left(int const& value, eviction) const { *told += value; }
};

TEST_CASE("cache_map: on_evict may be a member of the key", "[functools][cache_map]") {
    int told = 0;
    lru_map<told_key, int> m({.maxsize = 1, .on_evict = &told_key::left});
    m.put({1, &told}, 10);
    m.put({2, &told}, 20);
    CHECK(told == 10);
}

TEST_CASE("cache_map: on_evict may use the map", "[functools][cache_map]") {
    lru_map<int, int>* self = nullptr;
    lru_map<int, int> cache({.maxsize = 2, .on_evict = [&](int k, int, eviction why) {
                                 if (why == eviction::size && k < 10) self->put(k + 10, 0);
                             }});
    self = &cache;
    for (int i = 0; i < 5; ++i) cache.put(i, i);
    CHECK(cache.size() == 2);
}

// ---------------------------------------------------------------- 3. keys, values, growth

TEST_CASE("cache_map: text is looked up in place, and values may be movable only", "[functools][cache_map]") {
    lru_map<std::string, std::unique_ptr<int>> cache(100);
    for (int i = 0; i < 500; ++i) cache.put("key " + std::to_string(i), std::make_unique<int>(i));
    CHECK(cache.size() == 100);
    for (int i = 400; i < 500; ++i) REQUIRE(**cache.get(std::string_view("key " + std::to_string(i))) == i);
    CHECK_FALSE(cache.contains("key 399"));
    auto moved = std::move(cache);
    CHECK(**moved.peek("key 450") == 450);
}

struct fragile {
    inline static int left = -1;
    inline static int alive = 0;
    int x;

    fragile(int i) : x(i) { ++alive; }
    fragile(fragile const& that) : x(that.x) {
        if (left == 0) throw std::runtime_error("copy");
        if (left > 0) --left;
        ++alive;
    }
    fragile& operator=(fragile const& that) = default;
    ~fragile() { --alive; }
};

TEST_CASE("cache_map: whatever copy fails while it grows, nothing is lost", "[functools][cache_map]") {
    for (int fail_at = 0; fail_at < 40; ++fail_at) {
        CAPTURE(fail_at);
        {
            lru_map<int, fragile> cache(100);
            for (int i = 0; i < 11; ++i) cache.put(i, i);
            fragile::left = fail_at;
            bool failed = false;
            try {
                cache.put(11, 11);
            } catch (std::runtime_error const&) {
                failed = true;
            }
            fragile::left = -1;
            REQUIRE(cache.size() == (failed ? 11U : 12U));
            for (int i = 0; i < 11; ++i) REQUIRE(cache.peek(i)->x == i);
        }
        REQUIRE(fragile::alive == 0);
    }
}

}  // namespace
