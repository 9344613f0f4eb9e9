// SPDX-License-Identifier: MIT
// Rewrite names: cut from the right, take an ending off, replace, and put together again.

#include <regius/text/endswith.hpp>
#include <regius/text/join.hpp>
#include <regius/text/removesuffix.hpp>
#include <regius/text/replace.hpp>
#include <regius/text/rsplit.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

int main() {
    std::vector<std::string> modules;
    for (std::string_view path : {"regius/text/split.hpp", "regius/core/none.hpp", "regius/README.md"})
        if (regius::endswith(path, {".hpp", ".h"}))
            modules.push_back(regius::replace(regius::removesuffix(path, ".hpp"), '/', '.'));

    std::cout << regius::join(", ", modules) << '\n';
    std::cout << (regius::rsplit(modules.front(), '.', 1) | regius::join(" has ")) << '\n';
}

// Output:
// regius.text.split, regius.core.none
// regius.text has split
