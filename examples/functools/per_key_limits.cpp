// SPDX-License-Identifier: MIT
// A budget for each user: three requests in any minute.

#include <regius/functools/per_key.hpp>
#include <regius/functools/sliding_window_limiter.hpp>

#include <chrono>
#include <cstdio>
#include <string>

int main() {
    using namespace std::chrono_literals;
    regius::per_key<std::string, regius::sliding_window_limiter> limits(1000, 3, 1min);

    for (auto user : {"ann", "ann", "bob", "ann", "ann", "bob"})
        std::printf("%s %s\n", user, limits[user]->try_acquire() ? "welcome" : "too many requests");
}

// Output:
// ann welcome
// ann welcome
// bob welcome
// ann welcome
// ann too many requests
// bob welcome
