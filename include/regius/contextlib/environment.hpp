// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_ENVIRONMENT_HPP
#define REGIUS_CONTEXTLIB_ENVIRONMENT_HPP

#include <regius/core/value_error.hpp>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace regius {

/// Set a variable of the environment, or remove it, until the scope ends.
///
///     environment zone("TZ", "UTC");
///     environment no_proxy("http_proxy", std::nullopt);       // not set
///
/// Python    unittest.mock.patch.dict(os.environ, {"TZ": "UTC"})
/// Throws    value_error for a name that is empty or contains '=' or a NUL, or a value with a NUL
/// Lifetime  movable
/// Threads   the environment belongs to the whole process, and no other thread may read it meanwhile
class environment {
    std::string name_;
    std::optional<std::string> before_;
    bool changed_ = true;

public:
    [[nodiscard]] environment(std::string name, std::optional<std::string> const& value) : name_(std::move(name)) {
        if (name_.empty() || name_.find('=') != std::string::npos || name_.find('\0') != std::string::npos)
            throw value_error("illegal environment variable name: '" + name_ + "'");
        if (value && value->find('\0') != std::string::npos) throw value_error("embedded null byte");
        if (char const* const before = std::getenv(name_.c_str())) before_ = before;
        if (!set(value))
            throw std::system_error(std::error_code(errno, std::generic_category()), "regius::environment: " + name_);
    }
    environment(environment&& that) noexcept
        : name_(std::move(that.name_)),
          before_(std::move(that.before_)),
          changed_(std::exchange(that.changed_, false)) {}
    ~environment() {
        if (changed_) set(before_);
    }

private:
    bool set(std::optional<std::string> const& value) noexcept {
#ifdef _WIN32
        return ::_putenv_s(name_.c_str(), value ? value->c_str() : "") == 0;
#else
        return (value ? ::setenv(name_.c_str(), value->c_str(), 1) : ::unsetenv(name_.c_str())) == 0;
#endif
    }
};

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_ENVIRONMENT_HPP
