// SPDX-License-Identifier: MIT
// What is done before the first element knows nothing of elements.

// expect: action_or_none

#include <regius/core/none.hpp>
#include <regius/more_itertools/side_effect.hpp>

#include <vector>

void subject() {
    auto const look = [](int) {};
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::side_effect(look, std::vector{1, 2, 3}, [] {}, regius::none);
#else
    (void)regius::side_effect(look, std::vector{1, 2, 3}, look, regius::none);
#endif
}
