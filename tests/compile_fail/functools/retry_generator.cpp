// SPDX-License-Identifier: MIT
// A generator has not begun when it is returned: there is nothing to retry yet.

// expect: finished_when_it_returns

#include <regius/builtins/generator.hpp>
#include <regius/functools/retry.hpp>

regius::generator<int> lines() { co_yield 1; }

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const count = [] {
        int n = 0;
        for (int line : lines()) n += line;
        return n;
    };
    (void)regius::retry({.max_attempts = 3})(count)();
#else
    (void)regius::retry({.max_attempts = 3})(lines)();
#endif
}
