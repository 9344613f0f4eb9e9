// SPDX-License-Identifier: MIT
#include <regius/functools/cached_property.hpp>
#include <regius/functools/once.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <concepts>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

using regius::cached_property;
using regius::once;
using regius::synchronized_cached_property;

template <template <class> class Property>
struct item {
    int value = 1;
    mutable int computed = 0;
    Property<int> cost_;

    [[nodiscard]] int cost() const {
        return cost_([&] { return ++computed, value + 1; });
    }
};

// ---------------------------------------------------------------- 1. what Python says

TEMPLATE_TEST_CASE("cached_property: TestCachedProperty", "[functools][cached_property][oracle]", item<cached_property>,
                   item<synchronized_cached_property>) {
    TestType x;
    CHECK_FALSE(x.cost_.has_value());
    CHECK(x.cost() == 2);
    CHECK(x.cost() == 2);
    CHECK(x.computed == 1);
    x.value = 10;
    CHECK(x.cost() == 2);
    x.cost_.reset();  // del x.cost
    CHECK(x.cost() == 11);
    CHECK(x.computed == 2);
    x.cost_ = 5;  // assignable
    CHECK(x.cost() == 5);
    TestType y;  // once per instance
    CHECK(y.cost() == 2);
    TestType z = x;  // copy.copy carries the value along
    CHECK(z.cost() == 5);
    y = z;
    CHECK(y.cost() == 5);
    TestType w = std::move(z);
    CHECK(w.cost() == 5);
}

TEMPLATE_TEST_CASE("cached_property: an error is not remembered", "[functools][cached_property]",
                   cached_property<std::string>, synchronized_cached_property<std::string>) {
    TestType p;
    CHECK_THROWS_AS(p([]() -> std::string { throw std::runtime_error("no"); }), std::runtime_error);
    CHECK_FALSE(p.has_value());
    CHECK(p([] { return "yes"; }) == "yes");
    CHECK(p([] { return "no"; }) == "yes");
}

// ---------------------------------------------------------------- 2. threads

TEST_CASE("synchronized_cached_property: one computes, the others wait", "[functools][cached_property][threads]") {
    synchronized_cached_property<std::vector<int>> p;
    std::atomic<int> computed{0}, sum{0}, arrived{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            ++arrived;
            sum += static_cast<int>(p([&] {
                                        ++computed;
                                        while (arrived < 4) std::this_thread::yield();
                                        return std::vector<int>(10);
                                    }).size());
        });
    for (auto& thread : threads) thread.join();
    CHECK(computed == 1);
    CHECK(sum == 40);
}

// ---------------------------------------------------------------- 3. once

TEST_CASE("once: calls the first time, and gives the result every time", "[functools][once]") {
    int calls = 0;
    auto const f = once([&] { return ++calls, std::string("read"); });
    CHECK(calls == 0);
    auto const copy = f;
    CHECK(f() == "read");
    CHECK(&copy() == &f());
    CHECK(calls == 1);
    auto const silent = once([&] { ++calls; });
    silent();
    silent();
    CHECK(calls == 2);
    int x = 0;
    auto const reference = once([&]() -> int& { return ++calls, x; });
    reference() = 4;
    CHECK(&reference() == &x);
    CHECK(calls == 3);
    CHECK(*once([] { return std::make_unique<int>(3); })() == 3);
}

TEST_CASE("once: an error is not the result", "[functools][once]") {
    int calls = 0;
    auto const f = once([&] {
        if (++calls == 1) throw std::runtime_error("first");
        return calls;
    });
    CHECK_THROWS_AS(f(), std::runtime_error);
    CHECK(f() == 2);
    CHECK(f() == 2);
}

TEST_CASE("once: threads", "[functools][once][threads]") {
    std::atomic<int> calls{0}, sum{0};
    auto const f = once([&] { return ++calls; });
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 100; ++i) sum += f();
        });
    for (auto& thread : threads) thread.join();
    CHECK(sum == 400);
}

}  // namespace
