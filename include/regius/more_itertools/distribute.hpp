// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_DISTRIBUTE_HPP
#define REGIUS_MORE_ITERTOOLS_DISTRIBUTE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/dealt.hpp>
#include <regius/core/parting_tool.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/sliced.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <utility>
#include <vector>

namespace regius {

namespace detail {

class distribute_choice {
    std::size_t n_;
    std::size_t next_ = 0;

public:
    explicit distribute_choice(std::size_t n) : n_(n) {}

    std::size_t operator()(auto&) { return std::exchange(next_, next_ + 1 == n_ ? 0 : next_ + 1); }
};

struct distribute_make {
    template <class R>
    constexpr auto operator()(std::ptrdiff_t n, R&& r) const {
        using V = core::all_t<R>;
        if constexpr (std::copyable<V> && core::rewalkable<V> && core::rereadable<V>) {
            std::vector<decltype(core::sliced(std::declval<V>(), n, n, n))> parts;
            parts.reserve(static_cast<std::size_t>(n));
            auto const all = core::all(std::forward<R>(r));
            for (std::ptrdiff_t i = 0; i != n; ++i) parts.push_back(core::sliced(all, i, core::to_the_end, n));
            return parts;
        } else {
            using source = core::dealt_source<V, distribute_choice>;
            auto const count = static_cast<std::size_t>(n);
            core::shared<source> const all(std::in_place, core::all(std::forward<R>(r)), distribute_choice(count),
                                           count);
            std::vector<core::dealt_view<source>> parts;
            parts.reserve(count);
            for (std::size_t i = 0; i != count; ++i) parts.emplace_back(all, i);
            return parts;
        }
    }
};

}  // namespace detail

/// Deal the elements out to n views, as cards to players.
///
///     auto hands = distribute(3, range(1, 8));            // 1 4 7, 2 5, 3 6
///     tasks | distribute(workers)
///
/// Python    more_itertools.distribute(n, iterable)
/// Accepts   n >= 1 and a range, in either order; a one-shot source must not be read by others from then on
/// Returns   std::vector of n views, the last of them empty where there are fewer elements
/// Yields    the elements by reference where they stay in place, else a kept copy of them, to be moved from at will
/// Category  that of islice with a step over containers and views that can be copied; else input, where what a view has
///           read is behind it, as with an iterator in Python
/// Cost      nothing is kept where views can walk by themselves; else an element is kept from when it is met until its
///           view reads it
/// Throws    value_error from the call, "n must be at least 1"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned by the views together
/// Threads   all views of a one-shot source belong to one thread
struct distribute_fn : core::parting_tool<detail::distribute_make, false> {};

inline constexpr distribute_fn distribute{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_DISTRIBUTE_HPP
