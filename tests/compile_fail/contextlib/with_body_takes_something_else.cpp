// SPDX-License-Identifier: MIT
// The body of `with` takes what the contexts give, in their order.

// expect: with_body_takes_what_the_contexts_give

#include <regius/contextlib/closing.hpp>
#include <regius/contextlib/with.hpp>

struct file {
    void close() {}
};

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const body = [](file&) {};
#else
    auto const body = [](int) {};
#endif
    regius::with(regius::closing(file()), body);
}
