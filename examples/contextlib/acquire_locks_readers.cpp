// SPDX-License-Identifier: MIT
// Which tables a query changes is known at run time: those are locked alone, the ones it only reads are shared.

#include <regius/contextlib/acquire_locks.hpp>

#include <cstdio>
#include <map>
#include <shared_mutex>
#include <string>
#include <vector>

struct table {
    std::shared_mutex mutex;
    int rows = 0;
};

void copy_rows(table& to, std::vector<table*> const& from) {
    std::vector<regius::lock_request<std::shared_mutex>> wanted{to.mutex};
    for (table* each : from) wanted.push_back(regius::as_shared(each->mutex));
    auto const all = regius::acquire_locks(wanted);  // without deadlock; a table on both sides is locked alone
    for (table const* each : from) to.rows += each->rows;
}

int main() {
    std::map<std::string, table> tables;
    tables["orders"].rows = 3;
    tables["returns"].rows = 1;
    copy_rows(tables["all"], {&tables["orders"], &tables["returns"]});
    copy_rows(tables["orders"], {&tables["orders"]});
    std::printf("all has %d rows, orders %d\n", tables["all"].rows, tables["orders"].rows);
}

// Output:
// all has 4 rows, orders 6
