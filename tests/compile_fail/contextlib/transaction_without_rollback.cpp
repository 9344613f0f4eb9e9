// SPDX-License-Identifier: MIT
// A connection must be able to roll back.

// expect: transactional

#include <regius/contextlib/transaction.hpp>

struct connection {
    void begin() {}
    void commit() {}
#ifdef TWIN  // the nearest right program: it must compile
    void rollback() {}
#endif
};

void subject() {
    connection db;
    regius::transaction<connection> work(db);
}
