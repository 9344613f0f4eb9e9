// SPDX-License-Identifier: MIT
// What is counted must have a hash and an ==.

// expect-gcc: use of deleted function 'regius::counter
// expect-clang: call to deleted constructor of 'regius::counter
// expect: what is counted needs == and a hash

#include <regius/collections/counter.hpp>

#include <cstddef>
#include <vector>

struct point {
    int x, y;

#ifdef TWIN  // the nearest right program: it must compile
    bool operator==(point const&) const = default;
    friend std::size_t hash_value(point const& p) { return static_cast<std::size_t>(p.x ^ p.y); }
#endif
};

void subject() {
    std::vector<point> const points;
    regius::counter c(points);
}
