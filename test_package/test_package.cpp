// SPDX-License-Identifier: MIT
#include <regius/itertools/batched.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const seats{11, 12, 13, 14, 15};
    for (auto row : regius::batched(seats, 3)) std::printf("a row of %d\n", static_cast<int>(row.size()));
}
