// SPDX-License-Identifier: MIT
#include <regius/functools/per_key.hpp>

#include <regius/functools/rate_limit.hpp>
#include <regius/functools/sliding_window_limiter.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <concepts>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::manual_clock;
using regius::per_key;
using regius::rate_limiter;
using regius::sliding_window_limiter;

TEST_CASE("per_key: each key has a limiter of its own", "[functools][per_key]") {
    manual_clock clock;
    per_key<std::string, rate_limiter> limits(2, regius::rate_limit_options{.rate = 1, .burst = 1}, std::ref(clock));
    CHECK(limits[std::string_view("ann")]->try_acquire());
    CHECK_FALSE(limits["ann"]->try_acquire());
    CHECK(limits["bob"]->try_acquire());
    auto const bob = limits["bob"];
    CHECK(limits["cid"]->try_acquire());  // ann, not asked for the longest time, is forgotten
    CHECK(limits.size() == 2);
    CHECK_FALSE(bob->try_acquire());
    CHECK(limits["ann"]->try_acquire());
    CHECK_FALSE(bob->try_acquire());  // forgotten too, and alive as long as it is held
}

TEST_CASE("per_key: threads", "[functools][per_key][threads]") {
    manual_clock clock;
    per_key<int, sliding_window_limiter> limits(64, 10, 1s, std::ref(clock));
    std::atomic<int> passed{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 640; ++i) passed += limits[i % 32]->try_acquire();
        });
    for (auto& thread : threads) thread.join();
    CHECK(passed == 320);
}

static_assert(std::constructible_from<per_key<int, rate_limiter>, int, regius::rate_limit_options>);
static_assert(!std::constructible_from<per_key<int, rate_limiter>, int, char const*>);

}  // namespace
