// SPDX-License-Identifier: MIT
// Read settings out of a text: lines, what they begin with, and what stands around a mark.

#include <regius/core/repr.hpp>
#include <regius/text/lstrip.hpp>
#include <regius/text/removeprefix.hpp>
#include <regius/text/rpartition.hpp>
#include <regius/text/rstrip.hpp>
#include <regius/text/splitlines.hpp>
#include <regius/text/startswith.hpp>

#include <cstdio>
#include <string_view>

int main() {
    std::string_view const text = "# paths\r\nexport HOME = /srv/ann/  \n\nexport SHELL=/bin/sh\n";

    for (auto line : regius::splitlines(text)) {
        if (line.empty() || regius::startswith(line, "#")) continue;
        auto const [name, mark, value] = regius::rpartition(regius::removeprefix(line, "export "), "=");
        std::printf("%s %s\n", regius::repr(regius::rstrip(name)).c_str(),
                    regius::repr(regius::rstrip(regius::lstrip(value))).c_str());
    }
}

// Output:
// 'HOME' '/srv/ann/'
// 'SHELL' '/bin/sh'
