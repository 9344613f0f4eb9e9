// SPDX-License-Identifier: MIT
#include <regius/functools/lru_cache.hpp>

#include <regius/functools/lfu_cache.hpp>
#include <regius/functools/partial.hpp>
#include <regius/functools/ttl_cache.hpp>
#include <support/catch.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
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

TEST_CASE("lru_cache: TestLRU.test_lru_with_maxsize_negative", "[functools][lru_cache][oracle]") {
    auto negative = lru_cache({.maxsize = -10})([](int n) { return n; });
    for (int round = 0; round < 2; ++round)
        for (int n = 0; n < 150; ++n) REQUIRE(negative(n) == n);
    CHECK(negative.cache_info() == cache_counts{.hits = 0, .misses = 300, .maxsize = 0, .currsize = 0});
    CHECK(negative.cache_info().repr() == "CacheInfo(hits=0, misses=300, maxsize=0, currsize=0)");
}

TEST_CASE("lru_cache: TestLRU.test_lru_bug_35780, the function stores its own key first",
          "[functools][lru_cache][oracle]") {
    bool once = true;
    auto f = lru_cache({.maxsize = 10}).as<std::string(int)>([&](auto& self, int x) -> std::string {
        if (x == 20 && std::exchange(once, false)) return self(x);
        return "." + std::to_string(x) + ".";
    });
    for (int x = 0; x < 15; ++x) CHECK(f(x) == "." + std::to_string(x) + ".");
    CHECK(f.cache_info().currsize == 10);
    CHECK(f(20) == ".20.");
    CHECK(f.cache_info().currsize == 10);
    for (int x : {6, 7, 8, 9, 10, 11, 12, 13, 14, 20}) f(x);  // the ten used last, in the order of use
    CHECK(f.cache_info().misses == 17);
    CHECK(f.cache_info().hits == 10);
}

TEST_CASE("lru_cache: TestLRU.test_lru_reentrancy_with_len", "[functools][lru_cache][oracle]") {
    auto length = lru_cache({.maxsize = 4})([](std::string_view s) { return s.size(); });
    for (std::size_t i : {0U, 0U, 1U, 2U, 3U, 3U, 4U, 5U, 6U, 1U, 7U, 2U, 1U})
        CHECK(length(std::string_view("abcdefghijklmn").substr(0, i)) == i);
    CHECK(length.cache_info() == cache_counts{.hits = 3, .misses = 10, .maxsize = 4, .currsize = 4});
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
    fib.cache_clear();
    CHECK(fib.cache_info().repr() == "CacheInfo(hits=0, misses=0, maxsize=None, currsize=0)");

    auto small = lru_cache.as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
        return n < 2 ? static_cast<std::uint64_t>(n) : self(n - 1) + self(n - 2);
    });
    CHECK(small(500) == 2171430676560690477U);  // TestLRU.test_lru_recursion: deep, and modulo 2^64
    CHECK(small.cache_info() == cache_counts{.hits = 498, .misses = 501, .maxsize = 128, .currsize = 128});
}

TEST_CASE("lru_cache: TestLRU.test_lru_with_exceptions", "[functools][lru_cache][oracle]") {
    std::string const word = "abc";
    for (regius::core::capacity const limit : {regius::core::capacity(none), regius::core::capacity(128)}) {
        auto f = lru_cache({.maxsize = limit})([&](std::size_t i) { return word.at(i); });
        CHECK(f(0) == 'a');
        for (int i = 0; i < 2; ++i) {
            try {
                f(15);
                FAIL();
            } catch (std::out_of_range const& error) {  // as it was thrown, nested in nothing
                CHECK(dynamic_cast<std::nested_exception const*>(&error) == nullptr);
            }
        }
        auto const counts = f.cache_info();
        CHECK(counts.hits == 0);
        CHECK(counts.misses == 3);
        CHECK(counts.currsize == 1);
    }
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
    CHECK(f(key{6}, 20) == 38);  // and none for the one that is evicted
    CHECK(hashes == 3);
    CHECK(f(key{5}, 10) == 25);
    CHECK(hashes == 4);
    CHECK(f.cache_info() == cache_counts{.hits = 1, .misses = 3, .maxsize = 1, .currsize = 1});
}

struct double_eq {
    inline static std::function<void()> reenter;
    int x;
    friend std::size_t hash_value(double_eq const&) { return 7; }  // so that keys meet
    friend bool operator==(double_eq const& a, double_eq const& b) {
        if (a.x == 2 || b.x == 2) reenter();
        return a.x == b.x;
    }
};

