// SPDX-License-Identifier: MIT
// split_when asks about an element and the one behind it.

// expect: predicate_of_two_neighbours

#include <regius/more_itertools/split_when.hpp>

#include <vector>

void subject() {
    std::vector const numbers{1, 2, 1};
#ifdef TWIN  // the nearest right program: it must compile
    auto const fell = [](int x, int y) { return y < x; };
#else
    auto const fell = [](int x) { return x < 0; };
#endif
    (void)regius::split_when(numbers, fell);
}
