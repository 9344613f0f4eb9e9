// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_KEPT_ELEMENT_HPP
#define REGIUS_CORE_KEPT_ELEMENT_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/reading.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// One element of R that the walk has passed, or none: its address where it stays, else the element itself.
template <class R>
class kept_element {
    using value = kept_value_t<R>;
    static constexpr bool small = std::is_trivially_copyable_v<value> && sizeof(value) <= 2 * sizeof(void*);

    std::optional<value> kept_;

public:
    using value_type = value;
    using looked = std::conditional_t<small, value, value const&>;
    using handed = std::conditional_t<small, value, value&&>;

    template <class X>
    constexpr void take(X&& x) {
        kept_.emplace(std::forward<X>(x));
    }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return kept_.has_value(); }
    constexpr void reset() noexcept { kept_.reset(); }

    /// The element, to look at as often as one likes.
    [[nodiscard]] constexpr looked look() const { return *kept_; }
    /// The element, to be handed on once: what is dear to copy may be moved from.
    [[nodiscard]] constexpr handed hand() const { return static_cast<handed>(const_cast<value&>(*kept_)); }
};

template <stays R>
class kept_element<R> {
    using reference = std::ranges::range_reference_t<R>;

    std::remove_reference_t<reference>* at_ = nullptr;

public:
    using value_type = std::ranges::range_value_t<R>;
    using looked = reference;
    using handed = reference;

    constexpr void take(reference x) { at_ = std::addressof(x); }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return at_ != nullptr; }
    constexpr void reset() noexcept { at_ = nullptr; }
    [[nodiscard]] constexpr looked look() const { return *at_; }
    [[nodiscard]] constexpr handed hand() const { return *at_; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_KEPT_ELEMENT_HPP
