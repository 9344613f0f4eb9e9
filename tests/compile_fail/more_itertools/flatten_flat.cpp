// SPDX-License-Identifier: MIT
// A range of numbers has no inner ranges.

// expect: range_of_iterables

#include <regius/more_itertools/flatten.hpp>

#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<std::vector<int>> const rows{{1}, {2, 3}};
#else
    std::vector<int> const rows{1, 2, 3};
#endif
    (void)regius::flatten(rows);
}
