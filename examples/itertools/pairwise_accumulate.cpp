// SPDX-License-Identifier: MIT
// Running totals and the steps between neighbours.

#include <regius/itertools/accumulate.hpp>
#include <regius/itertools/pairwise.hpp>

#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    std::vector const prices{100, 104, 101, 110};

    for (auto [before, after] : regius::pairwise(prices)) std::printf("%+d ", after - before);
    std::puts("");
    for (int best : regius::accumulate(prices, [](int a, int b) { return std::max(a, b); })) std::printf("%d ", best);
    std::puts("");
}

// Output:
// +4 -3 +9
// 100 104 104 110
