// SPDX-License-Identifier: MIT
// Work in a directory of one's own, which is gone afterwards; and replace a file there in one step.

#include <regius/contextlib/chdir.hpp>
#include <regius/contextlib/temp_directory.hpp>
#include <regius/contextlib/temp_file.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

int main() {
    std::filesystem::path path;
    {
        regius::temp_directory const scratch({.prefix = "report-"});
        regius::chdir const inside(scratch.path());
        path = scratch.path();

        regius::temp_file report({.parent = "."});
        report.write("all is well\n");
        report.persist("report.txt");  // whole, or not there at all

        std::string line;
        std::getline(std::ifstream("report.txt"), line);
        std::puts(line.c_str());
    }
    std::puts(std::filesystem::exists(path) ? "still there" : "gone");
}

// Output:
// all is well
// gone
