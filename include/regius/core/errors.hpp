// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ERRORS_HPP
#define REGIUS_CORE_ERRORS_HPP

#include <regius/core/value_error.hpp>

#include <cstdint>
#include <exception>
#include <stdexcept>
#include <string>

namespace regius {

// What the tools throw. Each is Python's exception of that name under the std class a C++ caller
// already catches; the text is CPython's, followed by the value where it can be printed.

/// A key that is not there. The text is the repr of the key, as in Python.
///
/// Python    KeyError
class key_error : public std::out_of_range {
public:
    using std::out_of_range::out_of_range;
};

/// A position outside the sequence, or an end of an empty one.
///
/// Python    IndexError
class index_error : public std::out_of_range {
public:
    using std::out_of_range::out_of_range;
};

/// `next` on a source that has nothing left. An end, not a failure: hence not a runtime_error.
///
/// Python    StopIteration
class stop_iteration : public std::exception {
public:
    [[nodiscard]] char const* what() const noexcept override { return "StopIteration"; }
};

/// A container that was changed while it was iterated.
///
/// Python    RuntimeError, "... changed size during iteration"
class invalidated : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A call that a rate limit refused.
///
/// Python    ratelimit.RateLimitException
class rate_limit_exceeded : public std::runtime_error {
public:
    rate_limit_exceeded(std::string const& text, std::int64_t retry_after_ns)
        : std::runtime_error(text), retry_after_ns_(retry_after_ns) {}

    /// Nanoseconds until the same call would have been let through; a plain number, because
    /// `<chrono>` costs more than everything else in this header together.
    [[nodiscard]] std::int64_t retry_after_ns() const noexcept { return retry_after_ns_; }

private:
    std::int64_t retry_after_ns_;
};

}  // namespace regius

#endif  // REGIUS_CORE_ERRORS_HPP
