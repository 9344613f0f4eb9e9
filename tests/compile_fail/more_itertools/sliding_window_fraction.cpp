// SPDX-License-Identifier: MIT
// A window has a whole number of elements.

// expect: integer

#include <regius/more_itertools/sliding_window.hpp>

#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const n = 2;
#else
    auto const n = 2.5;
#endif
    (void)regius::sliding_window(std::vector{1, 2, 3}, n);
}
