// SPDX-License-Identifier: MIT
// A value is there a whole number of times.

// expect: values_with_counts

#include <regius/more_itertools/run_length_decode.hpp>

#include <utility>
#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<std::pair<char, int>> const runs{{'a', 2}};
#else
    std::vector<std::pair<char, double>> const runs{{'a', 2.0}};
#endif
    (void)regius::run_length_decode(runs);
}
