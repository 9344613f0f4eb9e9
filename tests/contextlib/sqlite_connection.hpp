// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_CONTEXTLIB_SQLITE_CONNECTION_HPP
#define REGIUS_TESTS_CONTEXTLIB_SQLITE_CONNECTION_HPP

#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

namespace regius::tests {

struct sqlite_error : std::runtime_error {
    int code;
    sqlite_error(std::string const& text, int c) : std::runtime_error(text), code(c) {}
};

/// What the guards need of SQLite's C interface, and a little for the tests to look around.
class sqlite_connection {
    sqlite3* db_ = nullptr;

public:
    explicit sqlite_connection(std::filesystem::path const& path) {
        if (sqlite3_open(path.string().c_str(), &db_) != SQLITE_OK) {
            std::string const text = sqlite3_errmsg(db_);
            sqlite3_close(db_);
            throw sqlite_error(text, SQLITE_CANTOPEN);
        }
    }
    sqlite_connection(sqlite_connection&&) = delete;
    ~sqlite_connection() { close(); }
    void close() { sqlite3_close(std::exchange(db_, nullptr)); }

    void execute(std::string const& sql) {
        int const code = db_ ? sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) : SQLITE_MISUSE;
        if (code != SQLITE_OK) throw sqlite_error(db_ ? sqlite3_errmsg(db_) : "closed", code);
    }
    std::string ask(std::string const& sql) {
        std::string text;
        auto const add = [](void* to, int count, char** values, char**) {
            for (int i = 0; i < count; ++i) *static_cast<std::string*>(to) += values[i] ? values[i] : "NULL";
            *static_cast<std::string*>(to) += ' ';
            return 0;
        };
        int const code = sqlite3_exec(db_, sql.c_str(), add, &text, nullptr);
        if (code != SQLITE_OK) throw sqlite_error(sqlite3_errmsg(db_), code);
        return text;
    }

    void begin() { execute("BEGIN"); }
    void commit() { execute("COMMIT"); }
    void rollback() { execute("ROLLBACK"); }
    [[nodiscard]] bool in_transaction() const { return db_ && !sqlite3_get_autocommit(db_); }

    void savepoint(std::string const& name) { execute("SAVEPOINT " + quoted(name)); }
    void release(std::string const& name) { execute("RELEASE " + quoted(name)); }
    void rollback_to(std::string const& name) { execute("ROLLBACK TO " + quoted(name)); }

private:
    static std::string quoted(std::string const& name) {
        std::string text = "\"";
        for (char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
        return text + '"';
    }
};

}  // namespace regius::tests

#endif  // REGIUS_TESTS_CONTEXTLIB_SQLITE_CONNECTION_HPP
