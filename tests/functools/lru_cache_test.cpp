// SPDX-License-Identifier: MIT
#include <regius/functools/lru_cache.hpp>

#include <support/catch.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <limits>
#include <list>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using regius::cache_counts;
using regius::lru_cache;
using regius::none;
using regius::single_flight;
using regius::unsynchronized;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("lru_cache: TestLRU.test_lru", "[functools][lru_cache][oracle]") {
    auto const orig = [](int x, int y) { return 3 * x + y; };
    auto f = lru_cache({.maxsize = 20})(orig);
    CHECK(f.cache_info() == cache_counts{.hits = 0, .misses = 0, .maxsize = 20, .currsize = 0});
    std::mt19937 random(1);
    for (int i = 0; i < 1000; ++i) {
        int const x = static_cast<int>(random() % 5), y = static_cast<int>(random() % 5);
        REQUIRE(f(x, y) == orig(x, y));
    }
    auto counts = f.cache_info();
    CHECK(counts.hits > counts.misses);
    CHECK(counts.hits + counts.misses == 1000);
    CHECK(counts.currsize == 20);

    f.cache_clear();
    CHECK(f.cache_info() == cache_counts{.hits = 0, .misses = 0, .maxsize = 20, .currsize = 0});
    f(1, 2);
    CHECK(f.cache_info() == cache_counts{.hits = 0, .misses = 1, .maxsize = 20, .currsize = 1});
    CHECK(f.wrapped()(1, 2) == 5);
}

TEST_CASE("lru_cache: TestLRU.test_lru, maxsize zero, one and two", "[functools][lru_cache][oracle]") {
    int calls = 0;
    auto const count = [&] { return ++calls, 20; };

    auto zero = lru_cache({.maxsize = 0})(count);
    for (int i = 0; i < 5; ++i) CHECK(zero() == 20);
    CHECK(std::exchange(calls, 0) == 5);
    CHECK(zero.cache_info() == cache_counts{.hits = 0, .misses = 5, .maxsize = 0, .currsize = 0});

    auto one = lru_cache({.maxsize = 1})(count);
    for (int i = 0; i < 5; ++i) CHECK(one() == 20);
    CHECK(std::exchange(calls, 0) == 1);
    CHECK(one.cache_info() == cache_counts{.hits = 4, .misses = 1, .maxsize = 1, .currsize = 1});

    auto two = lru_cache({.maxsize = 2})([&](int x) { return ++calls, x * 10; });
    for (int x : {7, 9, 7, 9, 7, 9, 8, 8, 8, 9, 9, 9, 8, 8, 8, 7}) CHECK(two(x) == x * 10);
    CHECK(calls == 4);
    CHECK(two.cache_info() == cache_counts{.hits = 12, .misses = 4, .maxsize = 2, .currsize = 2});
}

TEST_CASE("lru_cache: TestLRU.test_lru_no_args and the default of 128", "[functools][lru_cache][oracle]") {
    auto square = lru_cache([](int x) { return x * x; });
    for (int x : {10, 20, 10}) square(x);
    CHECK(square.cache_info() == cache_counts{.hits = 1, .misses = 2, .maxsize = 128, .currsize = 2});
}

TEST_CASE("lru_cache: TestLRU.test_lru_bug_19393 and negative maxsize", "[functools][lru_cache][oracle]") {
    auto negative = lru_cache({.maxsize = -10})([](int x) { return x; });
    negative(1);
    negative(1);
    CHECK(negative.cache_info() == cache_counts{.hits = 0, .misses = 2, .maxsize = 0, .currsize = 0});
    CHECK(negative.cache_info().repr() == "CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)");
}

TEST_CASE("lru_cache: TestLRU.test_lru_with_maxsize_none", "[functools][lru_cache][oracle]") {
    auto fib = lru_cache({.maxsize = none}).as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
        return n < 2 ? static_cast<std::uint64_t>(n) : self(n - 1) + self(n - 2);
    });
    for (int n = 0; n < 16; ++n) fib(n);
    CHECK(fib.cache_info().hits == 28);
    CHECK(fib.cache_info().misses == 16);
    CHECK(fib.cache_info().currsize == 16);
    CHECK(fib.cache_info().repr() == "CacheInfo(hits=28, misses=16, maxsize=None, currsize=16)");
}

TEST_CASE("lru_cache: TestLRU.test_lru_with_exceptions", "[functools][lru_cache][oracle]") {
    std::string const word = "abc";
    auto f = lru_cache([&](std::size_t i) { return word.at(i); });
    CHECK(f(0) == 'a');
    for (int i = 0; i < 2; ++i) CHECK_THROWS_AS(f(15), std::out_of_range);
    CHECK(f.cache_info() == cache_counts{.hits = 0, .misses = 3, .maxsize = 128, .currsize = 1});
}

struct counted_key {
    inline static int* hashes = nullptr;
    int x;
    bool operator==(counted_key const&) const = default;
    friend std::size_t hash_value(counted_key const& k) { return ++*hashes, static_cast<std::size_t>(k.x); }
};

