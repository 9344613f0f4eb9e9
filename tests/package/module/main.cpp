// SPDX-License-Identifier: MIT
// A stranger's program that imports regius; the headers of the standard library come first, as GCC wants them.

#include <chrono>
#include <coroutine>
#include <cstdio>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

import regius;

regius::generator<int> countdown(int n) {
    while (n > 0) co_yield n--;
}

int main() {
    using namespace std::chrono_literals;

    regius::counter<std::string> seen(std::vector<std::string>{"spam", "eggs", "spam"});
    auto squares = regius::range(5) | regius::map([](int x) { return x * x; }) | regius::to<std::vector>();
    auto patient = regius::retry({.stop = regius::stop_after_attempt(3) | regius::stop_after_delay(1s)});
    auto seven = patient([] { return 7; });

    int total = 0;
    for (auto [i, x] : regius::enumerate(countdown(3))) total += static_cast<int>(i) * x;
    std::printf("%s %d %d %d\n", regius::repr(seen).c_str(), static_cast<int>(regius::sum(squares)), total, seven());
    try {
        (void)regius::first(std::vector<int>{});
    } catch (regius::value_error const& e) {
        std::puts(e.what());
    }
}

// Output:
// counter({'spam': 2, 'eggs': 1}) 30 4 7
// first() was called on an empty iterable, and no default value was provided.
