// SPDX-License-Identifier: MIT
// What the tools promise not to do: allocate on a hit or a success, and sleep on a clock of one's own.

#include <regius/core/clock.hpp>
#include <regius/functools/cache.hpp>
#include <regius/functools/lfu_cache.hpp>
#include <regius/functools/lru_cache.hpp>
#include <regius/functools/rate_limit.hpp>
#include <regius/functools/retry.hpp>
#include <regius/functools/sliding_window_limiter.hpp>
#include <regius/functools/ttl_cache.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

#if __has_include(<unistd.h>)
#include <ctime>
#endif

namespace {

using namespace std::chrono_literals;
using namespace std::string_view_literals;

thread_local std::size_t allocations = 0;
std::atomic<int> real_sleeps{0};

template <class F>
std::size_t allocations_of(F f) {
    auto const before = allocations;
    f();
    return allocations - before;
}

}  // namespace

// Sanitizers bring their own; what they run counts nothing.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define REGIUS_TESTS_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define REGIUS_TESTS_SANITIZED
#endif

#ifndef REGIUS_TESTS_SANITIZED

// Linked into the whole binary of this module: counting changes nothing for the other tests. Not inlined, or g++ takes
// malloc in one and free in the other for a mistake.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* const p = std::malloc(size != 0 ? size : 1)) return p;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }

#endif

#if __has_include(<unistd.h>)
extern "C" int nanosleep(std::timespec const*, std::timespec*) {
    ++real_sleeps;
    return 0;
}
#endif

namespace {

constexpr auto long_text = "a text that is too long for any small string optimization there is"sv;

template <class Cached>
void check_hits(Cached const& f) {
    static_cast<void>(f(long_text, 1));
    static_cast<void>(f(long_text, 2));
    CHECK(allocations_of([&] {
              for (int i = 0; i < 10; ++i) static_cast<void>(f(long_text, 1 + i % 2));
          }) == 0);
    CHECK(f.cache_info().hits == 10);
}

#ifndef REGIUS_TESTS_SANITIZED
TEST_CASE("cost: allocations are counted", "[functools][cost]") {
    CHECK(allocations_of([] { static_cast<void>(std::string(long_text).find('#')); }) == 1);
}
#endif

TEST_CASE("caches: a hit allocates nothing, and makes no key", "[functools][cache][cost]") {
    auto const measure = [](std::string_view text, int n) { return static_cast<int>(text.size()) * n; };
    check_hits(regius::cache(measure));
    check_hits(regius::cache(regius::single_flight)(measure));
    check_hits(regius::lru_cache({.maxsize = 5})(measure));
    check_hits(regius::lfu_cache({.maxsize = 5})(measure));
    check_hits(regius::ttl_cache({.maxsize = 5})(measure));
}

TEST_CASE("lru_cache: a full cache reuses its memory", "[functools][lru_cache][cost]") {
    auto const f = regius::lru_cache({.maxsize = 100})([](int x) { return x; });
    for (int i = 0; i < 200; ++i) static_cast<void>(f(i));
    CHECK(allocations_of([&] {
              for (int i = 0; i < 1000; ++i) static_cast<void>(f(i));
          }) == 0);
}

TEST_CASE("retry and rate_limit: a call that goes well allocates nothing", "[functools][retry][rate_limit][cost]") {
    auto const call = regius::retry({.max_attempts = 3, .delay = 1s, .deadline = 1h})(
        regius::rate_limit(1'000'000, 1s)([](int x) { return x; }));
    CHECK(allocations_of([&] {
              for (int i = 0; i < 10; ++i) static_cast<void>(call(i));
          }) == 0);
}

#if __has_include(<unistd.h>)
TEST_CASE("functools: on a clock of one's own nothing sleeps", "[functools][cost]") {
    regius::manual_clock clock;
    auto const before = real_sleeps.load();
    int left = 5;
    regius::retry({.max_attempts = 9, .delay = 1h, .jitter = regius::jitter::equal}, clock)([&] {
        if (left-- > 0) throw std::runtime_error("again");
    })();
    auto const limited = regius::rate_limit({.rate = 1, .per = 1h, .burst = 1}, clock)([] {});
    for (int i = 0; i < 5; ++i) limited();
    regius::sliding_window_limiter window(1, 1h, clock);
    for (int i = 0; i < 5; ++i) window.acquire();
    CHECK(clock.sleeps() == 5 + 4 + 4);
    CHECK(real_sleeps == before);

    regius::core::real_sleeper::sleep_for(1ns);  // the count does count
    CHECK(real_sleeps == before + 1);
}
#endif

}  // namespace
