// SPDX-License-Identifier: MIT
// What is sent to the outer generator reaches the inner one: it must be of the type that the inner one takes.

// expect: yield_from: the inner generator must have the same Send as the outer, or none

#include <regius/builtins/generator.hpp>

#include <string>

#ifdef TWIN  // the nearest right program: it must compile
using sent = int;
#else
using sent = std::string;
#endif

regius::generator<int, sent> inner() { co_yield 1; }

regius::generator<int, int> subject() { co_yield regius::yield_from(inner()); }
