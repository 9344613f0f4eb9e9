// SPDX-License-Identifier: MIT
// A temporary mutex guards nothing.

// expect: lockable_argument

#include <regius/contextlib/acquire_locks.hpp>

#include <mutex>

void subject() {
    std::mutex mutex;
#ifdef TWIN  // the nearest right program: it must compile
    auto const guard = regius::acquire_locks(mutex);
#else
    auto const guard = regius::acquire_locks(std::mutex());
#endif
}
