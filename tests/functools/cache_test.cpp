// SPDX-License-Identifier: MIT
#include <regius/functools/cache.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using regius::cache;
using regius::cache_counts;
using regius::memoize;
using regius::single_flight;
using regius::unsynchronized;

constexpr auto unlimited = static_cast<std::size_t>(-1);

int square(int x) { return x * x; }

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("cache: TestCache.test_cache", "[functools][cache][oracle]") {
    // @functools.cache def fib(n)
    auto fib = cache.as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
        return n < 2 ? static_cast<std::uint64_t>(n) : self(n - 1) + self(n - 2);
    });
    std::vector<std::uint64_t> first;
    for (int n = 0; n < 16; ++n) first.push_back(fib(n));
    CHECK(first == std::vector<std::uint64_t>{0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610});
    CHECK(fib.cache_info() == cache_counts{.hits = 28, .misses = 16, .maxsize = unlimited, .currsize = 16});
    CHECK(fib.cache_info().repr() == "CacheInfo(hits=28, misses=16, maxsize=None, currsize=16)");
    std::ostringstream printed;
    printed << fib.cache_info();  // print(fib.cache_info())
    CHECK(printed.str() == fib.cache_info().repr());
    fib.cache_clear();
    CHECK(fib.cache_info() == cache_counts{.hits = 0, .misses = 0, .maxsize = unlimited, .currsize = 0});
}

TEST_CASE("cache: errors are not remembered, and each is a miss", "[functools][cache][oracle]") {
    int calls = 0;
    auto f = cache([&](int x) {
        if (++calls < 3) throw std::runtime_error("no");
        return x;
    });
    CHECK_THROWS_AS(f(1), std::runtime_error);
    CHECK_THROWS_AS(f(1), std::runtime_error);
    CHECK(f(1) == 1);
    CHECK(f(1) == 1);
    CHECK(f.cache_info() == cache_counts{.hits = 1, .misses = 3, .maxsize = unlimited, .currsize = 1});
}

TEST_CASE("cache: deep recursion looks each key up again after the inner calls", "[functools][cache][oracle]") {
    auto ackermann = cache.as<int(int, int)>([](auto& self, int m, int n) -> int {
        if (m == 0) return n + 1;
        if (n == 0) return self(m - 1, 1);
        return self(m - 1, self(m, n - 1));
    });
    CHECK(ackermann(2, 9) == 21);
    auto const counts = ackermann.cache_info();
    CHECK(counts.misses == counts.currsize);
}

TEST_CASE("cache: memoize is the same object", "[functools][cache]") {
    STATIC_REQUIRE(&memoize == &cache);
    auto f = memoize(square);
    CHECK(f(7) == 49);
    CHECK(f(7) == 49);
    CHECK(f.cache_info().hits == 1);
}

TEST_CASE("cache: many keys", "[functools][cache]") {
    int calls = 0;
    auto f = cache([&](std::int64_t x) { return ++calls, x * 3; });
    for (int round = 0; round < 2; ++round)
        for (std::int64_t x = 0; x < 5000; ++x) REQUIRE(f(x * 64) == x * 192);
    CHECK(calls == 5000);
    CHECK(f.cache_info() == cache_counts{.hits = 5000, .misses = 5000, .maxsize = unlimited, .currsize = 5000});
}

// ---------------------------------------------------------------- 2. keys

TEST_CASE("cache: a function without parameters has one result", "[functools][cache]") {
    int calls = 0;
    auto f = cache([&] { return ++calls; });
    CHECK(f() == 1);
    CHECK(f() == 1);
}

TEST_CASE("cache: arguments are converted as the function takes them", "[functools][cache]") {
    int calls = 0;
    auto f = cache([&](double x, std::string const& s) { return ++calls, s + std::to_string(x); });
    CHECK(f(1, "a") == f(1.0, std::string("a")));
    CHECK(f(-0.0, "") == f(0.0, ""));
    CHECK(calls == 2);
}

