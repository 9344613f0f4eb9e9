// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_TRANSACTION_HPP
#define REGIUS_CONTEXTLIB_TRANSACTION_HPP

#include <concepts>
#include <exception>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// A connection to a database. What its members throw is a failure; the guards need no more than these.
template <class C>
concept transactional = requires(C& connection) {
    connection.begin();
    connection.commit();
    connection.rollback();
};

/// A connection that can tell whether a transaction is under way: some errors make a database roll back by itself.
template <class C>
concept tells_transaction = requires(C& connection) {
    { connection.in_transaction() } -> std::convertible_to<bool>;
};

}  // namespace core

struct roll_back_at_exit;
template <class Report>
struct commit_at_exit;

/// A transaction of a database: begun here, rolled back at the end of the scope unless committed.
///
///     transaction work(connection);
///     connection.execute("UPDATE ...");
///     work.commit();
///
///     with(transaction(connection), [&] { ... });                 // commits at a normal end, and throws when that fails
///     transaction work(connection, commit_at_exit([&](std::exception_ptr e) { failed = e; }));
///
/// Python    with connection: ... (sqlite3)
/// Accepts   a connection with `begin()`, `commit()` and `rollback()`; if it has `in_transaction()`, it is asked first
///           whether there is anything to roll back. commit_at_exit(report): commit at a normal end of the scope, and
///           give the exception to `report` when that fails, since a destructor cannot throw it
/// Throws    `commit()` what the connection throws; the transaction is rolled back by then, and ended. std::logic_error
///           when it had ended before. `rollback()` what the connection throws. The destructor nothing: what rolling
///           back throws there is dropped, for the connection may be closed, or the database have ended the transaction
/// Lifetime  borrows the connection; movable
/// Differs   commit_at_exit tells a failure by counting exceptions under way, as `scope_success` does
template <class Connection, class Policy = roll_back_at_exit>
requires core::transactional<Connection>
class transaction;

/// The default: what is not committed is rolled back.
struct roll_back_at_exit {
    static constexpr bool commits = false;
};

/// Commit at a normal end of the scope; give report(std::exception_ptr) what went wrong.
template <class Report>
struct commit_at_exit {
    static_assert(std::invocable<Report&, std::exception_ptr>,
                  "regius::commit_at_exit: report is called with an std::exception_ptr");
    static constexpr bool commits = true;

    explicit commit_at_exit(Report r) : report(std::move(r)) {}

    Report report;
    int exceptions_before = std::uncaught_exceptions();
};

namespace detail {

// What transaction and savepoint share. Unit knows the connection's words: keep(), undo(), and whether there is anything
// to undo: live().
template <class Unit, class Policy>
class undo_unless_kept {
    Unit unit_;
    [[no_unique_address]] Policy policy_;
    bool active_ = true;

public:
    undo_unless_kept(Unit unit, Policy policy) : unit_(std::move(unit)), policy_(std::move(policy)) {}
    undo_unless_kept(undo_unless_kept&& that) noexcept(std::is_nothrow_move_constructible_v<Unit> &&
                                                       std::is_nothrow_move_constructible_v<Policy>)
        : unit_(std::move(that.unit_)), policy_(std::move(that.policy_)), active_(std::exchange(that.active_, false)) {}

    ~undo_unless_kept() {
        if (!active_) return;
        if constexpr (Policy::commits) {
            if (std::uncaught_exceptions() <= policy_.exceptions_before) {
                try {
                    commit();
                } catch (...) {
                    report(std::current_exception());
                }
                return;
            }
        }
        undo_quietly();
    }

    /// Keep what was done. When that fails, it is rolled back, and the failure thrown.
    void commit() {
        if (!std::exchange(active_, false)) throw std::logic_error("regius: commit of what has ended already");
        try {
            unit_.keep();
        } catch (...) {
            undo_quietly();
            throw;
        }
    }

    /// Undo what was done, now. What has ended already stays as it is.
    void rollback() {
        if (std::exchange(active_, false) && unit_.live()) unit_.undo();
    }

    /// Whether neither commit nor rollback was called yet.
    [[nodiscard]] bool active() const noexcept { return active_; }

protected:
    void leave(std::exception_ptr const& e) {
        if (!active_) return;
        if (e) {
            active_ = false;
            undo_quietly();
        } else {
            commit();
        }
    }

private:
    void undo_quietly() noexcept {
        try {
            if (unit_.live()) unit_.undo();
        } catch (...) {
        }
    }
    void report(std::exception_ptr e) noexcept {
        try {
            policy_.report(std::move(e));
        } catch (...) {
        }
    }
};

template <class Connection>
bool is_in_transaction(Connection& connection) {
    if constexpr (core::tells_transaction<Connection>)
        return static_cast<bool>(connection.in_transaction());
    else
        return true;
}

template <class Connection>
struct transaction_unit {
    Connection* connection;

    void keep() { connection->commit(); }
    void undo() { connection->rollback(); }
    bool live() { return is_in_transaction(*connection); }
};

}  // namespace detail

template <class Connection, class Policy>
requires core::transactional<Connection>
class transaction : public detail::undo_unless_kept<detail::transaction_unit<Connection>, Policy> {
    using base = detail::undo_unless_kept<detail::transaction_unit<Connection>, Policy>;

    static Connection* begun(Connection& connection) {
        connection.begin();
        return &connection;
    }

public:
    [[nodiscard]] explicit transaction(Connection& connection)
    requires std::default_initializable<Policy>
        : base({begun(connection)}, Policy()) {}
    [[nodiscard]] transaction(Connection& connection, Policy policy) : base({begun(connection)}, std::move(policy)) {}

    transaction& enter() noexcept { return *this; }
    void exit(std::exception_ptr e) { base::leave(e); }
};

template <class Connection>
transaction(Connection&) -> transaction<Connection>;
template <class Connection, class Policy>
transaction(Connection&, Policy) -> transaction<Connection, Policy>;

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_TRANSACTION_HPP
