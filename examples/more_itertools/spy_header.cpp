// SPDX-License-Identifier: MIT
// Look at the first line to know what the file is, then read all of it.

#include <regius/io/lines.hpp>
#include <regius/more_itertools/spy.hpp>

#include <cstdio>
#include <sstream>
#include <string>

int main() {
    std::istringstream file("#!/bin/sh\necho one\necho two\n");

    auto [head, all] = regius::lines(file) | regius::spy();
    bool const script = !head.empty() && head.front().starts_with("#!");
    std::puts(script ? "a script:" : "a text:");
    for (std::string line : all) std::printf("  %s\n", line.c_str());
}

// Output:
// a script:
//   #!/bin/sh
//   echo one
//   echo two
