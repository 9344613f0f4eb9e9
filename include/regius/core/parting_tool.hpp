// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PARTING_TOOL_HPP
#define REGIUS_CORE_PARTING_TOOL_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/value_error.hpp>

#include <cstddef>
#include <limits>
#include <utility>

namespace regius::core {

/// A tool that makes n parts of a range: called with (n, range) as in Python, with (range, n), and with n to the right of
/// `|`. Make makes the parts; where it must know how many elements there are, the range has an end.
template <class Make, bool Counts>
struct parting_tool {
    template <iterable R>
    requires(!Counts) || poolable<R>
    [[nodiscard]] constexpr auto operator()(integer auto n, R&& r) const {
        return Make()(count(n), std::forward<R>(r));
    }
    template <iterable R>
    requires(!Counts) || poolable<R>
    [[nodiscard]] constexpr auto operator()(R&& r, integer auto n) const {
        return Make()(count(n), std::forward<R>(r));
    }
    [[nodiscard]] constexpr auto operator()(integer auto n) const {
        (void)count(n);
        return bind_back(*this, n);
    }

private:
    static constexpr std::ptrdiff_t count(integer auto n) {
        if (std::cmp_less(n, 1)) throw value_error("n must be at least 1");
        return std::in_range<std::ptrdiff_t>(n) ? static_cast<std::ptrdiff_t>(n)
                                                : std::numeric_limits<std::ptrdiff_t>::max();
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_PARTING_TOOL_HPP
