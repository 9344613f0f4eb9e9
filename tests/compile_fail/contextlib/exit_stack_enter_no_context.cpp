// SPDX-License-Identifier: MIT
// An object without `enter` and `exit` can only be kept, not entered: an lvalue would be left by nobody.

// expect: exit_stack_context

#include <regius/contextlib/exit_stack.hpp>

#include <utility>

struct guard {};

void subject() {
    regius::exit_stack stack;
    guard g;
#ifdef TWIN  // the nearest right program: it must compile
    stack.enter_context(std::move(g));
#else
    stack.enter_context(g);
#endif
}
