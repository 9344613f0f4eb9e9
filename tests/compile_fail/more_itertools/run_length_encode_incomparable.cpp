// SPDX-License-Identifier: MIT
// A run ends where an element differs, so elements must compare.

// expect: comparable_elements

#include <regius/more_itertools/run_length_encode.hpp>

#include <vector>

struct pixel {
    int red, green, blue;
#ifdef TWIN  // the nearest right program: it must compile
    bool operator==(pixel const&) const = default;
#endif
};

void subject() { (void)regius::run_length_encode(std::vector<pixel>(2)); }
