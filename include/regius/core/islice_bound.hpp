// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ISLICE_BOUND_HPP
#define REGIUS_CORE_ISLICE_BOUND_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/value_error.hpp>

#include <cstddef>
#include <utility>

namespace regius::core {

/// Where a slice of what is walked forwards may start, in the words of CPython's islice, to which more_itertools hands
/// its numbers of elements on.
struct islice_start_fn {
    [[nodiscard]] constexpr std::ptrdiff_t operator()(integer auto n) const {
        if (std::cmp_less(n, 0) || !std::in_range<std::ptrdiff_t>(n))
            throw value_error("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        return static_cast<std::ptrdiff_t>(n);
    }
};

inline constexpr islice_start_fn islice_start{};

/// And where it may stop. CPython keeps -1 for a stop that it could not read, and complains of that in other words.
struct islice_stop_fn {
    [[nodiscard]] constexpr std::ptrdiff_t operator()(integer auto n) const {
        if (std::cmp_equal(n, -1) || !std::in_range<std::ptrdiff_t>(n))
            throw value_error("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        return islice_start(n);
    }
};

inline constexpr islice_stop_fn islice_stop{};

}  // namespace regius::core

#endif  // REGIUS_CORE_ISLICE_BOUND_HPP
