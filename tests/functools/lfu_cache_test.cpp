// SPDX-License-Identifier: MIT
#include <regius/functools/lfu_cache.hpp>

#include <support/catch.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <random>
#include <thread>
#include <vector>

namespace {

using regius::cache_counts;
using regius::lfu_cache;

TEST_CASE("lfu_cache: what is used least often goes, of several the oldest", "[functools][lfu_cache][oracle]") {
    std::vector<int> called;
    auto f = lfu_cache({.maxsize = 2})([&](int x) { return called.push_back(x), x; });
    f(1), f(1), f(2), f(3), f(1), f(2);
    CHECK(called == std::vector{1, 2, 3, 2});
    CHECK(f.cache_info() == cache_counts{.hits = 2, .misses = 4, .maxsize = 2, .currsize = 2});
    CHECK(lfu_cache([](int x) { return x; }).cache_info().maxsize == 128);
}

TEST_CASE("lfu_cache: holds what counting holds", "[functools][lfu_cache]") {
    struct item {
        int key;
        std::uint64_t uses, since;
    };
    std::mt19937 random(3);
    for (std::size_t size : {1U, 2U, 5U, 40U}) {
        CAPTURE(size);
        bool called = false;
        auto f = lfu_cache({.maxsize = size})([&](int x) { return called = true, x; });
        std::vector<item> model;
        for (std::uint64_t now = 1; now <= 3000; ++now) {
            int const x = static_cast<int>(random() % (size * 3));
            auto const found = std::find_if(model.begin(), model.end(), [&](item const& i) { return i.key == x; });
            bool const miss = found == model.end();
            called = false;
            f(x);
            REQUIRE(called == miss);
            if (!miss) {
                *found = {x, found->uses + 1, now};
                continue;
            }
            if (model.size() == size)
                model.erase(std::min_element(model.begin(), model.end(), [](item const& a, item const& b) {
                    return a.uses != b.uses ? a.uses < b.uses : a.since < b.since;
                }));
            model.push_back({x, 1, now});
            if (now % 1000 == 0) f.cache_clear(), model.clear();
        }
    }
}

TEST_CASE("lfu_cache: threads", "[functools][lfu_cache][threads]") {
    auto const f = lfu_cache({.maxsize = 8})([](int x) { return x + 1; });
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 1000; ++i) wrong += f((i * 3 + t) % 20) != (i * 3 + t) % 20 + 1;
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}

}  // namespace
