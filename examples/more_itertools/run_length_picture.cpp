// SPDX-License-Identifier: MIT
// A line of a picture, packed and unpacked again.

#include <regius/builtins/to.hpp>
#include <regius/more_itertools/run_length_decode.hpp>
#include <regius/more_itertools/run_length_encode.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

int main() {
    std::string_view const line = "..####..#";

    auto const packed = line | regius::run_length_encode() | regius::to<std::vector>();
    for (auto [pixel, n] : packed) std::cout << n << pixel;
    std::cout << '\n' << regius::to<std::string>(regius::run_length_decode(packed)) << '\n';
}

// Output:
// 2.4#2.1#
// ..####..#
