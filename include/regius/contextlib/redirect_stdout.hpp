// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_REDIRECT_STDOUT_HPP
#define REGIUS_CONTEXTLIB_REDIRECT_STDOUT_HPP

#include <regius/core/redirection.hpp>

#include <array>
#include <cstdio>
#include <iostream>

namespace regius {

namespace detail {

struct standard_output {
    static std::array<std::ostream*, 1> streams() noexcept { return {&std::cout}; }
    static std::FILE* file() noexcept { return stdout; }
};

}  // namespace detail

/// Send standard output elsewhere until the scope ends.
///
///     redirect_stdout to_text(text);              // std::cout writes into the std::ostringstream text
///     redirect_stdout to_file(file.stream());     // all the process writes: std::printf, child processes
///
/// Python    contextlib.redirect_stdout(new_target)
/// Accepts   an std::ostream: std::cout alone is redirected, as Python redirects sys.stdout alone. A std::FILE*, on
///           POSIX: the descriptor is
/// Throws    std::system_error when the descriptor cannot be changed, or at a normal end, when what was written is lost
/// Lifetime  borrows its target; movable; redirections end in the reverse order of their beginning
/// Threads   standard output belongs to the whole process
class redirect_stdout : public core::redirection<detail::standard_output> {
public:
    using redirection::redirection;
};

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_REDIRECT_STDOUT_HPP
