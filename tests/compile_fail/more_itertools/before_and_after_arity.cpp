// SPDX-License-Identifier: MIT
// A question about one element.

// expect: predicate_of_the_elements

#include <regius/more_itertools/before_and_after.hpp>

#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const question = [](int x) { return x < 3; };
#else
    auto const question = [](int x, int y) { return x < y; };
#endif
    (void)regius::before_and_after(question, std::vector{1, 2, 3});
}
