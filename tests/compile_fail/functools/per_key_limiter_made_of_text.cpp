// SPDX-License-Identifier: MIT
// What follows the number of keys is what each limiter is made from.

// expect: constructible_from

#include <regius/functools/per_key.hpp>
#include <regius/functools/rate_limit.hpp>

#include <string>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    regius::per_key<std::string, regius::rate_limiter> limits(99, regius::rate_limit_options{.rate = 5});
#else
    regius::per_key<std::string, regius::rate_limiter> limits(99, "5 a second");
#endif
    (void)limits["Ada"];
}
