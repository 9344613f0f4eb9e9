// SPDX-License-Identifier: MIT
// Dump a file in rows of eight bytes: chunks reads what fits, and only the last row is shorter.

#include <regius/contextlib/temp_directory.hpp>
#include <regius/io/chunks.hpp>

#include <cstdio>
#include <fstream>

int main() {
    regius::temp_directory const folder;
    auto const path = folder.path() / "small.bin";
    std::ofstream(path, std::ios::binary) << "Python regius\n";

    for (auto chunk : regius::chunks(path, 8)) {
        for (char byte : chunk) std::printf("%02x ", static_cast<unsigned char>(byte));
        std::puts("");
    }
}

// Output:
// 50 79 74 68 6f 6e 20 72
// 65 67 69 75 73 0a
