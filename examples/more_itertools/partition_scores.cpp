// SPDX-License-Identifier: MIT
// One pass, two lists: who passed and who did not. The question is asked once of each.

#include <regius/more_itertools/partition.hpp>

#include <iostream>
#include <map>
#include <string>

int main() {
    std::map<std::string, int> const scores{{"Ann", 71}, {"Bob", 38}, {"Cid", 90}, {"Dee", 12}};

    auto [failed, passed] = regius::partition([](auto const& entry) { return entry.second >= 50; }, scores);
    for (auto const& [name, score] : passed) std::cout << name << ' ';
    std::cout << "passed; ";
    for (auto const& [name, score] : failed) std::cout << name << ' ';
    std::cout << "failed\n";
}

// Output:
// Ann Cid passed; Bob Dee failed
