// SPDX-License-Identifier: MIT
// A range without an end cannot be cut into parts of one length; it can be dealt out.

// expect: poolable

#include <regius/more_itertools/distribute.hpp>
#include <regius/more_itertools/divide.hpp>

#include <ranges>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::distribute(3, std::views::iota(0));
    (void)regius::divide(3, std::views::iota(0, 9));
#else
    (void)regius::divide(3, std::views::iota(0));
#endif
}
