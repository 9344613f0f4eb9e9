// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PICKED_HPP
#define REGIUS_CORE_PICKED_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/optional_ref.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Whether an element of R stays where it is after the call that found it: then it can be handed out by reference.
template <class R>
concept keeps_elements = std::ranges::forward_range<R> && std::ranges::borrowed_range<R> &&
                         std::is_lvalue_reference_v<std::ranges::range_reference_t<R>>;

/// What a tool returns that picks one element of R: a reference where the element stays, else a value.
template <class R>
using picked_t =
    std::conditional_t<keeps_elements<R>, std::ranges::range_reference_t<R>, std::ranges::range_value_t<R>>;

/// The same, where there may be none: Python's None.
template <class R>
using picked_or_none_t =
    std::conditional_t<keeps_elements<R>, optional_ref<std::remove_reference_t<std::ranges::range_reference_t<R>>>,
                       std::optional<std::ranges::range_value_t<R>>>;

/// Keeps the element that was picked last: its address where it stays, else the element itself.
template <class R>
class picker {
    std::optional<std::ranges::range_value_t<R>> value_;

public:
    constexpr void operator()(auto&& x) { value_.emplace(std::forward<passed_t<R>>(x)); }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return value_.has_value(); }
    [[nodiscard]] constexpr auto const& look() const noexcept { return *value_; }
    [[nodiscard]] constexpr picked_t<R> get() { return *std::move(value_); }
    [[nodiscard]] constexpr picked_or_none_t<R> get_or_none() { return std::move(value_); }
};

template <keeps_elements R>
class picker<R> {
    std::remove_reference_t<std::ranges::range_reference_t<R>>* address_ = nullptr;

public:
    constexpr void operator()(auto& x) { address_ = std::addressof(x); }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return address_ != nullptr; }
    [[nodiscard]] constexpr auto const& look() const noexcept { return *address_; }
    [[nodiscard]] constexpr picked_t<R> get() const { return *address_; }
    [[nodiscard]] constexpr picked_or_none_t<R> get_or_none() const { return picked_or_none_t<R>(address_); }
};

/// A tool that picks one element: called without a default, and with one. Find knows how to look (`find`) and what to
/// say when there is nothing (`missing`).
template <class Find>
struct picking_tool {
    template <std::ranges::input_range R>
    constexpr picked_t<R> operator()(R&& source) const {
        picker<R> found;
        Find::find(source, found);
        if (!found) throw value_error(Find::missing);
        return found.get();
    }
    template <std::ranges::input_range R, std::convertible_to<std::ranges::range_value_t<R>> T>
    constexpr std::ranges::range_value_t<R> operator()(R&& source, T&& otherwise) const {
        picker<R> found;
        Find::find(source, found);
        if (!found) return std::forward<T>(otherwise);
        return found.get();
    }

    [[nodiscard]] constexpr auto operator()() const { return bind_back(*this); }
    template <class T>
    requires(!std::ranges::input_range<T>)
    [[nodiscard]] constexpr auto operator()(T&& otherwise) const {
        return bind_back(*this, std::forward<T>(otherwise));
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_PICKED_HPP
