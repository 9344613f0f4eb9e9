// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SPLIT_BEFORE_HPP
#define REGIUS_MORE_ITERTOOLS_SPLIT_BEFORE_HPP

#include <regius/core/splitting.hpp>

namespace regius {

/// Cut a range before each element for which a question is answered with yes.
///
///     split_before("OneTwo"sv, is_upper)          // One Two
///     lines | split_before(is_heading)            // a heading, and what stands under it
///
/// Python    more_itertools.split_before(iterable, pred, maxsplit=-1)
/// Accepts   a range, a predicate of one element, how often to cut at most (any number if negative)
/// Yields    the pieces, none of them empty; one empty piece where nothing is to be cut at most no times
/// Category  as split_at, which also says what the pieces are and how long they live
/// Cost      pred once an element, until maxsplit cuts were made; one element of a one-shot source is read ahead
struct split_before_fn : core::splitting_tool<core::cut::before> {};

inline constexpr split_before_fn split_before{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_SPLIT_BEFORE_HPP
