// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_NONE_HPP
#define REGIUS_CORE_NONE_HPP

namespace regius {

/// Python's None where it means "not given": a missing separator, a missing bound of a slice.
///
///     split(line, none, 2)            // line.split(None, 2)
struct none_t {
    friend constexpr bool operator==(none_t, none_t) = default;
};

inline constexpr none_t none{};

}  // namespace regius

#endif  // REGIUS_CORE_NONE_HPP
