// SPDX-License-Identifier: MIT
// Read numbers out of text: where one ends is only known from the character behind it.

#include <regius/builtins/next.hpp>
#include <regius/more_itertools/peekable.hpp>

#include <cctype>
#include <cstdio>
#include <string_view>

int main() {
    using namespace std::literals;
    auto text = regius::peekable("12+345*6"sv);

    while (text) {
        int number = 0;
        while (text && std::isdigit(text.peek())) number = 10 * number + (regius::next(text) - '0');
        std::printf("%d %c\n", number, regius::next(text, '.'));
    }
}

// Output:
// 12 +
// 345 *
// 6 .
