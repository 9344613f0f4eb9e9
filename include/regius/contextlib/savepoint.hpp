// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_SAVEPOINT_HPP
#define REGIUS_CONTEXTLIB_SAVEPOINT_HPP

#include <regius/contextlib/transaction.hpp>

#include <concepts>
#include <exception>
#include <string>
#include <utility>

namespace regius {

namespace core {

/// A connection that knows savepoints by name.
template <class C>
concept has_savepoints = requires(C& connection, std::string const& name) {
    connection.savepoint(name);
    connection.release(name);
    connection.rollback_to(name);
};

}  // namespace core

/// A part of a transaction that can be undone alone: made here, rolled back at the end of the scope unless committed.
///
///     transaction work(connection);
///     {
///         savepoint part(connection, "part");
///         connection.execute("INSERT ...");
///         part.commit();                          // kept, if the transaction is
///     }
///     work.commit();
///
/// Python    sqlalchemy: with connection.begin_nested(): ...
/// Accepts   a connection with `savepoint(name)`, `release(name)` and `rollback_to(name)`, and the name, which the
///           connection quotes as its database needs. Policies as for `transaction`
/// Throws    as `transaction`
/// Lifetime  borrows the connection; movable. Savepoints end in the reverse order of their beginning; one whose
///           transaction has ended meanwhile is gone without a word
///
/// Rolling back also releases: ROLLBACK TO alone leaves the savepoint on the stack of the database, where the next of the
/// same name would hide it.
template <class Connection, class Policy = roll_back_at_exit>
requires core::has_savepoints<Connection>
class savepoint;

namespace detail {

template <class Connection>
struct savepoint_unit {
    Connection* connection;
    std::string name;

    void keep() { connection->release(name); }
    void undo() {
        connection->rollback_to(name);
        connection->release(name);
    }
    bool live() { return is_in_transaction(*connection); }
};

}  // namespace detail

template <class Connection, class Policy>
requires core::has_savepoints<Connection>
class savepoint : public detail::undo_unless_kept<detail::savepoint_unit<Connection>, Policy> {
    using base = detail::undo_unless_kept<detail::savepoint_unit<Connection>, Policy>;

    static detail::savepoint_unit<Connection> made(Connection& connection, std::string name) {
        connection.savepoint(std::as_const(name));
        return {&connection, std::move(name)};
    }

public:
    [[nodiscard]] savepoint(Connection& connection, std::string name)
    requires std::default_initializable<Policy>
        : base(made(connection, std::move(name)), Policy()) {}
    [[nodiscard]] savepoint(Connection& connection, std::string name, Policy policy)
        : base(made(connection, std::move(name)), std::move(policy)) {}

    savepoint& enter() noexcept { return *this; }
    void exit(std::exception_ptr e) { base::leave(e); }
};

template <class Connection>
savepoint(Connection&, std::string) -> savepoint<Connection>;
template <class Connection, class Policy>
savepoint(Connection&, std::string, Policy) -> savepoint<Connection, Policy>;

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_SAVEPOINT_HPP
