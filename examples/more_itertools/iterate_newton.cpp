// SPDX-License-Identifier: MIT
// Newton's method: repeat a step until it hardly moves.

#include <regius/itertools/pairwise.hpp>
#include <regius/more_itertools/iterate.hpp>

#include <cmath>
#include <cstdio>

int main() {
    auto const closer_to_root_of_two = [](double x) { return (x + 2 / x) / 2; };

    auto guesses = regius::iterate(closer_to_root_of_two, 1.0);
    for (auto [guess, better] : regius::pairwise(guesses)) {
        std::printf("%.12f\n", better);
        if (std::abs(better - guess) < 1e-9) break;
    }
}

// Output:
// 1.500000000000
// 1.416666666667
// 1.414215686275
// 1.414213562375
// 1.414213562373
