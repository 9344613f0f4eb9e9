// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CLEANUP_HPP
#define REGIUS_CORE_CLEANUP_HPP

#include <exception>
#include <type_traits>

namespace regius::core {

/// Run `f` from a destructor, by the one rule every guard keeps: at a normal end an exception of
/// `f` is thrown; while another exception is on its way it is dropped, because two cannot leave, and the
/// first says what went wrong.
///
/// Differs   Python replaces the exception on its way by the new one; `with` and `with_stack` do that here
struct cleanup_fn {
    template <class F>
    constexpr void operator()(F&& f) const noexcept(std::is_nothrow_invocable_v<F&>) {
        if constexpr (std::is_nothrow_invocable_v<F&>) {
            f();
        } else {
            try {
                f();
            } catch (...) {
                if (std::uncaught_exceptions() == 0) throw;
            }
        }
    }
};

inline constexpr cleanup_fn cleanup{};

}  // namespace regius::core

#endif  // REGIUS_CORE_CLEANUP_HPP
