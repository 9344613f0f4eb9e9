// SPDX-License-Identifier: MIT
// What is passed is an engine, not the seed of one.

// expect-gcc: random_bits
// expect-clang: no matching function for call to object of type 'const sample_fn<false>'

#include <regius/more_itertools/sample.hpp>

#include <random>
#include <vector>

void subject() {
    std::vector<int> const numbers;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::sample(numbers, 3, std::mt19937(42));
#else
    (void)regius::sample(numbers, 3, 42);
#endif
}
