// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_FLATTEN_HPP
#define REGIUS_MORE_ITERTOOLS_FLATTEN_HPP

#include <regius/itertools/chain.hpp>

namespace regius {

/// The elements of every inner range: one level of nesting less.
///
///     flatten(rows)                           // {{0, 1}, {2, 3}}: 0 1 2 3
///     rows | flatten()
///
/// Python    more_itertools.flatten(list_of_lists); the same object as chain.from_iterable
/// Accepts   a range of ranges; both may be one-shot, the outer one without an end. A text is a range of its characters
/// Yields    the elements of the inner ranges, as they yield them
/// Category  forward where the inner ranges stay in place, else input
/// Cost      none above the ranges; allocates nothing. Terminal tools run one loop for each inner range
inline constexpr chain_from_iterable_fn const& flatten = chain.from_iterable;

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_FLATTEN_HPP
