// SPDX-License-Identifier: MIT
// The keys of pairs must have a hash and an ==: a float has them, a lambda does not.

// expect-gcc: use of deleted function 'regius::dict
// expect-clang: call to deleted constructor of 'regius::dict
// expect: a key needs == and a hash

#include <regius/builtins/dict.hpp>

#include <utility>
#include <vector>

void subject() {
    auto const key = [] {};
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<std::pair<float, int>> const pairs;
#else
    std::vector<std::pair<decltype(key), int>> const pairs;
#endif
    regius::dict d(pairs);
    (void)key;
}
