// SPDX-License-Identifier: MIT
// Elements come from a range.

// expect: iterable

#include <regius/builtins/range.hpp>
#include <regius/more_itertools/mark_ends.hpp>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::mark_ends(regius::range(10));
#else
    (void)regius::mark_ends(10);
#endif
}
