// SPDX-License-Identifier: MIT
// The largest of what never ends would never be found.

// expect: ending_range

#include <regius/heapq/nlargest.hpp>

#include <ranges>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::nlargest(3, std::views::iota(0) | std::views::take(100));
#else
    (void)regius::nlargest(3, std::views::iota(0));
#endif
}
