// SPDX-License-Identifier: MIT
// Take turns, and move everybody on by one: rotate, negative indices, and both ends of a deque.

#include <regius/collections/deque.hpp>

#include <iostream>
#include <string>

int main() {
    regius::deque<std::string> players{"Ann", "Bob", "Eve"};

    for (int turn = 0; turn < 4; ++turn) {
        std::cout << players[0] << " plays, " << players[-1] << " played\n";
        players.rotate(-1);
    }
    players.appendleft("Zoe");
    std::cout << players << ' ' << players.index("Eve") << '\n';
}

// Output:
// Ann plays, Eve played
// Bob plays, Ann played
// Eve plays, Bob played
// Ann plays, Eve played
// deque(['Zoe', 'Bob', 'Eve', 'Ann']) 2
