// SPDX-License-Identifier: MIT
// What is remembered has a type: a function of anything must say of what.

// expect: cacheable

#include <regius/functools/lru_cache.hpp>

void subject() {
    auto const twice = [](auto x) { return x + x; };
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::lru_cache({.maxsize = 9}).as<int(int)>(twice);
#else
    (void)regius::lru_cache({.maxsize = 9})(twice);
#endif
}
