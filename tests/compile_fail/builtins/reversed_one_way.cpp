// SPDX-License-Identifier: MIT
// A list that is linked in one direction cannot be walked backwards.

// expect: reversible

#include <regius/builtins/reversed.hpp>

#include <forward_list>
#include <list>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::list<int> const numbers{1, 2};
#else
    std::forward_list<int> const numbers{1, 2};
#endif
    (void)regius::reversed(numbers);
}
