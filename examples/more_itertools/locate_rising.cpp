// SPDX-License-Identifier: MIT
// Find the days on which a price rose twice in a row, and those on which it was above eleven.

#include <regius/more_itertools/locate.hpp>

#include <cstdio>
#include <vector>

int main() {
    std::vector const prices{9, 8, 10, 12, 11, 12, 15};

    for (auto day : regius::locate(prices, [](int price) { return price > 11; })) std::printf("day %zu\n", day);

    auto const rising = [](auto const& days) { return days.size() == 3 && days[0] < days[1] && days[1] < days[2]; };
    for (auto day : prices | regius::locate(rising, 3)) std::printf("from day %zu on\n", day);
}

// Output:
// day 3
// day 5
// day 6
// from day 1 on
// from day 4 on