TEST_CASE("cache: a signature that is given says what arguments are converted to", "[functools][cache]") {
    auto text = cache.as<std::string(std::string)>([](auto const& s) { return s + "!"; });
    CHECK(text("a") == "a!");
    CHECK(text(std::string_view("a").data()) == "a!");
    CHECK(text(std::string("a")) == "a!");
    CHECK(text.cache_info() == cache_counts{.hits = 2, .misses = 1, .maxsize = unlimited, .currsize = 1});
    STATIC_REQUIRE(!std::invocable<decltype(text)&, std::string_view>);
    STATIC_REQUIRE(!std::invocable<decltype(text)&, int>);

    auto size = cache.as<std::size_t(std::string_view)>([](auto const& s) { return s.size(); });
    CHECK(size("abc") == 3);
    CHECK(size(std::string("abc")) == 3);

    struct overloaded {
        std::string operator()(int x) const { return std::to_string(x); }
        std::string operator()(std::string const& x) const { return x; }
    };
    auto number = cache.as<std::string(int)>(overloaded());
    CHECK(number('A') == "65");
    CHECK(number(7L) == "7");
    STATIC_REQUIRE(!std::invocable<decltype(number)&, std::string>);
}

TEST_CASE("cache: a key built of several parts", "[functools][cache]") {
    int calls = 0;
    using point = std::pair<int, std::vector<std::string>>;
    auto f = cache([&](point const& p, std::vector<int> v, std::optional<char> c) {
        return ++calls, p.second.size() + v.size() + c.has_value();
    });
    point const p{1, {"a", "b"}}, q{1, {"a", "c"}};
    std::vector const v{1, 2, 3};
    CHECK(f(p, v, 'x') == 6);
    CHECK(f(point(p), v, 'x') == 6);
    CHECK(f(p, v, std::nullopt) == 5);
    CHECK(f(q, v, 'x') == 6);
    CHECK(calls == 3);
}

TEST_CASE("cache: the function may consume its arguments", "[functools][cache]") {
    int calls = 0;
    auto f = cache([&](std::string s) {
        ++calls;
        return std::exchange(s, "").size();
    });
    CHECK(f(std::string(100, 'x')) == 100);
    CHECK(f(std::string(100, 'x')) == 100);
    auto g = cache([&](std::string&& s) {
        ++calls;
        auto const taken = std::move(s);
        return taken.size();
    });
    CHECK(g(std::string(100, 'y')) == 100);
    CHECK(g(std::string(100, 'y')) == 100);
    CHECK(calls == 2);
}

TEST_CASE("cache: a view of text is remembered as the text", "[functools][cache]") {
    int calls = 0;
    auto f = cache([&](std::string_view s) { return ++calls, s.size(); });
    {
        std::string text = "a text that goes away, long enough to be on the heap";
        CHECK(f(text) == 52);
        text.assign(52, '#');
    }
    CHECK(f("a text that goes away, long enough to be on the heap") == 52);
    CHECK(calls == 1);
}

struct person {
    std::string name;
    int age = 0;
    [[nodiscard]] int in(int years) const { return age + years; }
    friend bool operator==(person const&, person const&) = default;
    friend std::size_t hash_value(person const& p) { return std::hash<std::string>{}(p.name); }
};

TEST_CASE("cache: keys of one's own, and member functions", "[functools][cache]") {
    auto f = cache(&person::in);
    person const ann{"ann", 30}, other{"ann", 40};  // equal hashes
    CHECK(f(ann, 1) == 31);
    CHECK(f(other, 1) == 41);
    CHECK(f(ann, 1) == 31);
    CHECK(f.cache_info().hits == 1);
    CHECK(f.cache_info().currsize == 2);
}

// ---------------------------------------------------------------- 3. results and types

TEST_CASE("cache: void, references and results of one's own", "[functools][cache]") {
    int calls = 0;
    auto once = cache([&](int) { ++calls; });
    once(1);
    once(1);
    CHECK(calls == 1);

    std::vector<int> shelf(3);
    auto at = cache([&](std::size_t i) -> int& { return ++calls, shelf[i]; });
    at(1) = 5;
    CHECK(shelf[1] == 5);
    CHECK(&at(1) == &shelf[1]);
    CHECK(calls == 2);

    auto whole = cache([&](int n) { return std::make_shared<person>(person{"p", n}); });
    CHECK(whole(3) == whole(3));  // the very object, as in Python
}

TEST_CASE("cache: a result that is T const& is kept as T", "[functools][cache]") {
    auto same = cache([](std::string const& s) -> std::string const& { return s; });
    STATIC_REQUIRE(std::same_as<decltype(same("x")), std::string>);
    CHECK(same("temporary") == "temporary");
    CHECK(same("temporary") == "temporary");
}

