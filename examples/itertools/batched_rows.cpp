// SPDX-License-Identifier: MIT
// Print a flat list as rows of a table: the everyday use of itertools.batched.

#include <regius/itertools/batched.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const seats{11, 12, 13, 14, 15, 16, 17};

    for (auto row : regius::batched(seats, 3)) {
        for (int seat : row) std::printf("%4d", seat);
        std::puts("");
    }
}

// Output:
//   11  12  13
//   14  15  16
//   17
