// SPDX-License-Identifier: MIT
// Tasks by priority, some of which change their mind: the priority queue of the heapq documentation.

#include <regius/heapq/priority_queue.hpp>

#include <cstdio>
#include <string>

int main() {
    regius::priority_queue<std::string> tasks;
    tasks.push("write code", 5);
    tasks.push("release", 7);
    auto const spec = tasks.push("write spec", 1);
    auto const lunch = tasks.push("have lunch", 3);

    tasks.update(spec, 6);
    tasks.remove(lunch);
    while (!tasks.empty()) std::puts(tasks.pop().c_str());
}

// Output:
// write code
// write spec
// release
