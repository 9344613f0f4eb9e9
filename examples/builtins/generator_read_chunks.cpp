// SPDX-License-Identifier: MIT
// A pipeline of generators: a stream in chunks, the chunks as lines, the lines counted. No more than one chunk is held.

#include <regius/builtins/generator.hpp>

#include <cstdio>
#include <istream>
#include <sstream>
#include <string>

regius::generator<std::string const&> read_chunks(std::istream& in, std::size_t size) {
    for (std::string chunk(size, '\0'); in; chunk.resize(size)) {
        in.read(chunk.data(), static_cast<std::streamsize>(size));
        chunk.resize(static_cast<std::size_t>(in.gcount()));
        if (!chunk.empty()) co_yield chunk;
    }
}

regius::generator<std::string const&> lines(regius::generator<std::string const&> chunks) {
    std::string line;
    for (auto const& chunk : chunks)
        for (char c : chunk) {
            if (c != '\n') {
                line += c;
            } else {
                co_yield line;
                line.clear();
            }
        }
    if (!line.empty()) co_yield line;
}

int main() {
    std::istringstream in("one\ntwo\nthree");
    for (auto const& line : lines(read_chunks(in, 4))) std::printf("%zu %s\n", line.size(), line.c_str());
}

// Output:
// 3 one
// 3 two
// 5 three
