// SPDX-License-Identifier: MIT
#include <regius/functools/timed.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::manual_clock;
using regius::timed;

TEST_CASE("timed: tells how long each call took, errors included", "[functools][timed]") {
    manual_clock clock;
    std::vector<std::pair<std::string, std::chrono::nanoseconds>> seen;
    auto const f = timed(
        "work", [&](std::string_view label, std::chrono::nanoseconds d) { seen.emplace_back(label, d); },
        clock)([&](int seconds) {
        clock.advance(std::chrono::seconds(seconds));
        if (seconds > 5) throw seconds;
        return seconds * 2;
    });
    CHECK(f(3) == 6);
    CHECK_THROWS_AS(f(6), int);
    CHECK(seen.size() == 2);
    CHECK(seen[0] == std::pair(std::string("work"), std::chrono::nanoseconds(3s)));
    CHECK(seen[1].second == 6s);
}

TEST_CASE("timed: an error of the sink is thrown, but not over one of the function", "[functools][timed]") {
    auto const failing = [](std::string_view, std::chrono::nanoseconds) { throw 'c'; };
    CHECK_THROWS_AS(timed("", failing)([] { return std::string("made"); })(), char);
    CHECK_THROWS_AS(timed("", failing)([] { throw 1; })(), int);
}

TEST_CASE("timed: results need not be movable", "[functools][timed]") {
    struct pinned {
        int x = 4;
        pinned() = default;
        pinned(pinned&&) = delete;
    };
    auto const f = timed("", [](std::string_view, std::chrono::nanoseconds) {})([] { return pinned(); });
    CHECK(f().x == 4);
}

TEST_CASE("timed: one decorated callable serves many threads", "[functools][timed][threads]") {
    manual_clock clock;
    std::atomic<int> told{0}, sum{0};
    std::atomic<std::int64_t> least{std::numeric_limits<std::int64_t>::max()};
    auto const f = timed(
        "work",
        [&](std::string_view label, std::chrono::nanoseconds d) {
            told += label == "work";
            for (auto seen = least.load(); d.count() < seen && !least.compare_exchange_weak(seen, d.count());) {
            }
        },
        clock)([&](int x) {
        clock.advance(3ns);
        if (x % 2 != 0) throw x;
        return x;
    });
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) {
                try {
                    sum += f(i % 4);
                } catch (int x) {
                    sum += x;
                }
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(told == 2000);
    CHECK(sum == 4 * 125 * (0 + 1 + 2 + 3));
    CHECK(least >= 3);  // more when others move the clock meanwhile
}

}  // namespace
