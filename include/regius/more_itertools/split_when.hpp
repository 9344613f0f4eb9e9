// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SPLIT_WHEN_HPP
#define REGIUS_MORE_ITERTOOLS_SPLIT_WHEN_HPP

#include <regius/core/splitting.hpp>

namespace regius {

/// Cut a range between two neighbours for which a question is answered with yes.
///
///     split_when(numbers, std::greater{})     // 1 2 3 3 2 5 2 4 2: 1 2 3 3, 2 5, 2 4, 2, the rising runs
///     stamps | split_when(far_apart)                                  // sessions
///
/// Python    more_itertools.split_when(iterable, pred, maxsplit=-1)
/// Accepts   a range, a predicate of an element and the one behind it, how often to cut at most (any number if negative)
/// Yields    the pieces, none of them empty; one empty piece where nothing is to be cut at most no times
/// Category  as split_at, which also says what the pieces are and how long they live
/// Cost      pred once for each two neighbours, until maxsplit cuts were made; one element of a one-shot source is read
///           ahead
struct split_when_fn : core::splitting_tool<core::cut::between> {};

inline constexpr split_when_fn split_when{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_SPLIT_WHEN_HPP
