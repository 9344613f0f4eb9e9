// SPDX-License-Identifier: MIT
// Change a setting and a variable of the environment for one call.

#include <regius/contextlib/environment.hpp>
#include <regius/contextlib/scoped_value.hpp>

#include <cstdio>
#include <cstdlib>

int verbosity = 1;

void show() {
    std::printf("verbosity %d, stage %s\n", verbosity, std::getenv("STAGE") ? std::getenv("STAGE") : "none");
}

int main() {
    regius::environment const none("STAGE", std::nullopt);
    {
        regius::scoped_value const loud(verbosity, 3);
        regius::environment const stage("STAGE", "test");
        show();
    }
    show();
}

// Output:
// verbosity 3, stage test
// verbosity 1, stage none
