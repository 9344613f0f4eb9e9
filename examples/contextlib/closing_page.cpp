// SPDX-License-Identifier: MIT
// Close a thing that has a close() and no destructor; or leave it open, when it is somebody else's.

#include <regius/contextlib/closing.hpp>
#include <regius/contextlib/nullcontext.hpp>
#include <regius/contextlib/with.hpp>

#include <cstdio>

struct page {
    char const* name;
    void read() const { std::printf("read %s\n", name); }
    void close() const { std::printf("close %s\n", name); }
};

int main() {
    auto const read = [](page const& p) { p.read(); };

    page borrowed{"theirs"};
    regius::with(regius::closing(page{"mine"}), read);
    regius::with(regius::nullcontext(borrowed), read);
}

// Output:
// read mine
// close mine
// read theirs
