// SPDX-License-Identifier: MIT
// What is limited is a call, not what came of one.

// expect-gcc: function_like
// expect-clang: does not satisfy 'function_like'

#include <regius/functools/rate_limit.hpp>

#include <chrono>

int download() { return 200; }

void subject() {
    using namespace std::chrono_literals;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::rate_limit(10, 1s)(download)();
#else
    (void)regius::rate_limit(10, 1s)(download());
#endif
}
