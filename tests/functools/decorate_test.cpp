// SPDX-License-Identifier: MIT
#include <regius/functools/decorate.hpp>

#include <regius/core/clock.hpp>
#include <regius/core/decorated.hpp>
#include <regius/core/invoke.hpp>
#include <regius/functools/cache.hpp>
#include <regius/functools/rate_limit.hpp>
#include <regius/functools/retry.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <concepts>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
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

/// A decorator that adds nothing: what remains is what a wrapper does by itself.
struct passing {
    template <class F, class... Args>
    requires std::invocable<F, Args...>
    constexpr std::invoke_result_t<F, Args...> operator()(F&& f, Args&&... args) const
        noexcept(std::is_nothrow_invocable_v<F, Args...>) {
        return regius::core::invoke(std::forward<F>(f), std::forward<Args>(args)...);
    }
};
template <class F>
using wrapped = regius::core::decorated<F, passing>;

struct as_lvalue {
    int operator()() &;
};
struct as_rvalue {
    int operator()() &&;
};
struct as_const {
    int operator()(int&, std::unique_ptr<int>) const noexcept;
};
static_assert(std::invocable<wrapped<as_lvalue>&> && !std::invocable<wrapped<as_lvalue> const&>);
static_assert(!std::invocable<wrapped<as_lvalue>>);
static_assert(std::invocable<wrapped<as_rvalue>> && !std::invocable<wrapped<as_rvalue>&>);
static_assert(std::is_nothrow_invocable_v<wrapped<as_const> const&, int&, std::unique_ptr<int>>);
static_assert(!std::invocable<wrapped<as_const> const&, int, std::unique_ptr<int>>);
static_assert(!std::invocable<wrapped<as_const> const&, int&>);
static_assert(!std::invocable<wrapped<as_const> const&, int&, std::unique_ptr<int>&>);
static_assert(std::invocable<wrapped<std::size_t (std::string::*)() const noexcept>, std::string const&>);
static_assert(!std::is_nothrow_invocable_v<wrapped<int (*)()>&>);
static_assert(sizeof(wrapped<as_const>) == 1 && sizeof(wrapped<int (*)()>) == sizeof(int (*)()));
static_assert(!std::copy_constructible<wrapped<std::unique_ptr<int>>>);

TEST_CASE("decorated: wrapped is what was wrapped", "[functools][decorate]") {
    auto f = regius::retry({.max_attempts = 2})(regius::rate_limit(5, 1s)([](int x) { return x + 1; }));
    CHECK(f.wrapped().wrapped()(1) == 2);
}

}  // namespace
