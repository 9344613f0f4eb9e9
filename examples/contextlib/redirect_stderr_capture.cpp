// SPDX-License-Identifier: MIT
// Show what a function complains about on standard error.

#include <regius/contextlib/redirect_stderr.hpp>

#include <cstdio>
#include <iostream>
#include <sstream>

int parse(int value) {
    if (value < 0) std::cerr << "negative: " << value << '\n';
    return value;
}

int main() {
    std::ostringstream complaints;
    {
        regius::redirect_stderr captured(complaints);
        parse(3);
        parse(-7);
    }
    std::printf("heard: %s", complaints.str().c_str());
}

// Output:
// heard: negative: -7
