// SPDX-License-Identifier: MIT
// Take back a first step when a second one fails, and clean up either way.

#include <regius/contextlib/scope.hpp>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

std::vector<std::string> users;

void add(std::string const& name, bool mail_works) {
    regius::scope_exit done([&] { std::printf("%zu users\n", users.size()); });
    users.push_back(name);
    regius::scope_fail undo([] { users.pop_back(); });
    if (!mail_works) throw std::runtime_error("no mail for " + name);
}

int main() {
    add("ada", true);
    try {
        add("bob", false);
    } catch (std::runtime_error const& e) {
        std::puts(e.what());
    }
}

// Output:
// 1 users
// 1 users
// no mail for bob
