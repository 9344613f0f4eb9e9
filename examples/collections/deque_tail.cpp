// SPDX-License-Identifier: MIT
// The last lines of a stream, in memory for that many only: collections.deque with a maxlen.

#include <regius/collections/deque.hpp>

#include <iostream>
#include <sstream>
#include <string>

int main() {
    std::istringstream log("start\nload\nwarn: disk\nretry\nerror: disk full\n");

    regius::deque<std::string> tail(regius::maxlen(3));
    for (std::string line; std::getline(log, line);) tail.append(line);

    std::cout << tail << '\n';
}

// Output:
// deque(['warn: disk', 'retry', 'error: disk full'], maxlen=3)
