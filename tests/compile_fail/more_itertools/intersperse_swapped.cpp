// SPDX-License-Identifier: MIT
// What comes between the elements is named before them, as in Python.

// expect: iterable

#include <regius/more_itertools/intersperse.hpp>

#include <vector>

void subject() {
    std::vector const numbers{1, 2, 3};
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::intersperse(0, numbers, 2);
#else
    (void)regius::intersperse(numbers, 0, 2);
#endif
}
