// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_BOX_HPP
#define REGIUS_CORE_BOX_HPP

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Holds a callable or a value that may lack assignment (a capturing lambda does), so that the view
/// around it is movable as `std::ranges::view` demands.
///
/// Throws    what copying or moving T throws; after a move that threw the box is empty and must not be read
template <class T>
class box {
    std::optional<T> value_;

public:
    box()
    requires std::default_initializable<T>
        : value_(std::in_place) {}
    constexpr explicit box(T value) : value_(std::move(value)) {}
    constexpr box(box const&) = default;
    constexpr box(box&&) = default;

    constexpr box& operator=(box that) noexcept(std::is_nothrow_move_constructible_v<T>) {
        value_.reset();
        if (that.value_) value_.emplace(*std::move(that.value_));
        return *this;
    }

    [[gnu::always_inline]] constexpr T& operator*() noexcept { return *value_; }
    [[gnu::always_inline]] constexpr T const& operator*() const noexcept { return *value_; }
};

template <class T>
requires std::movable<T> && (std::copyable<T> || !std::copy_constructible<T>)
class box<T> {
    [[no_unique_address]] T value_;

public:
    constexpr box()
    requires std::default_initializable<T>
        : value_() {}
    constexpr explicit box(T value) : value_(std::move(value)) {}

    [[gnu::always_inline]] constexpr T& operator*() noexcept { return value_; }
    [[gnu::always_inline]] constexpr T const& operator*() const noexcept { return value_; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_BOX_HPP
