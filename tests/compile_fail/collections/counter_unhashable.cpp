// SPDX-License-Identifier: MIT
// What is counted must have a hash and an ==: here it has no ==.

// expect-gcc: use of deleted function 'regius::counter
// expect-clang: call to deleted constructor of 'regius::counter
// expect: what is counted needs == and a hash

#include <regius/collections/counter.hpp>

#include <cstddef>
#include <vector>

struct ticket {
    unsigned number;

    friend std::size_t hash_value(ticket const& t) { return t.number; }
#ifdef TWIN  // the nearest right program: it must compile
    bool operator==(ticket const&) const = default;
#endif
};

void subject() {
    std::vector<ticket> const sold;
    regius::counter c(sold);
}
