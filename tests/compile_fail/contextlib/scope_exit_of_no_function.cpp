// SPDX-License-Identifier: MIT
// What a scope guard calls takes no arguments.

// expect: what a scope guard calls takes no arguments

#include <regius/contextlib/scope.hpp>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    regius::scope_exit guard([] {});
#else
    regius::scope_exit guard([](int) {});
#endif
}
