// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_HPP
#define REGIUS_CONTEXTLIB_HPP

// import contextlib

#include <regius/contextlib/acquire_locks.hpp>
#include <regius/contextlib/acquire_locks_for.hpp>
#include <regius/contextlib/chdir.hpp>
#include <regius/contextlib/closing.hpp>
#include <regius/contextlib/contextmanager.hpp>
#include <regius/contextlib/environment.hpp>
#include <regius/contextlib/exit_stack.hpp>
#include <regius/contextlib/nullcontext.hpp>
#include <regius/contextlib/redirect_stderr.hpp>
#include <regius/contextlib/redirect_stdout.hpp>
#include <regius/contextlib/savepoint.hpp>
#include <regius/contextlib/scope.hpp>
#include <regius/contextlib/scoped_value.hpp>
#include <regius/contextlib/suppress.hpp>
#include <regius/contextlib/temp_directory.hpp>
#include <regius/contextlib/temp_file.hpp>
#include <regius/contextlib/timer.hpp>
#include <regius/contextlib/transaction.hpp>
#include <regius/contextlib/with.hpp>

#endif  // REGIUS_CONTEXTLIB_HPP
