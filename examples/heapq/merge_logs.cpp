// SPDX-License-Identifier: MIT
// Read several sorted logs as one, in order of time, without holding any of them: heapq.merge.

#include <regius/heapq/merge.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

int main() {
    std::vector<std::vector<std::string>> const logs{
        {"09:00 db   started", "09:05 db   slow query"},
        {"09:01 web  started", "09:04 web  GET /", "09:05 web  timeout"},
    };
    auto const time = [](std::string_view line) { return line.substr(0, 5); };

    for (auto const& line : regius::merge(logs, {}, time)) std::puts(line.c_str());
}

// Output:
// 09:00 db   started
// 09:01 web  started
// 09:04 web  GET /
// 09:05 db   slow query
// 09:05 web  timeout