TEST_CASE("lru_cache: TestLRU.test_lru_hash_only_once", "[functools][lru_cache][oracle]") {
    int hashes = 0;
    counted_key::hashes = &hashes;
    using key = counted_key;
    auto f = lru_cache({.maxsize = 1})([](key const& k, int y) { return 3 * k.x + y; });
    CHECK(f(key{5}, 10) == 25);
    CHECK(hashes == 1);
    CHECK(f(key{5}, 10) == 25);
    CHECK(hashes == 2);
    CHECK(f(key{5}, 20) == 35);  // and none for the one that is evicted
    CHECK(hashes == 3);
}

TEST_CASE("lru_cache: a function that calls itself with other keys", "[functools][lru_cache]") {
    auto fib = lru_cache({.maxsize = 3}).as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
        return n < 2 ? static_cast<std::uint64_t>(n) : self(n - 1) + self(n - 2);
    });
    CHECK(fib(90) == 2880067194370816120U);
    CHECK(fib.cache_info().currsize == 3);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("lru_cache: holds what a list of the last used keys holds", "[functools][lru_cache]") {
    std::mt19937 random(7);
    for (std::size_t size : {1U, 2U, 3U, 7U, 12U, 13U, 100U}) {
        CAPTURE(size);
        bool called = false;
        auto f = lru_cache({.maxsize = size})([&](int x) { return called = true, std::to_string(x); });
        std::list<int> model;
        for (int i = 0; i < 3000; ++i) {
            int const x = static_cast<int>(random() % (size * 2));
            auto const found = std::find(model.begin(), model.end(), x);
            bool const miss = found == model.end();
            called = false;
            REQUIRE(f(x) == std::to_string(x));
            REQUIRE(called == miss);
            if (!miss) model.erase(found);
            model.push_back(x);
            if (model.size() > size) model.pop_front();
            if (i % 1000 == 999) {
                REQUIRE(f.cache_info().currsize == model.size());
                f.cache_clear();
                model.clear();
            }
        }
    }
}

// ---------------------------------------------------------------- 3. failures

/// Throws at the n-th copy.
struct fragile {
    inline static int left = -1;
    inline static int alive = 0;
    int x = 0;

    explicit fragile(int i) : x(i) { ++alive; }
    fragile(fragile const& that) : x(that.x) {
        if (left == 0) throw std::runtime_error("copy");
        if (left > 0) --left;
        ++alive;
    }
    fragile& operator=(fragile const&) = delete;
    ~fragile() { --alive; }
    bool operator==(fragile const& that) const { return x == that.x; }
    friend std::size_t hash_value(fragile const& f) { return static_cast<std::size_t>(f.x); }
};

TEST_CASE("lru_cache: whatever copy fails, the cache is as it was", "[functools][lru_cache]") {
    for (int fail_at = 0; fail_at < 6; ++fail_at) {
        CAPTURE(fail_at);
        {
            auto f = lru_cache({.maxsize = 2})([](fragile const& k) { return fragile(k.x * 2); });
            f(fragile(1));
            f(fragile(2));
            auto const before = f.cache_info();
            fragile::left = fail_at;
            try {
                f(fragile(3));
            } catch (std::runtime_error const&) {
            }
            fragile::left = -1;
            auto const after = f.cache_info();
            CHECK(after.currsize == before.currsize);
            CHECK(f(fragile(3)).x == 6);
            CHECK(f(fragile(2)).x == 4);
        }
        CHECK(fragile::alive == 0);
    }
}

// ---------------------------------------------------------------- 4. threads

TEST_CASE("lru_cache: TestLRU.test_lru_cache_threaded", "[functools][lru_cache][threads]") {
    auto const orig = [](int x, int y) { return 3 * x + y; };
    auto const f = lru_cache({.maxsize = 128})(orig);
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 5; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 400; ++i) wrong += f(t, i % 11) != orig(t, i % 11);
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    auto const counts = f.cache_info();
    CHECK(counts.hits == 5 * (400 - 11));
    CHECK(counts.misses == 55);
    CHECK(counts.currsize == 55);
}

TEST_CASE("lru_cache: threads that evict each other's results", "[functools][lru_cache][threads]") {
    auto const f = lru_cache({.maxsize = 8})([](std::vector<int> const& v) { return std::string(v.size(), 'x'); });
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < 1000; ++i) {
                auto const n = (i * 5 + std::size_t(t)) % 24;
                wrong += f(std::vector<int>(n)).size() != n;
                if (i % 300 == 299) f.cache_clear();
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    CHECK(f.cache_info().currsize <= 8);
}

TEST_CASE("lru_cache: single_flight and unsynchronized", "[functools][lru_cache][threads]") {
    std::atomic<int> calls{0};
    auto const f = lru_cache({.maxsize = 4}, single_flight)([&](int x) { return ++calls, x; });
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) static_cast<void>(f(i % 8));
        });
    for (auto& thread : threads) thread.join();
    auto const counts = f.cache_info();
    CHECK(counts.hits + counts.misses == 2000);
    CHECK(counts.misses == std::size_t(calls));

    auto g = lru_cache({.maxsize = 2}, unsynchronized)([](std::string_view s) { return s.size(); });
    CHECK(g("one") == 3);
    CHECK(g("one") == 3);
    CHECK(g.cache_info().hits == 1);
}

}  // namespace
