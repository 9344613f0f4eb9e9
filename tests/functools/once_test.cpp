// SPDX-License-Identifier: MIT
#include <regius/functools/once.hpp>

#include <support/catch.hpp>

#include <atomic>
#include <concepts>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using regius::once;

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

static_assert(!std::invocable<decltype(once), int (*)(int)>);  // one result for every argument is what cache is for
static_assert(!std::invocable<decltype(once), int>);

}  // namespace
