// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SPLIT_AT_HPP
#define REGIUS_MORE_ITERTOOLS_SPLIT_AT_HPP

#include <regius/core/splitting.hpp>

namespace regius {

/// Cut a range at the elements for which a question is answered with yes; these are left out.
///
///     split_at("abcdcba"sv, is_b)                 // a cdc a
///     split_at("abcdcba"sv, is_b, 1)              // a cdcba
///     split_at("abcdcba"sv, is_b, -1, true)       // a b cdc b a: the separators are pieces of their own
///     lines | split_at(is_blank)                  // paragraphs
///
/// Python    more_itertools.split_at(iterable, pred, maxsplit=-1, keep_separator=False)
/// Accepts   a range, a predicate of one element (a member pointer too), how often to cut at most (any number if
///           negative), whether to keep what was cut at
/// Yields    the pieces, themselves ranges, one more than there are cuts; empty ones too. Windows on the range, never
///           copies; over one-shot sources, and where elements are computed, windows on a buffer that the next piece
///           overwrites, with a std::vector as value_type, so that collecting pieces keeps them
/// Category  forward, const-iterable where the range and the predicate are. Input over one-shot sources and computed
///           elements
/// Cost      pred once an element, until maxsplit cuts were made; the buffer is the only allocation
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, pred is copied; a window lives as long as the range
/// Differs   Python pieces own their elements
struct split_at_fn : core::splitting_tool<core::cut::at> {};

inline constexpr split_at_fn split_at{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_SPLIT_AT_HPP