TEST_CASE("lru_cache: TestLRU.test_need_for_rlock", "[functools][lru_cache][oracle]") {
    auto f = lru_cache({.maxsize = 10})([](double_eq const& k) { return k.x; });
    int entered = 0;
    double_eq::reenter = [&] { entered += f(double_eq{1}); };
    CHECK(f(double_eq{1}) == 1);
    CHECK(f(double_eq{2}) == 2);
    CHECK(f(double_eq{2}) == 2);
    CHECK(entered > 0);
    CHECK(f.cache_info().currsize == 2);
    double_eq::reenter = nullptr;
}

struct method_owner {
    int id = 0;  // two owners that are equal share results, as two equal ints do
    int* calls = nullptr;
    [[nodiscard]] int f(int x) const { return ++*calls, x * 10 + id; }
    friend bool operator==(method_owner const& a, method_owner const& b) { return a.id == b.id; }
    friend std::size_t hash_value(method_owner const& k) { return static_cast<std::size_t>(k.id); }
};

TEST_CASE("lru_cache: TestLRU.test_lru_method", "[functools][lru_cache][oracle]") {
    int a_calls = 0, b_calls = 0, c_calls = 0;
    method_owner const a{5, &a_calls}, b{5, &b_calls}, c{7, &c_calls};
    auto f = lru_cache({.maxsize = 2})(&method_owner::f);
    CHECK(f.cache_info() == cache_counts{.hits = 0, .misses = 0, .maxsize = 2, .currsize = 0});
    for (int x : {1, 2, 2, 3, 1, 1, 1, 2, 3, 3}) CHECK(f(a, x) == x * 10 + 5);
    CHECK(std::vector{a_calls, b_calls, c_calls} == std::vector{6, 0, 0});
    CHECK(f.cache_info() == cache_counts{.hits = 4, .misses = 6, .maxsize = 2, .currsize = 2});
    for (int x : {1, 2, 1, 1, 1, 1, 3, 2, 2, 2}) CHECK(f(b, x) == x * 10 + 5);
    CHECK(std::vector{a_calls, b_calls, c_calls} == std::vector{6, 4, 0});
    CHECK(f.cache_info() == cache_counts{.hits = 10, .misses = 10, .maxsize = 2, .currsize = 2});
    for (int x : {2, 1, 1, 1, 1, 2, 1, 3, 2, 1}) CHECK(f(c, x) == x * 10 + 7);
    CHECK(std::vector{a_calls, b_calls, c_calls} == std::vector{6, 4, 5});
    CHECK(f.cache_info() == cache_counts{.hits = 15, .misses = 15, .maxsize = 2, .currsize = 2});
}

TEST_CASE("lru_cache: TestLRU.test_copy, a copy has the same memory", "[functools][lru_cache][oracle]") {
    auto f = lru_cache({.maxsize = 2}).as<int(int)>(regius::partial([](int x, int y) { return 3 * x + y; }, 2));
    auto const copy = f;
    CHECK(f(1) == 7);
    CHECK(copy(1) == 7);
    CHECK(copy.cache_info() == cache_counts{.hits = 1, .misses = 1, .maxsize = 2, .currsize = 1});
    CHECK(f.cache_info() == copy.cache_info());
}

TEST_CASE("lru_cache: a function that calls itself with other keys", "[functools][lru_cache]") {
    auto fib = lru_cache({.maxsize = 3}).as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
        return n < 2 ? static_cast<std::uint64_t>(n) : self(n - 1) + self(n - 2);
    });
    CHECK(fib(90) == 2880067194370816120U);
    CHECK(fib.cache_info().currsize == 3);
}

// ---------------------------------------------------------------- 2. what cachetools.func does

struct lru_kind {
    static auto of(regius::core::capacity n) { return lru_cache({.maxsize = n}); }
    static constexpr auto& plain = lru_cache;
};
struct lfu_kind {
    static auto of(regius::core::capacity n) { return regius::lfu_cache({.maxsize = n}); }
    static constexpr auto& plain = regius::lfu_cache;
};
struct ttl_kind {
    static auto of(regius::core::capacity n) { return regius::ttl_cache({.maxsize = n}); }
    static constexpr auto& plain = regius::ttl_cache;
};

