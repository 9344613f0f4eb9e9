// SPDX-License-Identifier: MIT
// The transaction guards on a real database.
//
// Needs: SQLite3

#include <regius/contextlib/transaction.hpp>

#include <contextlib/sqlite_connection.hpp>
#include <regius/contextlib/savepoint.hpp>
#include <regius/contextlib/temp_directory.hpp>
#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>

#if __has_include(<unistd.h>)
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace {

using regius::savepoint;
using regius::transaction;
using regius::with;
using regius::tests::sqlite_connection;
using regius::tests::sqlite_error;

// A database file with a table t of numbers, and parents and children whose references are checked at commit.
struct database {
    regius::temp_directory directory;
    std::filesystem::path path = directory.path() / "test.db";
    sqlite_connection db{path};

    database() {
        db.execute("PRAGMA foreign_keys = ON");
        db.execute("CREATE TABLE t (x INTEGER PRIMARY KEY ON CONFLICT ROLLBACK)");
        db.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
        db.execute("CREATE TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
    }
    void insert(int x) { db.execute("INSERT INTO t VALUES (" + std::to_string(x) + ")"); }
    std::string rows() { return db.ask("SELECT x FROM t ORDER BY x"); }
};

template <class F>
int code_of(F const& f) {
    try {
        f();
    } catch (sqlite_error const& e) {
        return e.code;
    }
    return SQLITE_OK;
}

// ---------------------------------------------------------------- 1. what Python says

// CPython's test_sqlite3, ContextTests: commit on success, rollback on failure of the body, and of the commit itself.
TEST_CASE("sqlite: with commits on success and rolls back on failure", "[contextlib][sqlite]") {
    database d;
    with(transaction(d.db), [&] { d.insert(1); });
    CHECK(d.rows() == "1 ");
    CHECK_THROWS_AS(with(transaction(d.db),
                         [&] {
                             d.insert(2);
                             throw std::range_error("1/0");
                         }),
                    std::range_error);
    CHECK(d.rows() == "1 ");
    CHECK_FALSE(d.db.in_transaction());
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("sqlite: committed rows stay, others go", "[contextlib][sqlite]") {
    database d;
    {
        transaction t(d.db);
        d.insert(1);
        t.commit();
    }
    {
        transaction t(d.db);
        d.insert(2);
        CHECK(d.rows() == "1 2 ");
    }
    CHECK(d.rows() == "1 ");
}

TEST_CASE("sqlite: three savepoints deep, the middle one rolled back", "[contextlib][sqlite]") {
    database d;
    {
        transaction t(d.db);
        savepoint outer(d.db, "outer");
        d.insert(1);
        try {
            savepoint middle(d.db, "the \"middle\" one");
            d.insert(2);
            savepoint inner(d.db, "inner");
            d.insert(3);
            inner.commit();
            CHECK(d.rows() == "1 2 3 ");
            throw std::range_error("middle");
        } catch (std::range_error const&) {
        }
        CHECK(d.rows() == "1 ");
        CHECK(code_of([&] { d.db.release("the \"middle\" one"); }) == SQLITE_ERROR);  // rolled back, and released
        d.insert(4);
        outer.commit();
        t.commit();
    }
    CHECK(d.rows() == "1 4 ");
}

TEST_CASE("sqlite: savepoints of one name hide each other, and each undoes its own", "[contextlib][sqlite]") {
    database d;
    transaction t(d.db);
    {
        savepoint outer(d.db, "same");
        d.insert(1);
        {
            savepoint inner(d.db, "same");
            d.insert(2);
        }
        CHECK(d.rows() == "1 ");
    }
    CHECK(d.rows() == "");
    t.commit();
}

TEST_CASE("sqlite: a busy database refuses to begin or to commit, and nothing is half done", "[contextlib][sqlite]") {
    database d;
    sqlite_connection other(d.path);
    {
        other.execute("BEGIN EXCLUSIVE");
        transaction t(d.db);  // BEGIN is lazy in SQLite: the first statement meets the lock
        CHECK(code_of([&] { d.insert(1); }) == SQLITE_BUSY);
        other.rollback();
    }
    CHECK_FALSE(d.db.in_transaction());
    {
        other.begin();
        CHECK(other.ask("SELECT x FROM t") == "");  // a reader's lock, which a commit has to wait for
        transaction t(d.db);
        d.insert(1);
        CHECK(code_of([&] { t.commit(); }) == SQLITE_BUSY);
        CHECK_FALSE(d.db.in_transaction());
        other.rollback();
    }
    CHECK(d.rows() == "");
}

TEST_CASE("sqlite: a constraint that fails at commit is thrown, and rolled back", "[contextlib][sqlite]") {
    database d;
    {
        transaction t(d.db);
        d.insert(1);
        d.db.execute("INSERT INTO child VALUES (99)");
        CHECK(code_of([&] { t.commit(); }) == SQLITE_CONSTRAINT);
        CHECK_FALSE(d.db.in_transaction());
    }
    CHECK(d.rows() == "");

    std::exception_ptr reported;
    {
        transaction t(d.db, regius::commit_at_exit([&](std::exception_ptr e) { reported = e; }));
        d.db.execute("INSERT INTO child VALUES (99)");
    }
    CHECK_THROWS_AS(std::rethrow_exception(reported), sqlite_error);
    CHECK(d.db.ask("SELECT count(*) FROM child") == "0 ");
    CHECK(code_of([&] { with(transaction(d.db), [&] { d.db.execute("INSERT INTO child VALUES (99)"); }); }) ==
          SQLITE_CONSTRAINT);
    CHECK_FALSE(d.db.in_transaction());
}

TEST_CASE("sqlite: a transaction that the database rolled back itself is tolerated, but not committed",
          "[contextlib][sqlite]") {
    database d;
    d.insert(1);
    {
        transaction t(d.db);
        savepoint s(d.db, "s");
        d.insert(2);
        CHECK(code_of([&] { d.insert(1); }) == SQLITE_CONSTRAINT);  // ON CONFLICT ROLLBACK
        CHECK_FALSE(d.db.in_transaction());
    }
    CHECK(d.rows() == "1 ");
    transaction t(d.db);
    CHECK(code_of([&] { d.insert(1); }) == SQLITE_CONSTRAINT);
    CHECK_THROWS_AS(t.commit(), sqlite_error);  // there is nothing left to commit, and that is not kept quiet
}

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("sqlite: a connection closed under the guards is tolerated", "[contextlib][sqlite]") {
    database d;
    {
        transaction t(d.db);
        savepoint s(d.db, "s");
        d.insert(1);
        d.db.close();
    }
    sqlite_connection again(d.path);
    CHECK(again.ask("SELECT count(*) FROM t") == "0 ");
}

#if __has_include(<unistd.h>)
TEST_CASE("sqlite: after a crash inside a transaction the file is whole and its rows are absent",
          "[contextlib][sqlite]") {
    regius::temp_directory directory;
    auto const path = directory.path() / "crash.db";
    {
        sqlite_connection db(path);
        db.execute("CREATE TABLE t (x INTEGER); PRAGMA cache_size = 1");
        with(transaction(db), [&] { db.execute("INSERT INTO t VALUES (1)"); });
    }
    ::pid_t const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // No destructor runs here. The cache is small, so that changed pages are in the file when the process dies.
        try {
            sqlite_connection db(path);
            db.execute("PRAGMA cache_size = 1");
            transaction t(db);
            db.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                "INSERT INTO t SELECT i FROM n");
            ::_exit(42);
        } catch (...) {
            ::_exit(1);
        }
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 42);

    sqlite_connection db(path);
    CHECK(db.ask("PRAGMA integrity_check") == "ok ");
    CHECK(db.ask("SELECT x FROM t") == "1 ");
}
#endif

}  // namespace
