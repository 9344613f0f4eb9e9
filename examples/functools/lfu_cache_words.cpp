// SPDX-License-Identifier: MIT
// Keep what is asked for most: one visitor does not drive out the regulars.

#include <regius/functools/lfu_cache.hpp>

#include <cstdio>

int main() {
    auto square = regius::lfu_cache({.maxsize = 2})([](int x) {
        std::printf("computing %d\n", x);
        return x * x;
    });

    for (int x : {7, 7, 7, 1, 2, 3, 7}) square(x);
}

// Output:
// computing 7
// computing 1
// computing 2
// computing 3
