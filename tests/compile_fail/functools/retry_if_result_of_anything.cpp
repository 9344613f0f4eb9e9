// SPDX-License-Identifier: MIT
// An option is asked about a result whose type nobody knows: it must say which one it means.

// expect-gcc: use of deleted function
// expect-gcc: ask_result
// expect-clang: cannot convert initializer list argument to 'retry_options'

#include <regius/functools/retry.hpp>

#include <optional>

void subject() {
    auto const find = [] { return std::optional<int>(); };
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::retry({.max_attempts = 3}).retry_if_result([](auto const& r) { return !r; })(find);
#else
    (void)regius::retry({.max_attempts = 3, .retry_if_result = [](auto const& r) { return !r; }})(find);
#endif
}
