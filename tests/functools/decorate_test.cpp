// SPDX-License-Identifier: MIT
#include <regius/functools/decorate.hpp>

#include <regius/core/clock.hpp>
#include <regius/functools/cache.hpp>
#include <regius/functools/rate_limit.hpp>
#include <regius/functools/retry.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

using namespace std::chrono_literals;
using regius::decorate;

/// A decorator that a user wrote: any callable that takes a callable and returns one.
constexpr auto negated = [](auto f) { return [f](auto const&... args) { return -f(args...); }; };
constexpr auto plus_ten = [](auto f) { return [f](auto const&... args) { return 10 + f(args...); }; };

static_assert(decorate([](int x) { return x; })(3) == 3);
static_assert(decorate(negated, [](int x) { return x; })(3) == -3);
static_assert(decorate(negated, plus_ten, [](int x) { return x; })(3) == -13);
static_assert(decorate(plus_ten, negated, [](int x) { return x; })(3) == 7);
static_assert(!std::invocable<decltype(decorate)&, int, decltype([](int x) { return x; })>);

TEST_CASE("decorate: reads top-down, and calls from the outside in", "[functools][decorate]") {
    std::string log;
    auto const note = [&](char name) {
        return [&log, name](auto f) {
            return [&log, name, f](int x) mutable {
                log += name;
                return f(x);
            };
        };
    };
    auto f = decorate(note('a'), note('b'), note('c'), [&](int x) { return log += 'f', x; });
    CHECK(f(1) == 1);
    CHECK(log == "abcf");
}

TEST_CASE("decorate: the tools stack", "[functools][decorate]") {
    regius::manual_clock clock;
    int calls = 0;
    auto fetch = decorate(regius::cache, regius::retry({.max_attempts = 3, .delay = 1s}, clock),
                          regius::rate_limit({.rate = 1, .burst = 1}, clock), [&](int x) {
                              if (++calls == 1) throw std::runtime_error("once");
                              return x;
                          });
    CHECK(fetch(7) == 7);
    CHECK(fetch(7) == 7);
    CHECK(calls == 2);
    CHECK(clock.slept() == 1s);  // the wait of retry, which is as long as the limit asks for
    CHECK(fetch.cache_info().hits == 1);
}

TEST_CASE("decorate: lvalues are copied, move-only callables are moved", "[functools][decorate]") {
    auto named = [n = 0]() mutable { return ++n; };
    auto copy = decorate(named);
    CHECK(copy() == 1);
    CHECK(named() == 1);
    auto owner = decorate(regius::retry({.max_attempts = 2}), [p = std::make_unique<int>(4)] { return *p; });
    CHECK(owner() == 4);
}

TEST_CASE("decorated: wrapped is what was wrapped", "[functools][decorate]") {
    auto f = regius::retry({.max_attempts = 2})(regius::rate_limit(5, 1s)([](int x) { return x + 1; }));
    CHECK(f.wrapped().wrapped()(1) == 2);
}

}  // namespace
