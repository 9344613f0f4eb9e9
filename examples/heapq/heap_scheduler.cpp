// SPDX-License-Identifier: MIT
// Run what is due first, and put it back for later: a heap by projection, as a simulation or a scheduler keeps it.

#include <regius/heapq/heap.hpp>

#include <cstdio>
#include <vector>

struct job {
    int due;
    int every;
    char const* name;
};

int main() {
    std::vector<job> jobs{{5, 5, "poll"}, {2, 7, "ping"}, {9, 9, "save"}};
    regius::heapify(jobs, {}, &job::due);

    for (int i = 0; i < 5; ++i) {
        auto next = regius::heappop(jobs, {}, &job::due);
        std::printf("%2d %s\n", next.due, next.name);
        next.due += next.every;
        regius::heappush(jobs, next, {}, &job::due);
    }
}

// Output:
//  2 ping
//  5 poll
//  9 save
//  9 ping
// 10 poll
