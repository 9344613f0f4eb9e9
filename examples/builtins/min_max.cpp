// SPDX-License-Identifier: MIT
// The best of a range, ties to the first, and answers about all of it.

#include <regius/builtins/all_any.hpp>
#include <regius/builtins/len.hpp>
#include <regius/builtins/min_max.hpp>

#include <cstdio>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> const words{"pear", "fig", "plum", "kiwi"};

    std::printf("%s\n", regius::max(words, {}, &std::string::size).c_str());
    std::printf("%s\n", regius::min(words).c_str());
    std::printf("%d\n", regius::max_or(-1, std::vector<int>{}));
    std::printf("%d of them, all short: %s\n", static_cast<int>(regius::len(words)),
                regius::all(words, [](auto const& w) { return w.size() < 5; }) ? "yes" : "no");
}

// Output:
// pear
// fig
// -1
// 4 of them, all short: yes
