// SPDX-License-Identifier: MIT
// A validator is asked about keys, not about elements.

// expect: bucket_validator

#include <regius/more_itertools/bucket.hpp>

#include <string>
#include <vector>

void subject() {
    std::vector<std::string> const words;
    auto const length = [](std::string const& word) { return word.size(); };
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::bucket(words, length, [](std::size_t n) { return n != 0; });
#else
    (void)regius::bucket(words, length, [](std::string const& word) { return !word.empty(); });
#endif
}
