// SPDX-License-Identifier: MIT
// Two threads move money in opposite directions: both accounts are locked together, in whatever order they are named.

#include <regius/contextlib/acquire_locks.hpp>

#include <cstdio>
#include <mutex>
#include <thread>

struct account {
    std::mutex mutex;
    int balance = 1000;
};

void transfer(account& from, account& to, int amount) {
    auto const both = regius::acquire_locks(from.mutex, to.mutex);
    from.balance -= amount;
    to.balance += amount;
}

int main() {
    account a, b;
    std::thread there([&] {
        for (int i = 0; i < 500; ++i) transfer(a, b, 2);
    });
    std::thread back([&] {
        for (int i = 0; i < 500; ++i) transfer(b, a, 1);
    });
    there.join();
    back.join();
    transfer(a, a, 100);  // one mutex, locked once
    std::printf("%d + %d = %d\n", a.balance, b.balance, a.balance + b.balance);
}

// Output:
// 500 + 1500 = 2000
