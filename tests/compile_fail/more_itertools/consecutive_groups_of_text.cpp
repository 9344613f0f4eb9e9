// SPDX-License-Identifier: MIT
// What follows what is a question of numbers: an element that is none needs an ordering.

// expect: position_of_the_elements

#include <regius/more_itertools/consecutive_groups.hpp>

#include <string>
#include <vector>

struct ticket {
    int number;
    std::string owner;
};

void subject() {
    std::vector<ticket> tickets;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::consecutive_groups(tickets, &ticket::number);
#else
    (void)regius::consecutive_groups(tickets, &ticket::owner);
#endif
}
