// SPDX-License-Identifier: MIT
// A tokenizer that keeps its place by being suspended: no state but the position in the text.

#include <regius/builtins/generator.hpp>

#include <cctype>
#include <cstdio>
#include <string>
#include <string_view>

bool part_of(char c, bool number) { return (number ? std::isdigit(c) : std::isalnum(c)) || c == (number ? '.' : '_'); }

regius::generator<std::string_view> tokens(std::string_view text) {
    for (std::size_t i = 0, first = 0; i < text.size(); first = i) {
        bool const number = std::isdigit(text[i]);
        while (i < text.size() && part_of(text[i], number)) ++i;
        if (i == first) ++i;  // a sign of its own
        if (text[first] != ' ') co_yield text.substr(first, i - first);
    }
}

int main() {
    for (auto token : tokens("area = 3.14 * r_2*r_2")) std::printf("[%s]", std::string(token).c_str());
    std::puts("");
}

// Output:
// [area][=][3.14][*][r_2][*][r_2]
