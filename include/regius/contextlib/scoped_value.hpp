// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_SCOPED_VALUE_HPP
#define REGIUS_CONTEXTLIB_SCOPED_VALUE_HPP

#include <regius/core/cleanup.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius {

/// Give a variable another value until the scope ends.
///
///     scoped_value quiet(verbosity, 0);
///
/// Python    unittest.mock.patch.object(module, "verbosity", 0)
/// Accepts   a variable that can be moved and assigned to
/// Throws    what making the value throws: the variable is then as it was. What moving it throws, at the end as all
///           guards: dropped while another exception is on its way
/// Lifetime  borrows the variable; movable
template <std::movable T>
class scoped_value {
    T* variable_;
    T before_;

public:
    template <std::convertible_to<T> U>
    [[nodiscard]] constexpr scoped_value(T& variable, U&& value)
        : variable_(&variable), before_(std::exchange(variable, static_cast<T>(std::forward<U>(value)))) {}
    constexpr scoped_value(scoped_value&& that) noexcept(std::is_nothrow_move_constructible_v<T>)
        : variable_(that.variable_), before_(std::move(that.before_)) {
        that.variable_ = nullptr;
    }
    constexpr ~scoped_value() noexcept(std::is_nothrow_move_assignable_v<T>) {
        if (!variable_) return;
        core::cleanup([this]() noexcept(std::is_nothrow_move_assignable_v<T>) { *variable_ = std::move(before_); });
    }
};

template <class T, class U>
scoped_value(T&, U&&) -> scoped_value<T>;

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_SCOPED_VALUE_HPP
