// SPDX-License-Identifier: MIT
// Transactions on PostgreSQL: the program runs itself again inside a server of its own, which is gone when it ends.
//
// Needs: PostgreSQL

#include <libpq-fe.h>
#include <unistd.h>
#include <regius/contextlib/savepoint.hpp>
#include <regius/contextlib/transaction.hpp>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

struct connection {
    std::unique_ptr<PGconn, decltype(&PQfinish)> db{PQconnectdb(""), &PQfinish};  // the environment says where

    std::string execute(std::string const& sql) {
        std::unique_ptr<PGresult, decltype(&PQclear)> const r(PQexec(db.get(), sql.c_str()), &PQclear);
        if (PQresultStatus(r.get()) != PGRES_COMMAND_OK && PQresultStatus(r.get()) != PGRES_TUPLES_OK)
            throw std::runtime_error(PQerrorMessage(db.get()));
        return PQntuples(r.get()) != 0 ? PQgetvalue(r.get(), 0, 0) : PQcmdStatus(r.get());
    }
    void begin() { execute("BEGIN"); }
    void commit() {  // of a transaction in which something failed PostgreSQL makes a rollback without a word
        if (execute("COMMIT") == "ROLLBACK") throw std::runtime_error("rolled back");
    }
    void rollback() { execute("ROLLBACK"); }
    bool in_transaction() const { return PQtransactionStatus(db.get()) != PQTRANS_IDLE; }
    void savepoint(std::string const& name) { execute("SAVEPOINT " + name); }
    void release(std::string const& name) { execute("RELEASE " + name); }
    void rollback_to(std::string const& name) { execute("ROLLBACK TO " + name); }
};

void pay(connection& bank, std::string const& amount) {
    bank.execute("UPDATE account SET balance = balance + " + amount + " WHERE name = 'bob'");
    bank.execute("UPDATE account SET balance = balance - " + amount + " WHERE name = 'ada'");
}

void show(connection& bank) {
    std::puts(bank.execute("SELECT string_agg(name || ' has ' || balance, ', ' ORDER BY name) FROM account").c_str());
}

int main(int argc, char** argv) {
    if (argc < 2) {
        dup2(1, 3);  // our own output; what starts and ends the server says goes to the errors
        dup2(2, 1);
        return execlp("pg_virtualenv", "pg_virtualenv", argv[0], "inside", nullptr);
    }
    dup2(3, 1);

    connection bank;
    bank.execute("CREATE TABLE account (name TEXT, balance INTEGER CHECK (balance >= 0))");
    bank.execute("INSERT INTO account VALUES ('ada', 100), ('bob', 0)");

    try {
        regius::transaction transfer(bank);
        pay(bank, "700");
        transfer.commit();
    } catch (std::runtime_error const&) {
        show(bank);  // the first update was rolled back
    }

    regius::transaction day(bank);
    pay(bank, "30");
    for (auto const* amount : {"500", "20"}) {
        try {
            regius::savepoint part(bank, "part");
            pay(bank, amount);
            part.commit();
        } catch (std::runtime_error const&) {
            std::printf("not %s\n", amount);  // and the transaction goes on
        }
    }
    day.commit();
    show(bank);
}

// Output:
// ada has 100, bob has 0
// not 500
// ada has 50, bob has 50
