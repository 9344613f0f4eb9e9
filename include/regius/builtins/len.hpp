// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_LEN_HPP
#define REGIUS_BUILTINS_LEN_HPP

#include <regius/core/pipe.hpp>

#include <cstddef>
#include <ranges>
#include <utility>

namespace regius {

/// How many elements there are.
///
///     len(names)
///     range(10) | len()
///
/// Python    len(obj)
/// Accepts   a range that knows its size; more_itertools.ilen counts the others
/// Cost      O(1)
struct len_fn {
    template <std::ranges::sized_range R>
    [[nodiscard]] constexpr std::size_t operator()(R&& r) const {
        return static_cast<std::size_t>(std::ranges::size(r));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr len_fn len{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_LEN_HPP
