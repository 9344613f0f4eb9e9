// SPDX-License-Identifier: MIT
// The largest and the smallest few of many, in one pass: heapq.nlargest and heapq.nsmallest.

#include <regius/heapq/nlargest.hpp>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

int main() {
    std::vector<std::pair<std::string, int>> const files{
        {"a.log", 120}, {"b.log", 7}, {"c.log", 300}, {"d.log", 7}, {"e.log", 80}};
    auto const size = [](auto const& file) { return file.second; };

    for (auto const& [name, bytes] : regius::nlargest(2, files, {}, size)) std::printf("%s %d\n", name.c_str(), bytes);
    for (auto const& [name, bytes] : regius::nsmallest(2, files, {}, size)) std::printf("%s %d\n", name.c_str(), bytes);
}

// Output:
// c.log 300
// a.log 120
// b.log 7
// d.log 7
