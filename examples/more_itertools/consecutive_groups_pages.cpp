// SPDX-License-Identifier: MIT
// Write page numbers as an index does: 1-3, 7, 10-11.

#include <regius/more_itertools/consecutive_groups.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const pages{1, 2, 3, 7, 10, 11};

    for (auto group : regius::consecutive_groups(pages)) {
        int front = 0, back = 0;
        for (int page : group) {
            if (front == 0) front = page;
            back = page;
        }
        if (front == back)
            std::printf("%d\n", front);
        else
            std::printf("%d-%d\n", front, back);
    }
}

// Output:
// 1-3
// 7
// 10-11
