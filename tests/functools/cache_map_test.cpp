// SPDX-License-Identifier: MIT
#include <regius/functools/lfu_map.hpp>
#include <regius/functools/lru_map.hpp>
#include <regius/functools/ttl_map.hpp>

#include <support/catch.hpp>

#include <chrono>
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

TEST_CASE("lru_map: cachetools test_lru", "[functools][cache_map][oracle]") {
    lru_map<int, int> cache(2);
    cache.put(1, 1);
    cache.put(2, 2);
    cache.put(3, 3);
    CHECK(cache.size() == 2);
    CHECK(cache.get(2) == 2);
    CHECK((cache.get(3) == 3 || cache.get(4) == 4));
    CHECK_FALSE(cache.contains(1));
    CHECK(cache.get(2) == 2);
    cache.put(4, 4);
    CHECK(cache.contains(2));
    CHECK(cache.contains(4));
    CHECK_FALSE(cache.contains(3));
    cache.put(5, 5);
    CHECK(cache.contains(4));
    CHECK(cache.contains(5));
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

TEST_CASE("lru_map: cachetools test_lru_getsizeof", "[functools][cache_map][oracle]") {
    lru_map<int, std::size_t, value_itself> cache(3);
    cache.put(1, 1);
    cache.put(2, 2);
    CHECK(cache.size() == 2);
    CHECK(cache.currsize() == 3);
    cache.put(3, 3);
    CHECK(cache.size() == 1);
    CHECK(cache.peek(3) == std::size_t{3});
    CHECK_THROWS_WITH(cache.put(4, 4), std::string("value too large"));
    CHECK(cache.size() == 1);
    cache.put(3, 1);
    cache.put(5, 2);
    cache.put(5, 3);  // its own growth makes the other leave
    CHECK(cache.size() == 1);
    CHECK(cache.currsize() == 3);
}

TEST_CASE("lfu_map: cachetools test_lfu", "[functools][cache_map][oracle]") {
    lfu_map<int, int> cache(2);
    cache.put(1, 1);
    CHECK(cache.get(1) == 1);
    cache.put(2, 2);
    cache.put(3, 3);
    CHECK(cache.contains(1));
    CHECK_FALSE(cache.contains(2));
    cache.put(4, 4);
    CHECK(cache.contains(1));
    CHECK(cache.contains(4));
    cache.put(1, 10);
    CHECK(cache.peek(1) == 10);
}

TEST_CASE("ttl_map: cachetools test_ttl", "[functools][cache_map][oracle]") {
    manual_clock clock;
    ttl_map<int, int> cache(2, 2s, clock);
    cache.put(1, 1);
    CHECK(cache.size() == 1);
    clock.advance(1s);
    cache.put(2, 2);
    cache.put(3, 3);  // 1 is the least recently used
    CHECK_FALSE(cache.contains(1));
    CHECK(cache.size() == 2);
    clock.advance(1s);
    cache.put(2, 20);  // a write renews
    clock.advance(1s);
    CHECK(cache.size() == 1);
    CHECK(cache.get(2) == 20);
    CHECK_FALSE(cache.get(3));
    clock.advance(1s);
    CHECK(cache.empty());
    cache.expire();
    CHECK_THROWS_AS((ttl_map<int, int>(2, -1s)), value_error);
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
