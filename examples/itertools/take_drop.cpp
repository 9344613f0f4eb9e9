// SPDX-License-Identifier: MIT
// Cut by a question: takewhile, dropwhile, filterfalse, compress.

#include <regius/itertools/compress.hpp>
#include <regius/itertools/dropwhile.hpp>
#include <regius/itertools/filterfalse.hpp>
#include <regius/itertools/takewhile.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const v{1, 4, 6, 3, 8};
    auto const small = [](int x) { return x < 5; };

    for (int x : regius::takewhile(small, v)) std::printf("%d ", x);
    std::printf("| ");
    for (int x : regius::dropwhile(small, v)) std::printf("%d ", x);
    std::printf("| ");
    for (int x : regius::filterfalse(small, v)) std::printf("%d ", x);
    std::printf("| ");
    for (int x : regius::compress(v, std::vector{true, false, false, true})) std::printf("%d ", x);
    std::puts("");
}

// Output:
// 1 4 | 6 3 8 | 6 8 | 1 3
