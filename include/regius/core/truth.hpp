// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TRUTH_HPP
#define REGIUS_CORE_TRUTH_HPP

#include <concepts>

namespace regius::core {

/// Python's truth: what `if (x)` accepts, or a container that can say whether it is empty.
template <class T>
concept has_truth_value = std::constructible_from<bool, T> || requires(T const& x) {
    { x.empty() } -> std::convertible_to<bool>;
};

/// Whether x is true in Python's sense: an empty container is false.
struct truth_fn {
    template <has_truth_value T>
    [[nodiscard]] constexpr bool operator()(T const& x) const {
        if constexpr (requires {
                          { x.empty() } -> std::convertible_to<bool>;
                      })
            return !x.empty();
        else
            return static_cast<bool>(x);
    }
};

inline constexpr truth_fn truth{};

}  // namespace regius::core

#endif  // REGIUS_CORE_TRUTH_HPP
