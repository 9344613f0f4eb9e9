// SPDX-License-Identifier: MIT
// Remember a rate for ten seconds. A clock that is moved by hand makes it testable.

#include <regius/core/clock.hpp>
#include <regius/functools/ttl_cache.hpp>

#include <chrono>
#include <cstdio>
#include <string_view>

int main() {
    using namespace std::chrono_literals;
    regius::manual_clock clock;
    auto rate = regius::ttl_cache({.ttl = 10s}, clock)([](std::string_view currency) {
        std::printf("asking for %.*s\n", static_cast<int>(currency.size()), currency.data());
        return 1.25;
    });

    for (int i = 0; i < 4; ++i) {
        rate("EUR");
        clock.advance(4s);
    }
}

// Output:
// asking for EUR
// asking for EUR
