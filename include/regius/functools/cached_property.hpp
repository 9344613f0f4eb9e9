// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_CACHED_PROPERTY_HPP
#define REGIUS_FUNCTOOLS_CACHED_PROPERTY_HPP

#include <regius/core/invoke.hpp>
#include <regius/core/once_cell.hpp>

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace regius {

/// A member that is computed when it is first asked for.
///
///     class circle {
///         double radius_;
///         cached_property<double> area_;
///     public:
///         double area() const { return area_([&] { return pi * radius_ * radius_; }); }
///         void resize(double r) { radius_ = r; area_.reset(); }
///     };
///
/// Python    functools.cached_property; area_.reset() is `del self.area`, area_ = 3.0 assigns
/// Cost      one branch when it is there; as large as a std::optional
/// Throws    what the computation throws; the next call computes again
/// Lifetime  a copy of the object carries a copy of the value, as copy.copy does
/// Threads   one at a time, even through const; `synchronized_cached_property` serves any number
template <class T>
class cached_property {
    mutable std::optional<T> value_;

public:
    constexpr cached_property() = default;

    template <class Compute>
    requires std::convertible_to<std::invoke_result_t<Compute&>, T>
    constexpr T const& operator()(Compute&& compute) const {
        if (!value_) value_.emplace(core::invoke(compute));
        return *value_;
    }

    constexpr cached_property& operator=(T value) {
        value_.emplace(std::move(value));
        return *this;
    }
    constexpr void reset() noexcept { value_.reset(); }
    [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
};

/// The same for any number of threads: the first to ask computes, the others wait.
///
/// Cost      one atomic load when it is there
/// Threads   any number may call; reset, assignment and moving need the object alone
template <class T>
class synchronized_cached_property {
    mutable core::once_cell<T> cell_;

public:
    synchronized_cached_property() = default;
    synchronized_cached_property(synchronized_cached_property const& that) { take(that.cell_.peek()); }
    synchronized_cached_property(synchronized_cached_property&& that) noexcept(
        std::is_nothrow_move_constructible_v<T>) {
        if (auto* value = that.cell_.peek()) cell_.get([&] { return std::move(*value); });
    }
    synchronized_cached_property& operator=(synchronized_cached_property const& that) {
        if (this != &that) {
            cell_.reset();
            take(that.cell_.peek());
        }
        return *this;
    }

    template <class Compute>
    requires std::convertible_to<std::invoke_result_t<Compute&>, T>
    T const& operator()(Compute&& compute) const {
        return cell_.get([&]() -> T { return core::invoke(compute); });
    }

    synchronized_cached_property& operator=(T value) {
        cell_.reset();
        cell_.get([&] { return std::move(value); });
        return *this;
    }
    void reset() noexcept { cell_.reset(); }
    [[nodiscard]] bool has_value() const noexcept { return cell_.peek() != nullptr; }

private:
    void take(T const* value) {
        if (value) cell_.get([&] { return *value; });
    }
};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_CACHED_PROPERTY_HPP
