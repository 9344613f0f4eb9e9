// SPDX-License-Identifier: MIT
// A hole at the end is where arguments go anyway; Python refuses it as well.

// expect-gcc: !(ends_in_hole
// expect-clang: '!ends_in_hole

#include <regius/functools/partial.hpp>

void subject() {
    auto const digits = [](int a, int b) { return 10 * a + b; };
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::partial(digits, regius::placeholder, 2);
#else
    (void)regius::partial(digits, 2, regius::placeholder);
#endif
}
