// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_REDIRECT_STDERR_HPP
#define REGIUS_CONTEXTLIB_REDIRECT_STDERR_HPP

#include <regius/core/redirection.hpp>

#include <array>
#include <cstdio>
#include <iostream>

namespace regius {

namespace detail {

struct standard_error {
    static std::array<std::ostream*, 2> streams() noexcept { return {&std::cerr, &std::clog}; }
    static std::FILE* file() noexcept { return stderr; }
};

}  // namespace detail

/// Send standard error, which is std::cerr and std::clog, elsewhere until the scope ends.
///
///     redirect_stderr to_text(text);
///     redirect_stderr to_file(file.stream());
///
/// Python    contextlib.redirect_stderr(new_target)
///
/// All else is as for `redirect_stdout`.
class redirect_stderr : public core::redirection<detail::standard_error> {
public:
    using redirection::redirection;
};

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_REDIRECT_STDERR_HPP
