// SPDX-License-Identifier: MIT
// Print a list as one writes it: commas between, "and" before the last.

#include <regius/more_itertools/mark_ends.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector<char const*> const guests{"Ada", "Grace", "Barbara"};

    for (auto [is_first, is_last, guest] : regius::mark_ends(guests))
        std::printf("%s%s", is_first ? "" : is_last ? " and " : ", ", guest);
    std::puts("");
}

// Output:
// Ada, Grace and Barbara
