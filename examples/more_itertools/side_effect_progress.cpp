// SPDX-License-Identifier: MIT
// Watch a pipeline: a line before it starts, one every three elements, one when it is over.

#include <regius/builtins/range.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/side_effect.hpp>

#include <cstdio>

int main() {
    auto const progress = [](auto const& chunk) {
        std::printf("next: %zu jobs\n", static_cast<std::size_t>(chunk.size()));
    };
    auto const begin = [] { std::puts("begin"); };
    auto const end = [] { std::puts("end"); };

    auto const total = regius::sum(regius::range(8) | regius::side_effect(progress, 3, begin, end));
    std::printf("total %ld\n", static_cast<long>(total));
}

// Output:
// begin
// next: 3 jobs
// next: 3 jobs
// next: 2 jobs
// end
// total 28
