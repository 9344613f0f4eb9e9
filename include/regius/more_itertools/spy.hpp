// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SPY_HPP
#define REGIUS_MORE_ITERTOOLS_SPY_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/islice_bound.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/more_itertools/peekable.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <utility>
#include <vector>

namespace regius {

/// The first n elements, and the whole range with them.
///
///     auto [head, all_lines] = spy(lines(path));          // head is a std::vector of one line, or of none
///     auto [start, numbers] = generated() | spy(3);
///
/// Python    more_itertools.spy(iterable, n=1)
/// Accepts   a range whose elements can be copied
/// Returns   a std::pair: std::vector of at most n elements, and a view of all elements
/// Cost      n elements are copied, and pulled from a one-shot source
/// Category  that of the range, where walking and reading compute nothing; else the second is a `peekable`
/// Throws    value_error from the call, where n is negative
/// Lifetime  an lvalue range is borrowed, an rvalue is owned by the second
struct spy_fn {
    template <core::iterable R>
    requires core::keeps_its_elements<R> && std::copy_constructible<std::ranges::range_value_t<R>>
    [[nodiscard]] constexpr auto operator()(R&& r, core::integer auto n) const {
        using V = core::all_t<R>;
        (void)core::islice_stop(n);
        std::vector<core::kept_value_t<core::all_t<R>>> head;
        if constexpr (core::revisitable<V>) {
            V whole = core::all(std::forward<R>(r));
            if (n != 0)
                core::for_each_while(whole, [&](auto&& x) {
                    head.emplace_back(std::forward<decltype(x)>(x));
                    return std::cmp_less(head.size(), n);
                });
            return std::pair(std::move(head), std::move(whole));
        } else {
            peekable_view<V> whole(core::all(std::forward<R>(r)));
            while (std::cmp_less(head.size(), n) && whole.reach(head.size() + 1)) head.push_back(whole[head.size()]);
            return std::pair(std::move(head), std::move(whole));
        }
    }
    template <core::iterable R>
    requires core::keeps_its_elements<R> && std::copy_constructible<std::ranges::range_value_t<R>>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return (*this)(std::forward<R>(r), 1);
    }

    [[nodiscard]] constexpr auto operator()(core::integer auto n) const {
        (void)core::islice_stop(n);
        return core::bind_back(*this, n);
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr spy_fn spy{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_SPY_HPP
