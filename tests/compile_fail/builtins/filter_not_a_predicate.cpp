// SPDX-License-Identifier: MIT
// A function of two elements answers no question about one.

// expect: predicate_of_the_elements

#include <regius/builtins/filter.hpp>

#include <vector>

void subject() {
    std::vector<int> const numbers{1, 2, 3};
#ifdef TWIN  // the nearest right program: it must compile
    auto const question = [](int x) { return x > 1; };
#else
    auto const question = [](int x, int y) { return x > y; };
#endif
    (void)regius::filter(question, numbers);
}
