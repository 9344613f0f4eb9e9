// SPDX-License-Identifier: MIT
// Serve several queues in turn: until the shortest is empty, and until all are.

#include <regius/more_itertools/interleave.hpp>

#include <cstdio>
#include <string_view>

int main() {
    using namespace std::literals;
    auto const urgent = "AB"sv, normal = "xyz"sv, idle = "1234"sv;

    for (char job : regius::interleave(urgent, normal, idle)) std::putchar(job);
    std::puts("");
    for (char job : regius::interleave_longest(urgent, normal, idle)) std::putchar(job);
    std::puts("");
}

// Output:
// Ax1By2
// Ax1By2z34
