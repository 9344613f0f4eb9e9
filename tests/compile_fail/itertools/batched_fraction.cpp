// SPDX-License-Identifier: MIT
// A batch has a whole number of elements.

// expect: integer

#include <regius/itertools/batched.hpp>

#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const n = 2;
#else
    auto const n = 2.5;
#endif
    (void)regius::batched(std::vector{1, 2, 3}, n);
}
