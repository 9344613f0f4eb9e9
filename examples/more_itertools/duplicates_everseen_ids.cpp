// SPDX-License-Identifier: MIT
// List the identifiers that were given more than once, each once.

#include <regius/more_itertools/duplicates_everseen.hpp>
#include <regius/more_itertools/unique_everseen.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const ids{7, 3, 7, 12, 3, 7, 5};

    for (int id : ids | regius::duplicates_everseen() | regius::unique_everseen()) std::printf("%d\n", id);
}

// Output:
// 7
// 3
