// SPDX-License-Identifier: MIT
// A number alone could be a size or a bound, so a bound says what it is.

// expect: deleted

#include <regius/collections/deque.hpp>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    regius::deque<int> last(regius::maxlen(10));
#else
    regius::deque<int> last(10);
#endif
    last.append(1);
}
