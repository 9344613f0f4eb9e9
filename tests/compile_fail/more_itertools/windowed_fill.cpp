// SPDX-License-Identifier: MIT
// What fills a window stands among the elements.

// expect: stands_in_for_elements

#include <regius/more_itertools/windowed.hpp>

#include <string>
#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<std::string> const words{"one", "two"};
#else
    std::vector const words{1, 2};
#endif
    (void)regius::windowed(words, 3, "-");
}
