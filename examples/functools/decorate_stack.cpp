// SPDX-License-Identifier: MIT
// Decorators stack as Python's @ lines do: remembered, retried, timed.

#include <regius/functools/cache.hpp>
#include <regius/functools/decorate.hpp>
#include <regius/functools/retry.hpp>
#include <regius/functools/timed.hpp>

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string_view>

int main() {
    int calls = 0;
    auto const told = [](std::string_view label, std::chrono::nanoseconds) {
        std::printf("%.*s was called\n", static_cast<int>(label.size()), label.data());
    };
    auto load =
        regius::decorate(regius::cache, regius::retry({.max_attempts = 3}), regius::timed("load", told), [&](int id) {
            if (++calls == 1) throw std::runtime_error("busy");
            return id * 10;
        });

    std::printf("%d %d\n", load(4), load(4));
}

// Output:
// load was called
// load was called
// 40 40
