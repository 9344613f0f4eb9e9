// SPDX-License-Identifier: MIT
// What fills up a range stands among its elements.

// expect: padding_for

#include <regius/more_itertools/padded.hpp>

#include <string>
#include <vector>

void subject() {
    std::vector<std::string> const words{"one", "two"};
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::padded(words, "-", 3, false);
#else
    (void)regius::padded(words, 0, 3, false);
#endif
}
