// SPDX-License-Identifier: MIT
// Only a text can be cut; a number is printed first.

// expect: not_a_text

#include <regius/text/split.hpp>

#include <string>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const number = std::to_string(42);
#else
    auto const number = 42;
#endif
    (void)regius::split(number, ',');
}
