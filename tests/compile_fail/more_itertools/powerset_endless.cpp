// SPDX-License-Identifier: MIT
// All choices of an endless range would never begin.

// expect: poolable

#include <regius/more_itertools/powerset.hpp>

#include <ranges>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const numbers = std::views::iota(0, 9);
#else
    auto const numbers = std::views::iota(0);
#endif
    (void)regius::powerset(numbers);
}
