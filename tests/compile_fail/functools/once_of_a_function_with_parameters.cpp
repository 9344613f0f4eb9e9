// SPDX-License-Identifier: MIT
// Without arguments there is one result to keep; `cache` keeps one for each argument.

// expect: once_fn
// expect: invocable

#include <regius/functools/cache.hpp>
#include <regius/functools/once.hpp>

void subject() {
    auto const square = [](int x) { return x * x; };
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::cache(square);
#else
    (void)regius::once(square);
#endif
}
