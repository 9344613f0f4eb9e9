// SPDX-License-Identifier: MIT
// The head, the tail and the size of a stream that can be read only once.

#include <regius/core/repr.hpp>
#include <regius/more_itertools/all_unique.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <regius/more_itertools/take.hpp>

#include <cstdio>
#include <ranges>
#include <sstream>

int main() {
    std::istringstream stream("3 1 4 1 5 9 2 6 5");
    auto numbers = std::ranges::istream_view<int>(stream);

    std::puts(regius::repr(regius::take(2, numbers)).c_str());
    regius::consume(numbers, 1);
    std::puts(regius::repr(regius::tail(3, numbers)).c_str());
    std::printf("%zu left\n", regius::ilen(numbers));
    std::puts(regius::repr(regius::all_unique(std::string("regius"))).c_str());
    std::puts(regius::repr(regius::quantify(std::string("regius"), [](char c) { return c > 'g'; })).c_str());
}

// Output:
// [3, 1]
// [2, 6, 5]
// 0 left
// True
// 4
