// SPDX-License-Identifier: MIT
// To find a result again its arguments must have a hash.

// expect: cacheable

#include <regius/functools/cache.hpp>

#include <utility>

struct point {
    int x, y;
};

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const norm = [](std::pair<int, int> p) { return p.first * p.first + p.second * p.second; };
#else
    auto const norm = [](point p) { return p.x * p.x + p.y * p.y; };
#endif
    (void)regius::cache(norm);
}
