// SPDX-License-Identifier: MIT

#include <regius/contextlib/transaction.hpp>

#include <regius/contextlib/exit_stack.hpp>
#include <regius/contextlib/savepoint.hpp>
#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <exception>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using regius::commit_at_exit;
using regius::savepoint;
using regius::transaction;
using regius::with;

// Logs what it is asked for; fails in the operation named in fails.
struct connection {
    std::string log;
    std::string fails;

    void begin() { act("begin"); }
    void commit() { act("commit"); }
    void rollback() { act("rollback"); }
    void savepoint(std::string const& name) { act("savepoint", name); }
    void release(std::string const& name) { act("release", name); }
    void rollback_to(std::string const& name) { act("rollback_to", name); }

private:
    void act(std::string const& what, std::string const& name = "") {
        log += what + (name.empty() ? "" : " " + name) + "; ";
        if (what == fails) throw std::runtime_error(what + " failed");
    }
};

struct aware_connection : connection {
    bool open = true;
    [[nodiscard]] bool in_transaction() const { return open; }
};

std::string text_of(std::exception_ptr const& e) {
    try {
        if (e) std::rethrow_exception(e);
    } catch (std::exception const& x) {
        return x.what();
    }
    return "";
}

// ---------------------------------------------------------------- 1. what Python says

