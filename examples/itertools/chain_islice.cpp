// SPDX-License-Identifier: MIT
// Several sources as one, cut to a window: chain, cycle, islice.

#include <regius/itertools/chain.hpp>
#include <regius/itertools/cycle.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/repeat.hpp>

#include <cstdio>
#include <string_view>
#include <vector>

int main() {
    std::vector<std::vector<int>> const pages{{1, 2}, {}, {3, 4, 5}};

    for (int x : regius::islice(regius::chain.from_iterable(pages), 1, 4)) std::printf("%d ", x);
    for (char c : regius::islice(regius::cycle(std::string_view("ABC")), 7)) std::putchar(c);
    for (char c : regius::chain(regius::repeat('-', 3), std::string_view(">"))) std::putchar(c);
    std::puts("");
}

// Output:
// 2 3 4 ABCABCA--->
