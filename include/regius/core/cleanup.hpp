// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CLEANUP_HPP
#define REGIUS_CORE_CLEANUP_HPP

#include <exception>
#include <type_traits>

namespace regius::core {

// Inside a handler; not inlined, so that a guard stays as short as what it replaces.
[[gnu::cold, gnu::noinline]] inline void throw_unless_unwinding() {
    if (std::uncaught_exceptions() == 0) throw;
}

/// Run `f` from a destructor, by the one rule every guard keeps: at a normal end an exception of
/// `f` is thrown; while another exception is on its way it is dropped, because two cannot leave, and the
/// first says what went wrong.
///
/// Differs   Python replaces the exception on its way by the new one; `with` and `with_stack` do that here
struct cleanup_fn {
    template <class F>
    [[gnu::always_inline]] constexpr void operator()(F&& f) const noexcept(std::is_nothrow_invocable_v<F&>) {
        if constexpr (std::is_nothrow_invocable_v<F&>) {
            f();
        } else {
            try {
                f();
            } catch (...) {
                throw_unless_unwinding();
            }
        }
    }
};

inline constexpr cleanup_fn cleanup{};

}  // namespace regius::core

#endif  // REGIUS_CORE_CLEANUP_HPP
