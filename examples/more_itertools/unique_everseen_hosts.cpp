// SPDX-License-Identifier: MIT
// List who knocked, each once, in the order of the first knock.

#include <regius/more_itertools/unique_everseen.hpp>

#include <cstdio>
#include <string_view>
#include <vector>

int main() {
    std::vector<std::string_view> const hosts{"10.0.0.7", "10.0.0.9", "10.0.0.7", "10.0.0.1", "10.0.0.9"};

    for (auto host : hosts | regius::unique_everseen()) std::puts(host.data());
}

// Output:
// 10.0.0.7
// 10.0.0.9
// 10.0.0.1
