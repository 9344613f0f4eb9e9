// SPDX-License-Identifier: MIT
// One source, two readers; unequal lists side by side.

#include <regius/builtins/range.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/starmap.hpp>
#include <regius/itertools/tee.hpp>
#include <regius/itertools/zip_longest.hpp>

#include <cstdio>
#include <functional>
#include <string_view>

int main() {
    auto [left, right] = regius::tee_n<2>(regius::range(3));
    for (int x : left) std::printf("%d ", x);
    for (int x : right) std::printf("%d ", 10 * x);
    std::puts("");

    for (auto [a, b] : regius::zip_longest('-', std::string_view("ABCD"), std::string_view("xy")))
        std::printf("%c%c ", a, b);
    for (auto x : regius::starmap(std::multiplies{}, regius::zip(regius::count(1), regius::range(4, 7))))
        std::printf("%d ", static_cast<int>(x));
    std::puts("");
}

// Output:
// 0 1 2 0 10 20
// Ax By C- D- 4 10 18
