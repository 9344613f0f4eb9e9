// SPDX-License-Identifier: MIT
#include <regius/functools/ttl_cache.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::cache_counts;
using regius::manual_clock;
using regius::ttl_cache;

TEST_CASE("ttl_cache: a result is good until its time, and not at it", "[functools][ttl_cache][oracle]") {
    manual_clock clock;
    int calls = 0;
    auto f = ttl_cache({.maxsize = 10, .ttl = 10s}, clock)([&](int x) { return ++calls, x; });
    f(1);
    clock.advance(10s - 1ns);
    f(1);
    CHECK(calls == 1);
    clock.advance(1ns);
    f(1);
    CHECK(calls == 2);
    CHECK(f.cache_info() == cache_counts{.hits = 1, .misses = 2, .maxsize = 10, .currsize = 1});
}

TEST_CASE("ttl_cache: a read does not renew", "[functools][ttl_cache][oracle]") {
    manual_clock clock;
    int calls = 0;
    auto f = ttl_cache({.ttl = 10s}, clock)([&](int x) { return ++calls, x; });
    for (int second = 0; second < 30; ++second) {
        f(1);
        clock.advance(1s);
    }
    CHECK(calls == 3);
}

TEST_CASE("ttl_cache: time counts from when the result is there", "[functools][ttl_cache]") {
    manual_clock clock;
    int calls = 0;
    auto slow = ttl_cache({.ttl = 10s}, clock)([&](int x) { return clock.advance(1min), ++calls, x; });
    slow(1);
    slow(1);
    CHECK(calls == 1);
}

TEST_CASE("ttl_cache: counts hide what has expired", "[functools][ttl_cache][oracle]") {
    manual_clock clock;
    auto f = ttl_cache({.maxsize = 10, .ttl = 10s}, clock)([](std::string s) { return s + s; });
    f("a");
    clock.advance(6s);
    f("b");
    CHECK(f.cache_info().currsize == 2);
    clock.advance(6s);
    CHECK(f.cache_info().currsize == 1);
    clock.advance(6s);
    CHECK(f.cache_info().currsize == 0);
    CHECK(f("b") == "bb");
}

TEST_CASE("ttl_cache: when it is full, the least recently used goes", "[functools][ttl_cache][oracle]") {
    manual_clock clock;
    int calls = 0;
    auto f = ttl_cache({.maxsize = 2, .ttl = 10s}, clock)([&](int x) { return ++calls, x; });
    f(1), f(2), f(1), f(3);
    CHECK(calls == 3);
    f(1);
    CHECK(calls == 3);
    f(2);
    CHECK(calls == 4);
}

TEST_CASE("ttl_cache: defaults, no time at all, and what makes no sense", "[functools][ttl_cache]") {
    auto f = ttl_cache([](int x) { return x; });
    CHECK(f(1) == 1);
    CHECK(f(1) == 1);
    CHECK(f.cache_info() == cache_counts{.hits = 1, .misses = 1, .maxsize = 128, .currsize = 1});
    manual_clock clock;
    auto never = ttl_cache({.ttl = 0s}, clock)([](int x) { return x; });
    never(1), never(1);
    CHECK(never.cache_info().misses == 2);
    auto always = ttl_cache({.ttl = std::chrono::hours::max()}, clock)([](int x) { return x; });
    always(1);
    clock.advance(std::chrono::hours(24 * 365 * 100));
    always(1);
    CHECK(always.cache_info().hits == 1);
    CHECK_THROWS_AS(ttl_cache({.ttl = -1s}), regius::value_error);
}

TEST_CASE("ttl_cache: threads, while time passes", "[functools][ttl_cache][threads]") {
    manual_clock clock;
    auto const f = ttl_cache({.maxsize = 16, .ttl = 100ns}, clock)([](int x) { return std::to_string(x); });
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 1000; ++i) {
                clock.advance(1ns);
                int const x = (i * 3 + t) % 32;
                wrong += f(x) != std::to_string(x);
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    CHECK(f.cache_info().hits + f.cache_info().misses == 4000);
}

}  // namespace
