// SPDX-License-Identifier: MIT
// yield_from hands the elements of the inner generator on as they are: both must yield the same type.

// expect: yield_from: both generators must have the same Yield

#include <regius/builtins/generator.hpp>

#ifdef TWIN  // the nearest right program: it must compile
using element = long;
#else
using element = int;
#endif

regius::generator<element> inner() { co_yield 1; }

regius::generator<long> subject() { co_yield regius::yield_from(inner()); }
