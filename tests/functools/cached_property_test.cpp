// SPDX-License-Identifier: MIT
#include <regius/functools/cached_property.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

using regius::cached_property;
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

TEST_CASE("cached_property: TestCachedProperty.test_cached_attribute_name_differs_from_func_name",
          "[functools][cached_property][oracle]") {
    struct optionally_cached {
        mutable int cost = 1;
        cached_property<int> cached_cost_;
        [[nodiscard]] int get_cost() const { return ++cost; }
        [[nodiscard]] int cached_cost() const {
            return cached_cost_([&] { return get_cost(); });
        }
    };
    optionally_cached const item;
    CHECK(item.get_cost() == 2);
    CHECK(item.cached_cost() == 3);
    CHECK(item.get_cost() == 4);
    CHECK(item.cached_cost() == 3);
}

TEST_CASE("cached_property: TestCachedProperty.test_reuse_same_name", "[functools][cached_property][oracle]") {
    int counter = 0;
    auto const count = [&] { return ++counter; };
    cached_property<int> const a, b;
    CHECK(a(count) == 1);
    CHECK(b(count) == 2);
    CHECK(a(count) == 1);
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

}  // namespace
