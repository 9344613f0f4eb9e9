// SPDX-License-Identifier: MIT
// The maps of a chain have values of one type: at() returns a reference to one of them.

// expect: chain_map: the maps need one key type and one mapped type

#include <regius/builtins/dict.hpp>
#include <regius/collections/chain_map.hpp>

#include <string>

void subject() {
    regius::dict<std::string, int> const colours;
#ifdef TWIN  // the nearest right program: it must compile
    regius::dict<std::string, int> const counts;
#else
    regius::dict<std::string, long> const counts;
#endif
    regius::chain_map chain(colours, counts);
}