// sqlite3 and SQLAlchemy: commit at a normal end of the with block, roll back when an exception leaves it.
TEST_CASE("transaction: as a context it commits at a normal end, and rolls back on an exception",
          "[contextlib][transaction]") {
    connection db;
    CHECK(with(transaction(db), [] { return 5; }) == 5);
    CHECK(db.log == "begin; commit; ");
    db.log.clear();
    CHECK_THROWS_AS(with(transaction(db), [] { throw std::out_of_range("body"); }), std::out_of_range);
    CHECK(db.log == "begin; rollback; ");
    db.log.clear();
    CHECK_THROWS_AS(with(transaction(db), savepoint(db, "s"), [] { throw std::out_of_range("body"); }),
                    std::out_of_range);
    CHECK(db.log.find("rollback_to s; release s; rollback; ") != std::string::npos);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("transaction: rolls back unless committed", "[contextlib][transaction]") {
    connection db;
    {
        transaction t(db);
        CHECK(t.active());
    }
    CHECK(db.log == "begin; rollback; ");
    db.log.clear();
    {
        transaction t(db);
        t.commit();
        CHECK_FALSE(t.active());
    }
    CHECK(db.log == "begin; commit; ");
    db.log.clear();
    {
        transaction t(db);
        t.rollback();
        t.rollback();
        CHECK_THROWS_AS(t.commit(), std::logic_error);
    }
    CHECK(db.log == "begin; rollback; ");
}

TEST_CASE("transaction: a begin that fails leaves nothing to roll back", "[contextlib][transaction]") {
    connection db{.log = "", .fails = "begin"};
    CHECK_THROWS_WITH(transaction(db), "begin failed");
    CHECK(db.log == "begin; ");
}

TEST_CASE("transaction: a failed commit is rolled back and thrown", "[contextlib][transaction]") {
    connection db{.log = "", .fails = "commit"};
    {
        transaction t(db);
        CHECK_THROWS_WITH(t.commit(), "commit failed");
        CHECK_FALSE(t.active());
    }
    CHECK(db.log == "begin; commit; rollback; ");
    db.log.clear();
    CHECK_THROWS_WITH(with(transaction(db), [] {}), "commit failed");
    CHECK(db.log == "begin; commit; rollback; ");
}

TEST_CASE("transaction: commit_at_exit commits at a normal end alone, and reports when that fails",
          "[contextlib][transaction]") {
    std::exception_ptr reported;
    auto const report = [&](std::exception_ptr e) { reported = std::move(e); };
    connection db;
    {
        transaction t(db, commit_at_exit(report));
    }
    CHECK(db.log == "begin; commit; ");
    db.log.clear();
    {
        transaction t(db, commit_at_exit(report));
        t.rollback();
    }
    CHECK(db.log == "begin; rollback; ");
    db.log.clear();
    try {
        transaction t(db, commit_at_exit(report));
        throw std::out_of_range("body");
    } catch (std::out_of_range const&) {
    }
    CHECK(db.log == "begin; rollback; ");
    CHECK(reported == nullptr);

    db = {.log = "", .fails = "commit"};
    {
        transaction t(db, commit_at_exit(report));
    }
    CHECK(db.log == "begin; commit; rollback; ");
    CHECK(text_of(reported) == "commit failed");
    CHECK_NOTHROW([&] { transaction t(db, commit_at_exit([](std::exception_ptr) { throw 1; })); }());
}

TEST_CASE("transaction: a connection that can tell is not asked to roll back what it has ended itself",
          "[contextlib][transaction]") {
    aware_connection db;
    {
        transaction t(db);
        db.open = false;
    }
    CHECK(db.log == "begin; ");
    db.log.clear();
    {
        transaction t(db);
        t.rollback();
    }
    CHECK(db.log == "begin; ");
}

TEST_CASE("savepoint: rolling back also releases; committing releases", "[contextlib][transaction]") {
    connection db;
    {
        savepoint s(db, "a");
    }
    CHECK(db.log == "savepoint a; rollback_to a; release a; ");
    db.log.clear();
    {
        savepoint s(db, "a");
        s.commit();
    }
    CHECK(db.log == "savepoint a; release a; ");
    db.log.clear();
    {
        savepoint s(db, "a", commit_at_exit([](std::exception_ptr) {}));
    }
    CHECK(db.log == "savepoint a; release a; ");
}

TEST_CASE("savepoint: its transaction may be gone already", "[contextlib][transaction]") {
    aware_connection db;
    {
        transaction t(db);
        savepoint s(db, "a");
        t.rollback();
        db.open = false;
    }
    CHECK(db.log == "begin; savepoint a; rollback; ");

    connection unaware{.log = "", .fails = "rollback_to"};
    CHECK_NOTHROW([&] { savepoint s(unaware, "a"); }());
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_nothrow_destructible_v<transaction<connection>>);
static_assert(std::is_nothrow_move_constructible_v<transaction<connection>>);
static_assert(!std::is_copy_constructible_v<transaction<connection>>);
static_assert(std::is_nothrow_destructible_v<savepoint<connection>>);
static_assert(!std::is_constructible_v<transaction<connection>, connection>);  // borrowed: not a temporary

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("transaction: nothing leaves the destructor", "[contextlib][transaction]") {
    for (bool fails : {false, true}) {
        connection db{.log = "", .fails = "rollback"};
        auto const scope = [&] {
            transaction t(db);
            if (fails) throw std::out_of_range("body");
        };
        if (fails)
            CHECK_THROWS_AS(scope(), std::out_of_range);
        else
            CHECK_NOTHROW(scope());
        CHECK(db.log == "begin; rollback; ");
    }
    connection db{.log = "", .fails = "rollback"};
    transaction t(db);
    CHECK_THROWS_WITH(t.rollback(), "rollback failed");
}

TEST_CASE("transaction: moves, and can be kept by an exit_stack", "[contextlib][transaction]") {
    connection db;
    {
        transaction outer(db);
        {
            transaction inner(std::move(outer));
            CHECK_FALSE(outer.active());
            CHECK(inner.active());
        }
        CHECK(db.log == "begin; rollback; ");
    }
    CHECK(db.log == "begin; rollback; ");
    db.log.clear();
    regius::with_stack([&](regius::exit_stack& stack) { stack.enter_context(transaction(db)); });
    CHECK(db.log == "begin; commit; ");
    db.log.clear();
    try {
        regius::exit_stack stack;
        stack.enter_context(transaction(db));
        throw std::out_of_range("body");
    } catch (std::out_of_range const&) {
    }
    CHECK(db.log == "begin; rollback; ");
}

}  // namespace
