// SPDX-License-Identifier: MIT
// Take a log line apart: words, fields and a key with its value, each a window onto the line.

#include <regius/text/partition.hpp>
#include <regius/text/split.hpp>
#include <regius/text/strip.hpp>

#include <iostream>
#include <string>

int main() {
    std::string const line = "2026-11-21  12:00:01 WARN disk=sda1, used=91%, free= 9% ";

    for (auto word : regius::split(line, regius::none, 3)) std::cout << '[' << word << "]\n";

    auto const settings = line.substr(line.find("disk"));
    for (auto field : regius::split(settings, ',')) {
        auto const [key, equals, value] = regius::partition(regius::strip(field), '=');
        std::cout << key << ": " << regius::strip(value) << '\n';
    }
}

// Output:
// [2026-11-21]
// [12:00:01]
// [WARN]
// [disk=sda1, used=91%, free= 9% ]
// disk: sda1
// used: 91%
// free: 9%
