// SPDX-License-Identifier: MIT
// A bank transfer on SQLite whose process is killed in the middle: no money is lost.
//
// Needs: SQLite3

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
#include <regius/contextlib/temp_directory.hpp>
#include <regius/contextlib/transaction.hpp>

#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <string>

// All that the guards need of a connection.
struct connection {
    sqlite3* db = nullptr;
    explicit connection(std::string const& path) { sqlite3_open(path.c_str(), &db); }
    ~connection() { sqlite3_close(db); }

    void execute(std::string const& sql, int (*row)(void*, int, char**, char**) = nullptr) {
        if (sqlite3_exec(db, sql.c_str(), row, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db));
    }
    void begin() { execute("BEGIN IMMEDIATE"); }
    void commit() { execute("COMMIT"); }
    void rollback() { execute("ROLLBACK"); }
    bool in_transaction() const { return sqlite3_get_autocommit(db) == 0; }
};

void pay(connection& bank, int amount, bool killed) {
    regius::transaction transfer(bank);
    bank.execute("UPDATE account SET balance = balance - " + std::to_string(amount) + " WHERE name = 'ada'");
    if (killed) std::raise(SIGKILL);
    bank.execute("UPDATE account SET balance = balance + " + std::to_string(amount) + " WHERE name = 'bob'");
    transfer.commit();
}

void show(connection& bank) {
    bank.execute("SELECT name, balance FROM account", [](void*, int, char** column, char**) {
        std::printf("%s has %s\n", column[0], column[1]);
        return 0;
    });
}

int main() {
    regius::temp_directory const directory;
    auto const path = (directory.path() / "bank.db").string();
    connection(path).execute(
        "CREATE TABLE account (name TEXT, balance INTEGER CHECK (balance >= 0));"
        "INSERT INTO account VALUES ('ada', 100), ('bob', 0)");

    if (fork() == 0) {
        connection bank(path);
        pay(bank, 70, true);
    }
    wait(nullptr);

    connection bank(path);
    show(bank);
    pay(bank, 70, false);
    show(bank);
    try {
        pay(bank, 70, false);
    } catch (std::runtime_error const& e) {
        std::puts(e.what());
    }
    show(bank);
}

// Output:
// ada has 100
// bob has 0
// ada has 30
// bob has 70
// CHECK constraint failed: balance >= 0
// ada has 30
// bob has 70
