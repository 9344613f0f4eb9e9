// SPDX-License-Identifier: MIT
// Catch what a function prints.

#include <regius/contextlib/redirect_stdout.hpp>

#include <iostream>
#include <sstream>

void help() { std::cout << "usage: tool FILE\n"; }

int main() {
    std::ostringstream text;
    {
        regius::redirect_stdout into(text);
        help();
    }
    std::cout << "caught " << text.str().size() << " characters: " << text.str();
}

// Output:
// caught 17 characters: usage: tool FILE
