// SPDX-License-Identifier: MIT
// Elements without an order need one, or a projection that has one.

// expect: orders_the_elements

#include <regius/more_itertools/minmax.hpp>

#include <vector>

struct city {
    char const* name;
    double population;
};

void subject() {
    std::vector<city> const cities;
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::minmax(cities, {}, &city::population);
#else
    (void)regius::minmax(cities);
#endif
}
