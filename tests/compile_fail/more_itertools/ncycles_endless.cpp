// SPDX-License-Identifier: MIT
// What has no end has no second time.

// expect: poolable

#include <regius/itertools/count.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/more_itertools/ncycles.hpp>

void subject() {
#ifdef TWIN  // the nearest right program: it must compile
    (void)regius::ncycles(regius::islice(regius::count(), 3), 2);
#else
    (void)regius::ncycles(regius::count(), 2);
#endif
}
