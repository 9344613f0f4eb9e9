// SPDX-License-Identifier: MIT
// Play a pattern four times, without a copy of it.

#include <regius/more_itertools/ncycles.hpp>

#include <cstdio>
#include <string_view>

int main() {
    for (char beat : regius::ncycles(std::string_view("x.o."), 4)) std::putchar(beat);
    std::puts("");
}

// Output:
// x.o.x.o.x.o.x.o.
