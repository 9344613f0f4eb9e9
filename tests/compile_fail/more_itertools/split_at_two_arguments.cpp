// SPDX-License-Identifier: MIT
// split_at asks about one element; split_when asks about two neighbours.

// expect: predicate_of_the_elements

#include <regius/more_itertools/split_at.hpp>
#include <regius/more_itertools/split_when.hpp>

#include <functional>
#include <vector>

void subject() {
    std::vector const numbers{1, 2, 1};
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::split_when(numbers, std::greater<int>{});
#else
    (void)regius::split_at(numbers, std::greater<int>{});
#endif
}
