// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_LAST_HPP
#define REGIUS_MORE_ITERTOOLS_LAST_HPP

#include <regius/core/flow.hpp>
#include <regius/core/picked.hpp>

#include <ranges>

namespace regius {

namespace detail {

struct last_find {
    static constexpr char const* missing = "last() was called on an empty iterable, and no default value was provided.";

    template <class R>
    static constexpr void find(R& source, auto& found) {
        if constexpr (std::ranges::bidirectional_range<R> && std::ranges::common_range<R>) {
            auto it = std::ranges::end(source);
            if (std::ranges::begin(source) != it) found(*--it);
        } else {
            core::for_each(source, found);
        }
    }
};

}  // namespace detail

/// The last element of a range.
///
///     last("spam"sv)                  // m
///     last(lines(path), "no line")
///
/// Python    more_itertools.last(iterable[, default])
/// Returns   a reference where the element outlives the call (an lvalue container), else a value
/// Cost      O(1) where the range can be walked from its end, else O(N)
/// Throws    value_error when there is no element and no default
struct last_fn : core::picking_tool<detail::last_find> {};

inline constexpr last_fn last{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_LAST_HPP
