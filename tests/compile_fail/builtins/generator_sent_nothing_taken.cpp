// SPDX-License-Identifier: MIT
// Only a generator with a Send type can be sent a value.

// expect-gcc: no matching function for call to
// expect-clang: no matching member function for call to 'send'

#include <regius/builtins/generator.hpp>

#ifdef TWIN  // the nearest right program: it must compile
regius::generator<int, int> echo() {
    for (int x = 0;;) x = co_yield x;
}
#else
regius::generator<int> echo() { co_yield 0; }
#endif

int subject() {
    auto g = echo();
    g.next();
    return g.send(1);
}
