// SPDX-License-Identifier: MIT
// A call that knows when it is worth another attempt says so: try_again. When attempts run out, the cause comes out.

#include <regius/core/clock.hpp>
#include <regius/functools/retry.hpp>

#include <chrono>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

int main() {
    using namespace std::chrono_literals;
    regius::manual_clock clock;  // leave it out for real time
    auto const patient = regius::retry({.max_attempts = 4, .delay = 1s, .backoff = 2}, clock);

    int asked = 0;
    auto const status = patient([&] { return ++asked < 3 ? throw regius::try_again() : "done"; })();
    std::printf("%s after %d questions\n", status, asked);

    auto const parse = patient([&](std::string const& text) {
        try {
            return std::stoi(text);
        } catch (std::invalid_argument const&) {
            std::throw_with_nested(regius::try_again());  // perhaps it was only half written
        }
    });
    try {
        parse("forty-two");
    } catch (std::invalid_argument const& error) {
        std::printf("%s, %d seconds later\n", error.what(), int(clock.slept() / 1s));
    }
}

// Output:
// done after 3 questions
// stoi, 10 seconds later
