// SPDX-License-Identifier: MIT
// A container is no iterator: each begin() is its first element again. Python: 'list' object is not an iterator.

// expect-gcc: no match for call to
// expect-clang: no matching function for call to object of type

#include <regius/builtins/next.hpp>

#include <ranges>
#include <vector>

int subject() {
    std::vector numbers{1, 2, 3};
#ifdef TWIN  // the nearest right program: it must compile
    std::ranges::subrange source(numbers);
#else
    auto& source = numbers;
#endif
    return regius::next(source);
}
