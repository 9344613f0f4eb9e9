// SPDX-License-Identifier: MIT
// A fold has two to work with: what it has, and the next element.

// expect: accumulates

#include <regius/functools/reduce.hpp>

#include <vector>

void subject() {
    std::vector<int> const numbers{1, 2, 3};
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::reduce([](int sum, int x) { return sum + x; }, numbers);
#else
    (void)regius::reduce([](int x) { return x; }, numbers);
#endif
}