TEST_CASE("cache: copies share one memory", "[functools][cache]") {
    int calls = 0;
    auto f = cache([&](int x) { return ++calls, x; });
    auto g = f;
    std::function<int(int)> h = g;
    f(1), g(1), h(1);
    CHECK(calls == 1);
    CHECK(g.cache_info().hits == 2);
}

template <class F>
using cached_t = decltype(cache(std::declval<F>()));
template <class F>
concept can_cache = requires(F f) { cache(f); };

struct unhashable {};

static_assert(std::invocable<cached_t<int (*)(int)> const&, int>);
static_assert(std::invocable<cached_t<int (*)(int)> const&, char>);
static_assert(!std::invocable<cached_t<int (*)(int)> const&, std::string>);
static_assert(!std::invocable<cached_t<int (*)(int)> const&>);
static_assert(!std::invocable<cached_t<int (*)(int)> const&, int, int>);
static_assert(std::invocable<cached_t<int (*)(std::string_view)>&, char const*>);
static_assert(!std::invocable<cached_t<int (*)(std::string const&)>&, std::string_view>);  // as the function itself
static_assert(can_cache<int (*)(int const*)>);
static_assert(!can_cache<int (*)(char const*)>);  // text behind a pointer may change, or go away
static_assert(!can_cache<int (*)(unhashable)>);
static_assert(!can_cache<decltype([](auto x) { return x; })>);  // cache.as<R(Args...)>(f)
static_assert(sizeof(cached_t<int (*)(int)>) == sizeof(void*));
static_assert(std::same_as<std::invoke_result_t<cached_t<int const& (*)(int)>&, int>, int>);

TEST_CASE("cache: a mutable callable is called through a mutable name only", "[functools][cache]") {
    auto f = cache([n = 0](int x) mutable { return x + ++n; });
    STATIC_REQUIRE(std::invocable<decltype(f)&, int>);
    STATIC_REQUIRE(!std::invocable<decltype(f) const&, int>);
    CHECK(f(1) == 2);
    CHECK(f(1) == 2);
    CHECK(f.wrapped()(1) == 3);
}

// ---------------------------------------------------------------- 4. no code of the user's under a lock

/// A value whose every operation calls back into a cache.
struct intruder {
    inline static std::function<void()> visit = [] {};
    int id = 0;

    explicit intruder(int i) : id(i) {}
    intruder(intruder const& that) : id(that.id) { visit(); }
    intruder& operator=(intruder const& that) {
        id = that.id;
        visit();
        return *this;
    }
    ~intruder() { visit(); }
    friend bool operator==(intruder const& a, intruder const& b) {
        visit();
        return a.id == b.id;
    }
    friend std::size_t hash_value(intruder const& x) {
        visit();
        return static_cast<std::size_t>(x.id % 2);
    }
};

TEST_CASE("cache: keys and results may call back into the cache", "[functools][cache]") {
    auto f = cache([](intruder const& x, int n) { return intruder(x.id + n); });
    auto quiet = cache([](int x) { return x; });
    bool inside = false;
    intruder::visit = [&] {
        if (std::exchange(inside, true)) return;
        static_cast<void>(f.cache_info());
        static_cast<void>(quiet(1));
        static_cast<void>(f(intruder(1), 1));
        inside = false;
    };
    for (int round = 0; round < 3; ++round)
        for (int id = 0; id < 5; ++id) CHECK(f(intruder(id), 1).id == id + 1);
    f.cache_clear();
    CHECK(f(intruder(2), 2).id == 4);
    intruder::visit = [] {};
}

// ---------------------------------------------------------------- 5. threads

TEST_CASE("cache: threads see one result a key", "[functools][cache][threads]") {
    std::atomic<int> calls{0};
    auto const f = cache([&](int x) { return ++calls, std::to_string(x); });
    std::atomic<bool> wrong{false};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 2000; ++i) {
                int const x = (i * 7 + t) % 50;
                if (f(x) != std::to_string(x)) wrong = true;
                if (i % 500 == 499) static_cast<void>(f.cache_info());
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK_FALSE(wrong);
    CHECK(calls >= 50);
    auto const counts = f.cache_info();
    CHECK(counts.currsize == 50);
    CHECK(counts.hits + counts.misses == 8000);
    CHECK(counts.misses == std::size_t(calls));
}

