// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_POINTED_HPP
#define REGIUS_CORE_POINTED_HPP

#include <regius/core/iterator.hpp>
#include <regius/core/reused.hpp>

#include <cstddef>
#include <iterator>
#include <type_traits>

namespace regius::core {

/// An element behind its address.
template <class T>
class pointed_cursor {
    T* const* at_ = nullptr;

public:
    using value_type = std::remove_cv_t<T>;

    pointed_cursor() = default;
    constexpr explicit pointed_cursor(T* const* at) : at_(at) {}
    constexpr T& read() const { return **at_; }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(pointed_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(pointed_cursor const& that) const { return that.at_ - at_; }
};

/// A window on elements that are kept side by side, or on those whose addresses are.
template <bool Addresses>
[[gnu::always_inline]] constexpr auto kept_window(auto first, auto last) {
    if constexpr (Addresses) {
        using cursor = pointed_cursor<std::remove_pointer_t<std::iter_value_t<decltype(first)>>>;
        return reused(basic_iterator(cursor(first)), basic_iterator(cursor(last)));
    } else {
        return reused(first, last);
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_POINTED_HPP
