// SPDX-License-Identifier: MIT
// To know a kind again it must have a hash, or a key that has one.

// expect-gcc: hashable_key_of_the_elements
// expect-clang: no matching function for call to object of type 'const duplicates_everseen_fn'

#include <regius/more_itertools/duplicates_everseen.hpp>

#include <vector>

struct point {
    int x, y;
};

void subject() {
    std::vector<point> const points;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::duplicates_everseen(points, &point::x);
#else
    (void)regius::duplicates_everseen(points);
#endif
}
