// SPDX-License-Identifier: MIT
// range counts in integers, as in Python.

// expect: range

#include <regius/builtins/range.hpp>

#include <cstddef>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const stop = 3;
#else
    auto const stop = 3.0;
#endif
    (void)regius::range(stop);
}
