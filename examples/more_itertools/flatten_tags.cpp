// SPDX-License-Identifier: MIT
// One level of nesting less: the tags of all articles, each once.

#include <regius/more_itertools/flatten.hpp>
#include <regius/more_itertools/unique_everseen.hpp>

#include <iostream>
#include <string>
#include <vector>

int main() {
    std::vector<std::vector<std::string>> const articles{{"python", "cpp"}, {}, {"cpp", "ranges"}};

    for (auto const& tag : articles | regius::flatten() | regius::unique_everseen()) std::cout << tag << '\n';
}

// Output:
// python
// cpp
// ranges
