// SPDX-License-Identifier: MIT
// One row of three cannot be written: undo that part, keep the rest of the transaction.

#include <regius/contextlib/savepoint.hpp>
#include <regius/contextlib/transaction.hpp>

#include <cstdio>
#include <stdexcept>
#include <string>

struct connection {
    void begin() { std::puts("BEGIN"); }
    void commit() { std::puts("COMMIT"); }
    void rollback() { std::puts("ROLLBACK"); }
    void savepoint(std::string const& name) { std::printf("SAVEPOINT %s\n", name.c_str()); }
    void release(std::string const& name) { std::printf("RELEASE %s\n", name.c_str()); }
    void rollback_to(std::string const& name) { std::printf("ROLLBACK TO %s\n", name.c_str()); }

    void insert(int row) {
        if (row == 2) throw std::runtime_error("duplicate key");
        std::printf("INSERT %d\n", row);
    }
};

int main() {
    connection db;
    regius::transaction work(db);
    for (int row = 1; row <= 3; ++row) {
        try {
            regius::savepoint part(db, "row");
            db.insert(row);
            part.commit();
        } catch (std::runtime_error const& error) {
            std::printf("-- %s\n", error.what());
        }
    }
    work.commit();
}

// Output:
// BEGIN
// SAVEPOINT row
// INSERT 1
// RELEASE row
// SAVEPOINT row
// ROLLBACK TO row
// RELEASE row
// -- duplicate key
// SAVEPOINT row
// INSERT 3
// RELEASE row
// COMMIT
