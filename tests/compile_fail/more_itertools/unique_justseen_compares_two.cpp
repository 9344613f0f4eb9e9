// SPDX-License-Identifier: MIT
// A key is a function of one element, not a comparison of two.

// expect: key_of_the_elements

#include <regius/more_itertools/unique_justseen.hpp>

#include <vector>

void subject() {
    std::vector<int> const numbers;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::unique_justseen(numbers, [](int x) { return x / 10; });
#else
    (void)regius::unique_justseen(numbers, [](int x, int y) { return x / 10 == y / 10; });
#endif
}
