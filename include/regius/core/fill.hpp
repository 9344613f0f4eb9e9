// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FILL_HPP
#define REGIUS_CORE_FILL_HPP

#include <regius/core/alike.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>

namespace regius::core {

/// What the elements of R and a fill value are together.
template <class R, class Fill>
using filled_reference_t = std::common_reference_t<std::ranges::range_reference_t<R>, Fill const&>;

/// A value that can stand in for an element of R.
template <class Fill, class R>
concept stands_in_for_elements = requires {
    typename filled_reference_t<R, std::decay_t<Fill>>;
} && lives_on_as<std::ranges::range_reference_t<R>, filled_reference_t<R, std::decay_t<Fill>>>;

/// How a fill value is kept: as an element, if an element is what both are together, so that "x" is made a string once; but
/// as itself where an element would only look at it.
template <class Fill, class R>
using kept_fill_t = std::conditional_t<
    std::same_as<std::remove_cvref_t<filled_reference_t<R, std::decay_t<Fill>>>, std::ranges::range_value_t<R>> &&
        !std::ranges::view<std::ranges::range_value_t<R>>,
    std::ranges::range_value_t<R>, std::decay_t<Fill>>;

/// The element at a place, if it is there, else the fill value.
template <class Reference>
constexpr Reference element_or_fill(auto const& origin, std::ptrdiff_t at, bool there, auto const& fill) {
    using iterator = std::remove_cvref_t<decltype(origin)>;
    if (there) return static_cast<Reference>(origin[static_cast<std::iter_difference_t<iterator>>(at)]);
    return static_cast<Reference>(fill);
}

/// The elements of a random-access V from `origin` on, `size` of them, then the fill value without an end.
template <class V, class Fill>
class filled_cursor {
    std::ranges::iterator_t<V> origin_{};
    std::ptrdiff_t size_ = 0;
    Fill const* fill_ = nullptr;
    std::ptrdiff_t at_ = 0;

public:
    using reference = filled_reference_t<V, Fill>;
    using value_type = std::remove_cvref_t<reference>;

    filled_cursor() = default;
    constexpr filled_cursor(std::ranges::iterator_t<V> origin, std::ptrdiff_t size, Fill const& fill, std::ptrdiff_t at)
        : origin_(origin), size_(size), fill_(&fill), at_(at) {}

    constexpr reference read() const { return element_or_fill<reference>(origin_, at_, at_ < size_, *fill_); }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(filled_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(filled_cursor const& that) const { return that.at_ - at_; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_FILL_HPP