TEMPLATE_TEST_CASE("caches: cachetools test_func, the counts of each call", "[functools][lru_cache][oracle]", lru_kind,
                   lfu_kind, ttl_kind) {
    auto const itself = [](double n) { return n; };
    constexpr auto no_limit = std::numeric_limits<std::size_t>::max();
    auto const counts = [](std::size_t hits, std::size_t misses, std::size_t maxsize, std::size_t currsize) {
        return cache_counts{hits, misses, maxsize, currsize};
    };
    auto const same_calls = [&](auto& cached, std::size_t maxsize) {
        CHECK(cached.cache_info() == counts(0, 0, maxsize, 0));
        CHECK(cached(1) == 1);
        CHECK(cached.cache_info() == counts(0, 1, maxsize, 1));
        CHECK(cached(1) == 1);
        CHECK(cached.cache_info() == counts(1, 1, maxsize, 1));
        CHECK(cached(1.0) == 1.0);
        CHECK(cached.cache_info() == counts(2, 1, maxsize, 1));
    };
    auto two = TestType::of(2)(itself);  // test_decorator, test_decorator_clear
    for (int round = 0; round < 2; ++round) {
        same_calls(two, 2);
        two.cache_clear();
    }
    auto unbound = TestType::of(none)(itself);  // test_decorator_unbound
    same_calls(unbound, no_limit);
    auto usual = TestType::plain(itself);  // test_decorator_user_function
    same_calls(usual, 128);

    auto never = TestType::of(0)(itself);  // test_decorator_nocache
    for (std::size_t misses = 0; misses < 3; ++misses) {
        CHECK(never.cache_info() == counts(0, misses, 0, 0));
        CHECK(never(1) == 1);
    }

    auto named = TestType::of(2)([](int) { return 1; });  // test_cached: test_decorator_info
    named(0), named(1), named(0);
    CHECK(named.cache_info() == counts(1, 2, 2, 2));

    auto keyed = TestType::plain([](double_eq const& k) { return k.x; });  // test_decorator_needs_rlock
    double_eq::reenter = [&, inside = false]() mutable {
        if (!std::exchange(inside, true)) keyed(double_eq{2}), inside = false;
    };
    keyed(double_eq{1});
    keyed(double_eq{2});
    CHECK(keyed(double_eq{2}) == 2);
    double_eq::reenter = nullptr;
}

// ---------------------------------------------------------------- 3. properties

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

// ---------------------------------------------------------------- 4. failures

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

TEST_CASE("lru_cache: a result may ask for more alignment than a cache line", "[functools][lru_cache]") {
    struct alignas(128) wide {
        int n = 0;
    };
    auto const f = lru_cache({.maxsize = 100})([](int n) { return wide{n}; });
    for (int round = 0; round < 2; ++round)
        for (int n = 0; n < 100; ++n) CHECK(f(n).n == n);
    CHECK(f.cache_info().hits == 100);
}

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

// ---------------------------------------------------------------- 5. threads

TEST_CASE("lru_cache: TestLRU.test_lru_cache_threaded", "[functools][lru_cache][threads]") {
    constexpr int n = 5, m = 11;
    auto const orig = [](int x, int y) { return 3 * x + y; };
    auto const f = lru_cache({.maxsize = n * m})(orig);
    std::atomic<int> wrong{0};
    std::atomic<bool> start{false};
    auto const full = [&](int k) {
        while (!start) std::this_thread::yield();
        for (int i = 0; i < m; ++i) wrong += f(k, 0) != orig(k, 0);
    };
    auto const run = [&](auto... extra) {
        start = false;
        std::vector<std::thread> threads;
        (threads.emplace_back(extra), ...);
        for (int k = 0; k < n; ++k) threads.emplace_back(full, k);
        start = true;
        for (auto& thread : threads) thread.join();
    };
    run();
    CHECK(f.cache_info() == cache_counts{.hits = n * m - n, .misses = n, .maxsize = n * m, .currsize = n});
    run([&] {
        while (!start) std::this_thread::yield();
        for (int i = 0; i < 2 * m; ++i) f.cache_clear();
    });
    CHECK(wrong == 0);
    CHECK(f.cache_info().currsize <= n);
}

TEST_CASE("lru_cache: TestLRU.test_lru_cache_threaded2, the same key from all at once",
          "[functools][lru_cache][threads]") {
    constexpr int n = 5, m = 7;
    std::atomic<int> inside{0}, done{0}, wrong{0};
    auto const f = lru_cache({.maxsize = m * n})([&](int x) {
        ++inside;
        while (inside < (x + 1) * n) std::this_thread::yield();  // until all compute it
        return 3 * x;
    });
    std::vector<std::thread> threads;
    for (int t = 0; t < n; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < m; ++i) {
                wrong += f(i) != 3 * i;
                ++done;
                while (done < (i + 1) * n) std::this_thread::yield();
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    CHECK(f.cache_info() == cache_counts{.hits = 0, .misses = m * n, .maxsize = m * n, .currsize = m});
}

TEST_CASE("lru_cache: TestLRU.test_lru_cache_threaded3, threads evict while others compute",
          "[functools][lru_cache][threads]") {
    std::atomic<int> inside{0}, wrong{0};
    auto const f = lru_cache({.maxsize = 2})([&](int x) {
        ++inside;
        while (inside < 3) std::this_thread::yield();  // one for each key, at least
        return 3 * x;
    });
    std::vector<std::thread> threads;
    for (int x : {1, 2, 2, 3, 2}) threads.emplace_back([&, x] { wrong += f(x) != 3 * x; });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    CHECK(f.cache_info().currsize == 2);
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
