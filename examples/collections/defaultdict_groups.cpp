// SPDX-License-Identifier: MIT
// Group words by their first letter: a value that makes itself when it is first asked for.

#include <regius/collections/defaultdict.hpp>

#include <iostream>
#include <string>
#include <vector>

int main() {
    regius::defaultdict<char, std::vector<std::string>> groups;
    for (std::string const word : {"apple", "bean", "avocado", "beet"}) groups[word.front()].push_back(word);

    std::cout << groups << '\n';
    std::cout << groups.contains('z') << '\n';  // only [] makes a value
}

// Output:
// defaultdict({'a': ['apple', 'avocado'], 'b': ['bean', 'beet']})
// 0
