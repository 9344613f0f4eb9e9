// SPDX-License-Identifier: MIT
// Texts and numbers have no common type to be elements of.

// expect: alike_elements

#include <regius/more_itertools/interleave.hpp>

#include <string>
#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<long> const more{2};
#else
    std::vector<std::string> const more{"two"};
#endif
    (void)regius::interleave_longest(std::vector{1}, more);
}
