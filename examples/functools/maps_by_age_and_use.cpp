// SPDX-License-Identifier: MIT
// The maps behind the caches: one forgets what is old, the other what is seldom used.

#include <regius/core/clock.hpp>
#include <regius/functools/lfu_map.hpp>
#include <regius/functools/ttl_map.hpp>

#include <chrono>
#include <cstdio>
#include <string>

int main() {
    using namespace std::chrono_literals;
    regius::manual_clock clock;
    regius::ttl_map<std::string, std::string> tokens(100, 15min, clock);
    tokens.put("ann", "a1");
    clock.advance(10min);
    tokens.put("bob", "b7");
    clock.advance(10min);
    std::printf("ann %s, bob %s\n", tokens.get("ann") ? "in" : "out", tokens.get("bob") ? "in" : "out");

    regius::lfu_map<std::string, int> pages(2);
    pages.put("home", 1);
    pages.put("help", 2);
    (void)pages.get("home");
    pages.put("news", 3);  // there is room for two, and "help" was asked for least
    std::printf("home %d, help %d\n", pages.contains("home"), pages.contains("help"));
}

// Output:
// ann out, bob in
// home 1, help 0
