// SPDX-License-Identifier: MIT
// A text that is made on the spot is gone when it is handed out as a view, as the other texts are.

// expect: alike_elements

#include <regius/builtins/map.hpp>
#include <regius/itertools/chain.hpp>

#include <string>
#include <string_view>
#include <vector>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    std::vector<std::string> const words{"one", "two"};
#else
    std::vector<std::string_view> const words{"one", "two"};
#endif
    auto const louder = [](std::string_view word) { return std::string(word) + '!'; };
    (void)regius::chain(words, regius::map(louder, words));
}
