// SPDX-License-Identifier: MIT
// A pipeline as one would write it in Python: map, filter, sorted, sum, to.

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/sorted.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/builtins/to.hpp>

#include <cstdio>
#include <functional>
#include <vector>

int main() {
    auto const squares = regius::range(1, 11) | regius::map([](int x) { return x * x; });
    auto const even = squares | regius::filter([](int x) { return x % 2 == 0; }) | regius::to<std::vector>();

    for (int x : even | regius::sorted(std::ranges::greater{})) std::printf("%d ", x);
    std::printf("\nsum %d\n", static_cast<int>(regius::sum(even)));
    std::printf("sum of ten tenths %g\n", regius::sum(std::vector(10, 0.1)) - 1);
}

// Output:
// 100 64 36 16 4
// sum 220
// sum of ten tenths 0