TEST_CASE("cache: more threads than it has stripes read while others store and clear", "[functools][cache][threads]") {
    std::atomic<int> calls{0};
    auto const square_of = cache([&](int x) { return ++calls, x * x; });
    auto const text_of = cache([&](std::string const& x) { return ++calls, x + x; });
    std::atomic<bool> wrong{false};
    std::vector<std::thread> threads;
    for (int t = 0; t < 20; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 1500; ++i) {
                int const x = (i * i + t) % 300;
                if (square_of(x) != x * x) wrong = true;
                auto const text = std::to_string(x % 40);
                if (text_of(text) != text + text) wrong = true;
                if (t == 0 && i % 300 == 299) square_of.cache_clear();
                if (t == 1 && i % 300 == 299) static_cast<void>(text_of.cache_info());
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK_FALSE(wrong);
    auto const counts = text_of.cache_info();
    CHECK(counts.currsize == 40);
    CHECK(counts.hits + counts.misses == 30000);
    auto const before = calls.load();
    square_of.cache_clear();
    CHECK(square_of.cache_info() == cache_counts{.maxsize = unlimited});
    CHECK(square_of(7) == 49);
    CHECK(square_of(7) == 49);
    CHECK(calls == before + 1);
}

TEST_CASE("cache: recursion from several threads", "[functools][cache][threads]") {
    auto const fib = cache.as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
        return n < 2 ? static_cast<std::uint64_t>(n) : self(n - 1) + self(n - 2);
    });
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int n = 90; n > 0; --n) right += fib(n) + fib(n - 1) == fib(n + 1);
        });
    for (auto& thread : threads) thread.join();
    CHECK(right == 360);
}

TEST_CASE("cache: of two who compute the same result, the first to store it decides", "[functools][cache][threads]") {
    std::atomic<int> inside{0};
    auto const f = cache([&](int) {
        auto const mine = ++inside;
        while (inside < 2) std::this_thread::yield();  // both are in
        return mine;
    });
    int other = 0;
    std::thread thread([&] { other = f(1); });
    int const mine = f(1);
    thread.join();
    CHECK(mine == other);
    CHECK(f(1) == mine);
    CHECK(f.cache_info().misses == 2);
    CHECK(f.cache_info().currsize == 1);
}

TEST_CASE("single_flight: one computes, the others wait", "[functools][cache][threads]") {
    // cachetools: 8 threads, 1 call, 7 hits
    std::atomic<int> calls{0}, arrived{0};
    auto const f = cache(single_flight)([&](int x) {
        ++calls;
        while (arrived < 8) std::this_thread::yield();
        return x * 2;
    });
    std::atomic<int> sum{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            ++arrived;
            sum += f(21);
        });
    for (auto& thread : threads) thread.join();
    CHECK(calls == 1);
    CHECK(sum == 8 * 42);
    CHECK(f.cache_info() == cache_counts{.hits = 7, .misses = 1, .maxsize = unlimited, .currsize = 1});
}

TEST_CASE("single_flight: an error wakes the others, and the next computes", "[functools][cache][threads]") {
    std::atomic<int> calls{0}, arrived{0}, failed{0}, good{0};
    auto const f = cache(single_flight)([&](std::vector<int> const& v) {
        while (arrived < 4) std::this_thread::yield();
        if (++calls == 1) throw std::runtime_error("first");
        return v.size();
    });
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            ++arrived;
            try {
                good += static_cast<int>(f(std::vector{1, 2, 3}));
            } catch (std::runtime_error const&) {
                ++failed;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(failed == 1);
    CHECK(calls == 2);
    CHECK(good == 9);
}

TEST_CASE("single_flight: a call that needs itself is an error, others are not", "[functools][cache]") {
    auto loop = cache(single_flight).as<int(int)>([](auto& self, int n) -> int { return self(n); });
    CHECK_THROWS_AS(loop(1), std::logic_error);
    CHECK_THROWS_AS(loop(1), std::logic_error);
    auto down =
        cache(single_flight).as<int(int)>([](auto& self, int n) -> int { return n == 0 ? 0 : 1 + self(n - 1); });
    CHECK(down(100) == 100);
}

TEST_CASE("unsynchronized: the same without locks", "[functools][cache]") {
    auto f = cache(unsynchronized)(square);
    CHECK(f(3) == 9);
    CHECK(f(3) == 9);
    CHECK(f.cache_info() == cache_counts{.hits = 1, .misses = 1, .maxsize = unlimited, .currsize = 1});
}

}  // namespace
