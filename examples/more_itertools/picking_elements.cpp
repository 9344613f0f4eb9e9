// SPDX-License-Identifier: MIT
// Pick elements of a range: the ends, the n-th, the only one; each reads no further than it must.

#include <regius/core/repr.hpp>
#include <regius/more_itertools/first.hpp>
#include <regius/more_itertools/last.hpp>
#include <regius/more_itertools/nth.hpp>
#include <regius/more_itertools/one.hpp>

#include <cstdio>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> const stops{"Berne", "Thun", "Spiez"};
    std::vector<std::string> const none;

    std::printf("%s to %s\n", regius::first(stops).c_str(), regius::last(stops).c_str());
    std::printf("%s, %s\n", regius::nth(stops, 1, "-").c_str(), regius::nth(stops, 9, "-").c_str());
    std::printf("%s\n", regius::first(none, "nowhere").c_str());
    if (auto const stop = regius::nth(stops, 2)) std::printf("%s\n", stop->c_str());
    try {
        (void)regius::one(stops);
    } catch (regius::value_error const& error) {
        std::puts(error.what());
    }
}

// Output:
// Berne to Spiez
// Thun, -
// nowhere
// Spiez
// Expected exactly one item in iterable, but got 'Berne', 'Thun', and perhaps more.
