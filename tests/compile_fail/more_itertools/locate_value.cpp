// SPDX-License-Identifier: MIT
// What is looked for is a question, not a value.

// expect: predicate_of_the_elements

#include <regius/more_itertools/locate.hpp>

#include <string_view>

void subject() {
    std::string_view const word = "banana";
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::locate(word, [](char c) { return c == 'a'; });
#else
    (void)regius::locate(word, 'a');
#endif
}
