// SPDX-License-Identifier: MIT
// A key must have a hash.

// expect-gcc: hashable
// expect-clang: does not satisfy 'hashable'

#include <regius/functools/lru_map.hpp>

#include <cstddef>

struct point {
    int x = 0, y = 0;
    friend bool operator==(point, point) = default;
#ifdef TWIN  // the nearest right program: it must compile
    friend std::size_t hash_value(point p) { return static_cast<std::size_t>(p.x ^ p.y); }
#endif
};

void subject() {
    regius::lru_map<point, int> squares(9);
    squares.put({1, 2}, 5);
}
