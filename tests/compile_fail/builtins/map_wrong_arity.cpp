// SPDX-License-Identifier: MIT
// A function of two elements needs two ranges.

// expect: function_of_the_elements

#include <regius/builtins/map.hpp>

#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const f = [](int x) { return x; };
#else
    auto const f = [](int x, int y) { return x + y; };
#endif
    (void)regius::map(f, std::vector{1, 2});
}
