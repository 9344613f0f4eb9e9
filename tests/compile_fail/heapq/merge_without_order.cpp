// SPDX-License-Identifier: MIT
// What cannot be compared cannot be merged; a projection that gives something comparable mends it.

// expect: merge_comparable

#include <regius/heapq/merge.hpp>

#include <vector>

struct point {
    int x, y;
};

void subject() {
    std::vector<std::vector<point>> runs;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::merge(runs, {}, &point::x);
#else
    (void)regius::merge(runs);
#endif
}
