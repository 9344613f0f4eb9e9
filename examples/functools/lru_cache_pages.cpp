// SPDX-License-Identifier: MIT
// Keep the pages that were asked for last: Python's lru_cache and its counts.

#include <regius/functools/lru_cache.hpp>

#include <cstdio>
#include <string>
#include <string_view>

int main() {
    auto page = regius::lru_cache({.maxsize = 2})([](std::string_view name) {
        std::printf("loading %.*s\n", static_cast<int>(name.size()), name.data());
        return "<h1>" + std::string(name) + "</h1>";
    });

    for (auto name : {"home", "about", "home", "news", "home", "about"}) page(name);
    std::puts(page.cache_info().repr().c_str());
}

// Output:
// loading home
// loading about
// loading news
// loading about
// CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)
