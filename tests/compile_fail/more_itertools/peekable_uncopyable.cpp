// SPDX-License-Identifier: MIT
// What is looked at is kept: elements of a container that cannot be copied stay in it.

// expect: keeps_its_elements

#include <regius/more_itertools/peekable.hpp>

#include <memory>
#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<std::shared_ptr<int>> elements(3);
#else
    std::vector<std::unique_ptr<int>> elements(3);
#endif
    (void)regius::peekable(elements);
}
