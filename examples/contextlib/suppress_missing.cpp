// SPDX-License-Identifier: MIT
// Go on when something that may be missing is missing.

#include <regius/contextlib/suppress.hpp>

#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>

int main() {
    std::map<std::string, int> const prices{{"tea", 3}, {"milk", 1}};
    int total = 0;
    for (auto const* item : {"tea", "sugar", "milk"}) {
        if (regius::suppress<std::out_of_range>([&] { total += prices.at(item); }))
            std::printf("no price for %s\n", item);
    }
    std::printf("total %d\n", total);
}

// Output:
// no price for sugar
// total 4
