// SPDX-License-Identifier: MIT
// Look at the errors of a log first and at the warnings later; the log is read once, as far as needed.

#include <regius/more_itertools/bucket.hpp>

#include <cstdio>
#include <vector>

struct entry {
    char level;
    char const* text;
};

int main() {
    std::vector<entry> const log{{'W', "disk is slow"}, {'E', "disk is full"}, {'I', "hello"}, {'E', "giving up"}};
    auto const by_level = regius::bucket(log, &entry::level);

    for (auto const& e : by_level['E']) std::printf("error: %s\n", e.text);
    for (auto const& w : by_level['W']) std::printf("warning: %s\n", w.text);
    std::puts(by_level.contains('F') ? "fatal" : "nothing fatal");
}

// Output:
// error: disk is full
// error: giving up
// warning: disk is slow
// nothing fatal
