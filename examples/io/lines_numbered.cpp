// SPDX-License-Identifier: MIT
// Print a file with line numbers. Windows, Unix and old Mac line ends may stand in one file; all are line ends.

#include <regius/contextlib/temp_directory.hpp>
#include <regius/io/lines.hpp>

#include <cstdio>
#include <fstream>
#include <string_view>

int main() {
    regius::temp_directory const folder;
    auto const path = folder.path() / "mixed.txt";
    std::ofstream(path, std::ios::binary) << "Unix\nWindows\r\nMac\rno end";

    int number = 0;
    for (std::string_view line : regius::lines(path))
        std::printf("%2d  %.*s\n", ++number, static_cast<int>(line.size()), line.data());

    try {
        (void)regius::lines("missing.txt");
    } catch (regius::os_error const& error) {
        std::puts(error.what());
    }
}

// Output:
//  1  Unix
//  2  Windows
//  3  Mac
//  4  no end
// [Errno 2] No such file or directory: 'missing.txt'
