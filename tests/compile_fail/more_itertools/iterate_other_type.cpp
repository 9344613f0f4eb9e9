// SPDX-License-Identifier: MIT
// A function is repeated on its own results.

// expect: function_of_its_results

#include <regius/more_itertools/iterate.hpp>

#include <string>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const next = [](int x) { return x + 1; };
#else
    auto const next = [](int x) { return std::to_string(x); };
#endif
    (void)regius::iterate(next, 1);
}
