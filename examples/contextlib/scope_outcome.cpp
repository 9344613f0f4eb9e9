// SPDX-License-Identifier: MIT
// Say how a scope ended: scope_success, scope_fail and scope_exit.

#include <regius/contextlib/scope.hpp>

#include <cstdio>
#include <stdexcept>

void job(bool works) {
    regius::scope_exit always([] { std::puts("finally"); });
    regius::scope_success well([] { std::puts("else"); });
    regius::scope_fail badly([] { std::puts("except"); });
    if (!works) throw std::runtime_error("no");
}

int main() {
    job(true);
    try {
        job(false);
    } catch (std::runtime_error const&) {
    }
}

// Output:
// else
// finally
// except
// finally
