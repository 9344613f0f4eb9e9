// SPDX-License-Identifier: MIT
// A key must have a hash and an ==.

// expect: dict, counter: a key needs operator== and a hash

#include <regius/builtins/dict.hpp>

struct point {
    int x, y;

#ifdef TWIN  // the nearest right program: it must compile
    bool operator==(point const&) const = default;
    friend std::size_t hash_value(point const& p) { return static_cast<std::size_t>(p.x ^ p.y); }
#endif
};

void subject() {
    regius::dict<point, int> d;
    d[point{1, 2}] = 3;
}
