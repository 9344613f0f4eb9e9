// SPDX-License-Identifier: MIT
// What reduces gets all values of a key at once, not one of them.

// expect: reduces_the_values

#include <regius/more_itertools/map_reduce.hpp>

#include <vector>

void subject() {
    std::vector<int> const numbers;
    auto const last_digit = [](int x) { return x % 10; };
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::map_reduce(numbers, last_digit, {}, [](std::vector<int> const& found) { return found.size(); });
#else
    (void)regius::map_reduce(numbers, last_digit, {}, [](int found) { return found; });
#endif
}
