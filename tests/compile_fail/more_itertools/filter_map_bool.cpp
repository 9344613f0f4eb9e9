// SPDX-License-Identifier: MIT
// A function that says whether there is a result must give the result too.

// expect: optional_function_of_the_elements

#include <regius/more_itertools/filter_map.hpp>

#include <optional>
#include <vector>

void subject() {
    std::vector<int> const numbers;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::filter_map([](int x) { return x != 0 ? std::optional(100 / x) : std::nullopt; }, numbers);
#else
    (void)regius::filter_map([](int x) { return x != 0; }, numbers);
#endif
}
