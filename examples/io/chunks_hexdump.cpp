// SPDX-License-Identifier: MIT
// Dump a file in rows of eight bytes: chunks reads what fits, and only the last row is shorter.

#include <regius/io/chunks.hpp>

#include <cstdio>
#include <fstream>

int main() {
    std::ofstream("small.bin", std::ios::binary) << "Python regius\n";

    for (auto chunk : regius::chunks("small.bin", 8)) {
        for (char byte : chunk) std::printf("%02x ", static_cast<unsigned char>(byte));
        std::puts("");
    }
    std::remove("small.bin");
}

// Output:
// 50 79 74 68 6f 6e 20 72
// 65 67 69 75 73 0a
