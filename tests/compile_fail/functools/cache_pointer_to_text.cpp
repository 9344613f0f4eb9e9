// SPDX-License-Identifier: MIT
// Text behind a pointer may change, or go away, while the pointer stays the same.

// expect-gcc: cacheable
// expect-clang: hashable_parameter

#include <regius/functools/cache.hpp>

#include <string_view>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    auto const length = [](std::string_view text) { return text.size(); };
#else
    auto const length = [](char const* text) { return text[0]; };
#endif
    (void)regius::cache(length);
}
