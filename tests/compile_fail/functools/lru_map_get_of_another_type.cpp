// SPDX-License-Identifier: MIT
// A number is no name.

// expect: finds_a_key

#include <regius/functools/lru_map.hpp>

#include <string>

void subject() {
    regius::lru_map<std::string, int> ages(9);
#ifdef TWIN  // the nearest right program: it must compile
    (void)ages.get("Ada");
#else
    (void)ages.get(42);
#endif
}
