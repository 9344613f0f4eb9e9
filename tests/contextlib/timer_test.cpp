// SPDX-License-Identifier: MIT

#include <regius/contextlib/timer.hpp>

#include <regius/contextlib/with.hpp>
#include <regius/core/clock.hpp>
#include <support/catch.hpp>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::timer;

struct hand_clock {
    std::chrono::nanoseconds at{0};
    [[nodiscard]] std::chrono::time_point<std::chrono::steady_clock> now() const {
        return std::chrono::time_point<std::chrono::steady_clock>(at);
    }
};

using told = std::vector<std::pair<std::string, std::chrono::nanoseconds>>;

auto into(told& log) {
    return [&log](std::string_view label, std::chrono::nanoseconds time) { log.emplace_back(label, time); };
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("timer: elapsed can be read while it runs and after", "[contextlib][timer]") {
    hand_clock clock;
    told log;
    {
        timer t{"load", into(log), clock};
        CHECK(t.elapsed() == 0ns);
        clock.at += 5ms;
        CHECK(t.elapsed() == 5ms);
        CHECK(t.running());
        clock.at += 5ms;
        CHECK(t.stop() == 10ms);
        CHECK_FALSE(t.running());
        clock.at += 90ms;
        CHECK(t.elapsed() == 10ms);
        CHECK(t.stop() == 10ms);
    }
    CHECK(log == told{{"load", 10ms}});
}

TEST_CASE("timer: the end of the scope is told, also when an exception leaves it", "[contextlib][timer]") {
    hand_clock clock;
    told log;
    try {
        timer outer{"outer", into(log), clock};
        {
            timer inner{"inner", into(log), clock};
            clock.at += 1s;
        }
        clock.at += 2s;
        throw std::runtime_error("x");
    } catch (std::runtime_error const&) {
    }
    CHECK(log == told{{"inner", 1s}, {"outer", 3s}});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("timer: laps add up to the whole", "[contextlib][timer]") {
    hand_clock clock;
    told log;
    timer t{"laps", into(log), clock};
    auto sum = 0ns;
    for (auto step : {1ns, 20ns, 0ns, 300ns}) {
        clock.at += step;
        auto const lap = t.lap();
        CHECK(lap == step);
        sum += lap;
    }
    clock.at += 7ns;
    CHECK(t.stop() == sum + 7ns);
    CHECK(t.lap() == 7ns);
    CHECK(t.lap() == 0ns);
}

TEST_CASE("timer: takes the time of a manual_clock", "[contextlib][timer]") {
    regius::manual_clock clock;
    std::chrono::nanoseconds whole{0};
    {
        timer const t{"load", [&](std::string_view, std::chrono::nanoseconds elapsed) { whole = elapsed; }, clock};
        clock.advance(5ms);
        CHECK(t.elapsed() == 5ms);
        clock.advance(1ms);
    }
    CHECK(whole == 6ms);
}

TEST_CASE("timer: real time moves on", "[contextlib][timer]") {
    timer t{"real", [](auto...) {}};
    auto const first = t.elapsed();
    CHECK(first >= 0ns);
    CHECK(t.elapsed() >= first);
    CHECK(std::chrono::duration_cast<std::chrono::hours>(t.stop()) < 1h);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_same_v<decltype(timer{"label"}), timer<>>);
static_assert(!std::is_move_constructible_v<timer<>>);
static_assert(std::is_nothrow_destructible_v<timer<>>);
static_assert(std::is_same_v<decltype(std::declval<timer<>&>().elapsed()), std::chrono::nanoseconds>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("timer: a label that is a temporary string is owned", "[contextlib][timer]") {
    told log;
    {
        timer t{std::string("a label too long to be kept in place"), into(log)};
    }
    CHECK(log.at(0).first == "a label too long to be kept in place");
}

TEST_CASE("timer: what the sink throws leaves a normal end, and yields to the exception of the body",
          "[contextlib][timer]") {
    auto const loud = [](auto...) { throw std::runtime_error("sink"); };
    auto const ends_well = [&] { timer t{"x", loud}; };
    auto const ends_badly = [&] {
        timer t{"x", loud};
        throw std::logic_error("body");
    };
    CHECK_THROWS_AS(ends_well(), std::runtime_error);
    CHECK_THROWS_AS(ends_badly(), std::logic_error);

    timer t{"x", loud};
    CHECK_THROWS_AS(t.stop(), std::runtime_error);
    CHECK_FALSE(t.running());  // and its end tells nobody again
}

}  // namespace
