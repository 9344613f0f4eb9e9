// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TURN_HPP
#define REGIUS_CORE_TURN_HPP

#include <iterator>
#include <utility>

namespace regius::core {

// std::reverse and std::rotate, without the 10,000 lines of <algorithm>.

/// The last first, of the elements from `begin` up to `end`.
template <std::bidirectional_iterator I>
constexpr void turn_round(I begin, I end) {
    for (; begin != end && begin != --end; ++begin) {
        std::iter_value_t<I> front = std::ranges::iter_move(begin);  // a bit of vector<bool> has a value of its own
        *begin = std::ranges::iter_move(end);
        *end = std::move(front);
    }
}

/// The element at `middle` first, and those before it behind the last.
template <std::bidirectional_iterator I>
constexpr void turn_to(I begin, I middle, I end) {
    if (begin == middle) return;
    turn_round(begin, middle);
    turn_round(middle, end);
    turn_round(begin, end);
}

}  // namespace regius::core

#endif  // REGIUS_CORE_TURN_HPP
