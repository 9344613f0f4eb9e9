// SPDX-License-Identifier: MIT
// Eight threads want the same thing at the same moment: one works, the others wait for its result.

#include <regius/functools/cache.hpp>

#include <atomic>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

int main() {
    std::atomic<int> arrived{0};
    auto const report = regius::cache(regius::single_flight)([&](std::string const& city) {
        while (arrived < 8) std::this_thread::yield();  // slow work
        return "weather of " + city;
    });

    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            ++arrived;
            static_cast<void>(report("Oslo"));
        });
    for (auto& thread : threads) thread.join();

    auto const counts = report.cache_info();
    std::printf("%s: computed %zu time, shared %zu times\n", report("Oslo").c_str(), counts.misses, counts.hits);
}

// Output:
// weather of Oslo: computed 1 time, shared 7 times
