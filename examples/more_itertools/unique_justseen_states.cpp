// SPDX-License-Identifier: MIT
// Show a machine's history as changes of state.

#include <regius/more_itertools/unique_justseen.hpp>

#include <cstdio>
#include <vector>

struct reading {
    int second;
    char const* state;
};

int main() {
    std::vector<reading> const readings{{0, "idle"}, {1, "idle"}, {2, "running"}, {3, "running"}, {4, "idle"}};

    for (auto const& [second, state] : regius::unique_justseen(readings, &reading::state))
        std::printf("%d s: %s\n", second, state);
}

// Output:
// 0 s: idle
// 2 s: running
// 4 s: idle
