// SPDX-License-Identifier: MIT
// A head has a whole number of elements.

// expect: integer

#include <regius/more_itertools/spy.hpp>

#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const n = 2;
#else
    auto const n = 2.5;
#endif
    (void)regius::spy(std::vector{1, 2, 3}, n);
}
