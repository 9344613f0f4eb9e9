// SPDX-License-Identifier: MIT
// reduce, partial and compose.

#include <regius/functools/compose.hpp>
#include <regius/functools/partial.hpp>
#include <regius/functools/reduce.hpp>

#include <cmath>
#include <cstdio>
#include <vector>

int main() {
    std::vector const digits{1, 9, 8, 4};
    auto const number = regius::reduce([](int n, int digit) { return 10 * n + digit; }, digits);

    auto const power = [](double base, double exponent) { return std::pow(base, exponent); };
    auto const square = regius::partial(power, regius::placeholder, 2.0);
    auto const next = [](double x) { return x + 1; };

    std::printf("%d %.0f %.0f\n", number, regius::compose(square, next)(3), regius::compose(next, square)(3));
}

// Output:
// 1984 16 10
