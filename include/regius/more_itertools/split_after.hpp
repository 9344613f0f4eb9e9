// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SPLIT_AFTER_HPP
#define REGIUS_MORE_ITERTOOLS_SPLIT_AFTER_HPP

#include <regius/core/splitting.hpp>

namespace regius {

/// Cut a range after each element for which a question is answered with yes.
///
///     split_after("one1two2"sv, is_digit)         // one1 two2
///     words | split_after(ends_a_sentence)
///
/// Python    more_itertools.split_after(iterable, pred, maxsplit=-1)
/// Accepts   a range, a predicate of one element, how often to cut at most (any number if negative)
/// Yields    the pieces, none of them empty; one empty piece where nothing is to be cut at most no times
/// Category  as split_at, which also says what the pieces are and how long they live
/// Cost      pred once an element, until maxsplit cuts were made
struct split_after_fn : core::splitting_tool<core::cut::after> {};

inline constexpr split_after_fn split_after{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_SPLIT_AFTER_HPP
