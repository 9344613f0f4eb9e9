// SPDX-License-Identifier: MIT
// Who was tried most often? Lines are read, filtered, cut and counted one at a time: nothing is kept but the counts.
// Arguments: data/secure.log

#include <regius/regius.hpp>

#include <cstdio>
#include <string_view>

using namespace regius;

int main(int, char** argv) {
    auto failed = [](std::string_view line) { return line.find("Failed password") != line.npos; };
    auto user = [](std::string_view line) { return split(std::get<2>(partition(line, " for "))).front(); };

    auto users = counter(lines(argv[1]) | filter(failed) | map(user));
    for (auto const& [name, n] : users.most_common(3)) std::printf("%4d %s\n", int(n), name.c_str());
}

// Output:
//   39 admin
//   32 oracle
//   31 test
