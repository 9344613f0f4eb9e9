// SPDX-License-Identifier: MIT
// Two files that include everything link into one program: no definition is there twice.

#include <regius/regius.hpp>

char const* other();

int main() { return other() == nullptr; }
