// SPDX-License-Identifier: MIT
// A recursive function with a memory: each number is computed once.

#include <regius/functools/cache.hpp>

#include <cstdint>
#include <cstdio>

int main() {
    auto fib = regius::cache.as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
        return n < 2 ? static_cast<std::uint64_t>(n) : self(n - 1) + self(n - 2);
    });

    std::printf("%llu\n", static_cast<unsigned long long>(fib(90)));
    std::puts(fib.cache_info().repr().c_str());
}

// Output:
// 2880067194370816120
// CacheInfo(hits=88, misses=91, maxsize=None, currsize=91)
