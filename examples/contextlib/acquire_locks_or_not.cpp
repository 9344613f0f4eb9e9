// SPDX-License-Identifier: MIT
// Both locks or none, now or within a time.

#include <regius/contextlib/acquire_locks.hpp>
#include <regius/contextlib/acquire_locks_for.hpp>

#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    using namespace std::chrono_literals;
    std::timed_mutex page, index;

    auto const attempt = [&] {
        std::printf("%s\n", regius::try_acquire_locks(page, index).owns_locks() ? "both" : "none");
        std::printf("%s\n", regius::acquire_locks_for(1ms, page, index).owns_locks() ? "both" : "none");
    };
    attempt();
    auto const held = regius::acquire_locks(index);
    std::jthread(attempt).join();
}

// Output:
// both
// both
// none
// none
