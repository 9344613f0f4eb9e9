// SPDX-License-Identifier: MIT
// Joining does not print: numbers are made texts first, as in Python.

// expect-gcc: join_pieces
// expect-clang: does not satisfy 'join_pieces'

#include <regius/text/join.hpp>

#include <string>
#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<std::string> const numbers{"1", "2"};
#else
    std::vector<int> const numbers{1, 2};
#endif
    (void)regius::join(", ", numbers);
}
