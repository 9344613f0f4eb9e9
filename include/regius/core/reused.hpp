// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_REUSED_HPP
#define REGIUS_CORE_REUSED_HPP

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <vector>

namespace regius::core {

/// A window on a buffer that the next element of the view overwrites. It is read like a container; it becomes a
/// std::vector, which is what a view of such windows has as its value_type, where it is to be kept.
template <std::random_access_iterator I>
class reused : public std::ranges::view_interface<reused<I>> {
    I first_{};
    I last_{};

public:
    using value_type = std::iter_value_t<I>;

    reused() = default;
    constexpr reused(I first, I last) : first_(first), last_(last) {}

    [[nodiscard]] constexpr I begin() const { return first_; }
    [[nodiscard]] constexpr I end() const { return last_; }
    [[nodiscard]] constexpr std::size_t size() const { return static_cast<std::size_t>(last_ - first_); }

    constexpr operator std::vector<value_type>() const {
        std::vector<value_type> kept;
        kept.reserve(size());
        for (I it = first_; it != last_; ++it) {
            if constexpr (std::constructible_from<value_type, std::iter_reference_t<I>>)
                kept.emplace_back(*it);
            else
                kept.emplace_back(std::ranges::iter_move(it));
        }
        return kept;
    }

    // std::ranges::equal, without the 10,000 lines of <algorithm>.
    template <std::ranges::random_access_range R>
    requires std::equality_comparable_with<value_type, std::ranges::range_value_t<R>>
    [[nodiscard]] friend constexpr bool operator==(reused const& a, R const& b) {
        auto at = std::ranges::begin(b);
        if (a.last_ - a.first_ != std::ranges::distance(b)) return false;
        for (I it = a.first_; it != a.last_; ++it, ++at)
            if (!(*it == *at)) return false;
        return true;
    }
};

/// The window on all of a buffer.
template <class T>
[[nodiscard]] constexpr auto reused_whole(std::vector<T>& buffer) {
    if constexpr (std::same_as<T, bool>)
        return reused<typename std::vector<bool>::iterator>(buffer.begin(), buffer.end());
    else
        return reused<T*>(buffer.data(), buffer.data() + buffer.size());
}

}  // namespace regius::core

template <class I>
inline constexpr bool std::ranges::enable_borrowed_range<regius::core::reused<I>> = true;

#endif  // REGIUS_CORE_REUSED_HPP
