// SPDX-License-Identifier: MIT
// Share work among three: dealt out one by one, and cut into equal parts.

#include <regius/builtins/range.hpp>
#include <regius/more_itertools/distribute.hpp>
#include <regius/more_itertools/divide.hpp>

#include <cstdio>

int main() {
    for (auto hand : regius::distribute(3, regius::range(1, 8))) {
        for (int card : hand) std::printf("[%d]", card);
        std::puts("");
    }
    for (auto part : regius::divide(3, regius::range(1, 8)))
        std::printf("%d..%d of %d\n", part.front(), part.back(), int(part.size()));
}

// Output:
// [1][4][7]
// [2][5]
// [3][6]
// 1..3 of 3
// 4..5 of 2
// 6..7 of 2
