// SPDX-License-Identifier: MIT
// The right forms for what would dangle: arguments by value, a lambda without captures, a lambda kept alive, an
// aggregate with a name.

#include <regius/builtins/generator.hpp>

#include <cstdio>
#include <string>
#include <utility>

// by value: the frame owns the text, also when the argument was a temporary
regius::generator<char> letters(std::string text) {
    for (char c : text) co_yield c;
}

struct user {
    std::string name;
    int number;
};

regius::generator<user> users(std::string names) {
    int number = 0;
    for (char const name : names) {
        // a name first: g++ 12 destroys `co_yield user{...}` twice where user is an aggregate
        user found{std::string(3, name), ++number};
        co_yield std::move(found);
    }
}

int main() {
    for (char c : letters(std::string("ab") + "c")) std::putchar(c);

    // parameters instead of captures: they live in the frame, captures in the lambda
    auto twice = [](std::string text, int times) -> regius::generator<std::string const&> {
        for (int i = 0; i < times; ++i) co_yield text;
    };
    for (auto const& text : twice(" de", 2)) std::fputs(text.c_str(), stdout);

    // captures: keep the lambda as long as the generator
    auto const from = [last = 'g'](char c) -> regius::generator<char> {
        for (; c <= last; ++c) co_yield c;
    };
    auto rest = from('f');
    for (char c : rest) std::putchar(c);
    for (auto const& [name, number] : users("hi")) std::printf(" %s %d", name.c_str(), number);
    std::puts("");
}

// Output:
// abc de defg hhh 1 iii 2
