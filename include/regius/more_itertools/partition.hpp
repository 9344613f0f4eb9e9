// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_PARTITION_HPP
#define REGIUS_MORE_ITERTOOLS_PARTITION_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/dealt.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/partition_fn.hpp>
#include <regius/core/shared.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <class Pred>
class partition_choice {
    [[no_unique_address]] core::box<Pred> pred_;

public:
    template <class P>
    explicit partition_choice(std::in_place_t, P&& pred) : pred_(std::forward<P>(pred)) {}

    std::size_t operator()(auto& x) { return static_cast<bool>(core::invoke(*pred_, x)) ? 1 : 0; }
};

}  // namespace detail

/// The elements for which a question is answered with no, and those for which it is answered with yes.
///
///     auto [evens, odds] = partition(is_odd, range(10));      // 0 2 4 6 8, 1 3 5 7 9
///     auto [empty, words] = partition(none, fields);          // by their truth
///     lines | partition(is_comment)
///
/// Python    more_itertools.partition(pred, iterable)
/// Accepts   a predicate of one element (a member pointer too), or none, and a range; the source must not be read by
///           others from then on
/// Returns   a std::pair of two views; a copy of a view shares its elements, so that each is handed out once
/// Yields    the elements by reference where they stay in place, else a kept copy of them, to be moved from at will
/// Category  input; what a view has read is behind it, as with an iterator in Python
/// Cost      pred once an element. Whoever wants an element reads on until there is one for him, and what he meets on
///           the way is kept for the other
/// Lifetime  the views share the source: an lvalue range is borrowed, an rvalue is owned by them together
/// Threads   both views of a source belong to one thread
template <class Pred, core::iterable R>
requires core::predicate_of_the_elements<Pred, R>
auto partition_fn::operator()(Pred&& pred, R&& r) const {
    using choice = detail::partition_choice<std::decay_t<Pred>>;
    using source = core::dealt_source<core::all_t<R>, choice>;
    using view = core::dealt_view<source>;
    core::shared<source> const both(std::in_place, core::all(std::forward<R>(r)),
                                    choice(std::in_place, std::forward<Pred>(pred)), std::size_t{2});
    return std::pair<view, view>(view(both, 0), view(both, 1));
}

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_PARTITION_HPP
