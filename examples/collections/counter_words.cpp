// SPDX-License-Identifier: MIT
// Count words and show the most frequent: the everyday use of collections.Counter.

#include <regius/collections/counter.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

int main() {
    std::vector<std::string_view> const words{"spam", "eggs", "spam", "ham", "spam", "eggs"};

    regius::counter<std::string> seen(words);
    for (auto const& [word, n] : seen.most_common(2)) std::cout << word << ' ' << n << '\n';

    ++seen["bacon"];
    std::cout << seen["tofu"] << ' ' << seen.total() << '\n';  // reading inserts nothing
    std::cout << seen << '\n';
}

// Output:
// spam 3
// eggs 2
// 0 7
// counter({'spam': 3, 'eggs': 2, 'ham': 1, 'bacon': 1})
