// SPDX-License-Identifier: MIT
// Total sales by city, in the order in which the cities first sold something.

#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/map_reduce.hpp>

#include <cstdio>
#include <string_view>
#include <vector>

struct sale {
    std::string_view city;
    double amount;
};

int main() {
    std::vector<sale> const sales{{"Rome", 12.5}, {"Oslo", 3.0}, {"Rome", 7.5}, {"Lima", 1.0}, {"Oslo", 2.0}};

    for (auto const& [city, total] : regius::map_reduce(sales, &sale::city, &sale::amount, regius::sum))
        std::printf("%s %.1f\n", city.c_str(), total);
}

// Output:
// Rome 20.0
// Oslo 5.0
// Lima 1.0
