// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CLAMPED_COUNT_HPP
#define REGIUS_CORE_CLAMPED_COUNT_HPP

#include <regius/core/concepts.hpp>

#include <cstddef>
#include <limits>
#include <utility>

namespace regius::core {

/// A count of elements as std::ptrdiff_t: one that no range reaches is as good as a larger one.
struct clamped_count_fn {
    [[nodiscard]] constexpr std::ptrdiff_t operator()(integer auto n) const noexcept {
        return std::in_range<std::ptrdiff_t>(n) ? static_cast<std::ptrdiff_t>(n)
                                                : std::numeric_limits<std::ptrdiff_t>::max();
    }
};

inline constexpr clamped_count_fn clamped_count{};

}  // namespace regius::core

#endif  // REGIUS_CORE_CLAMPED_COUNT_HPP
