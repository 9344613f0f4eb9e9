// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SMALLER_HPP
#define REGIUS_CORE_SMALLER_HPP

namespace regius::core {

/// std::min and std::max, without the 10,000 lines of `<algorithm>`.
template <class T>
[[nodiscard]] constexpr T smaller(T a, T b) noexcept {
    return b < a ? b : a;
}
template <class T>
[[nodiscard]] constexpr T larger(T a, T b) noexcept {
    return a < b ? b : a;
}

}  // namespace regius::core

#endif  // REGIUS_CORE_SMALLER_HPP
