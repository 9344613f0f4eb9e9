// SPDX-License-Identifier: MIT
// Keep the three files used last: a dict whose order can be changed at both ends.

#include <regius/collections/ordered_dict.hpp>

#include <iostream>
#include <string>

int main() {
    regius::ordered_dict<std::string, int> recent;
    for (std::string const file : {"a.txt", "b.txt", "c.txt", "a.txt", "d.txt"}) {
        ++recent[file];
        recent.move_to_end(file);
        if (recent.size() > 3) std::cout << "forget " << recent.popitem(false).first << '\n';
    }
    std::cout << recent << '\n';
}

// Output:
// forget b.txt
// ordered_dict({'c.txt': 1, 'a.txt': 2, 'd.txt': 1})
