// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_FIRST_HPP
#define REGIUS_MORE_ITERTOOLS_FIRST_HPP

#include <regius/core/flow.hpp>
#include <regius/core/picked.hpp>

#include <utility>

namespace regius {

namespace detail {

struct first_find {
    static constexpr char const* missing =
        "first() was called on an empty iterable, and no default value was provided.";

    static constexpr void find(auto& source, auto& found) {
        core::for_each_while(source, [&](auto&& x) {
            found(std::forward<decltype(x)>(x));
            return false;
        });
    }
};

}  // namespace detail

/// The first element of a range.
///
///     first("spam"sv)                 // s
///     first(matches, fallback)        // fallback if there are none
///
/// Python    more_itertools.first(iterable[, default])
/// Returns   a reference where the element outlives the call (an lvalue container), else a value
/// Cost      one element is read, and taken from a one-shot source
/// Throws    value_error when there is no element and no default
struct first_fn : core::picking_tool<detail::first_find> {};

inline constexpr first_fn first{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_FIRST_HPP
