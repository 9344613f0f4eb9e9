// SPDX-License-Identifier: MIT
// A stranger's program: the smallest that shows whether the headers are found and are the right ones.

#include <regius/core/errors.hpp>
#include <regius/version.hpp>

#include <cstdio>
#include <cstring>

char const* other();

int main() {
    std::puts(REGIUS_VERSION_STRING);
    return std::strcmp(other(), "StopIteration");
}
