// SPDX-License-Identifier: MIT
// Number two lists side by side: enumerate and zip together.

#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/zip.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const names{"Ann", "Tom", "Eve"};
    std::vector const ages{31, 29};

    for (auto [i, row] : regius::enumerate(regius::zip(names, ages), 1)) {
        auto [name, age] = row;
        std::printf("%d. %s, %d\n", static_cast<int>(i), name, age);
    }
}

// Output:
// 1. Ann, 31
// 2. Tom, 29
