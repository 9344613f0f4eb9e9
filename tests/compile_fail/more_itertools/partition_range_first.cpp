// SPDX-License-Identifier: MIT
// The predicate comes first, as in Python; a range comes first to the left of `|`.

// expect-gcc: predicate_of_the_elements
// expect-clang: partition_fn

#include <regius/more_itertools/partition.hpp>

#include <vector>

void subject() {
    std::vector const numbers{1, 2, 3};
    auto const odd = [](int x) { return x % 2 == 1; };
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::partition(odd, numbers);
    (void)(numbers | regius::partition(odd));
#else
    (void)regius::partition(numbers, odd);
#endif
}
