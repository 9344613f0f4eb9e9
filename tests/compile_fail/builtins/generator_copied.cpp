// SPDX-License-Identifier: MIT
// A generator has one position: there is no second walk through a copy.

// expect-gcc: use of deleted function
// expect-clang: call to deleted constructor

#include <regius/builtins/generator.hpp>

#include <utility>

regius::generator<int> numbers() { co_yield 1; }

void subject() {
    auto g = numbers();
#ifdef TWIN  // the nearest right program: it must compile
    auto again = std::move(g);
#else
    auto again = g;
#endif
    for (int i : again) static_cast<void>(i);
}
