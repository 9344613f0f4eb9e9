// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_BLOCKS_HPP
#define REGIUS_CORE_BLOCKS_HPP

#include <regius/core/flow.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// A range whose elements are still there when the next ones have been asked for, so that their addresses may wait.
template <class R>
concept elements_wait = std::ranges::forward_range<R> && std::is_lvalue_reference_v<std::ranges::range_reference_t<R>>;

/// Pass the elements of a range on in blocks: flush(waiting, n) with n <= Size of them. What waits is the element as a
/// Waiting, or its address where Waiting is a pointer to it.
template <class Waiting, std::size_t Size, class R, class Flush>
void for_each_block(R&& source, Flush flush) {
    Waiting waiting[Size];
    std::size_t n = 0;
    core::for_each(std::forward<R>(source), [&](auto&& x) {
        if constexpr (std::convertible_to<decltype(x), Waiting>)
            waiting[n] = static_cast<Waiting>(x);
        else
            waiting[n] = &x;
        if (++n == Size) {
            n = 0;
            flush(waiting, Size);
        }
    });
    flush(waiting, n);
}

}  // namespace regius::core

#endif  // REGIUS_CORE_BLOCKS_HPP
