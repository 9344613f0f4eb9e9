// SPDX-License-Identifier: MIT
// What is retried is a call, not what came of one.

// expect-gcc: function_like
// expect-clang: does not satisfy 'function_like'

#include <regius/functools/retry.hpp>

int download() { return 200; }

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::retry({.max_attempts = 3})(download)();
#else
    (void)regius::retry({.max_attempts = 3})(download());
#endif
}
