// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_SLICE_HPP
#define REGIUS_BUILTINS_SLICE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/strided.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// A range that can be cut from both ends: it can be walked in both directions and knows its size.
template <class R>
concept sliceable = iterable<R> && std::ranges::bidirectional_range<R> && std::ranges::sized_range<R>;

/// A bound of a slice: a number, negative to count from the end, or `none` where it is not given.
template <class T>
concept bound = integer<T> || std::same_as<T, none_t>;

}  // namespace core

/// A part of a sequence, as s[start:stop:step] in Python.
///
///     slice(v, 1, -1)                         // v[1:-1], without the ends
///     slice(v, 3)                             // v[:3], as slice(3) in Python
///     slice(v, none, none, -1)                // v[::-1], backwards
///     "ABCDEFG"sv | slice(-2, none)           // F G
///
/// Python    s[start:stop:step]
/// Accepts   a range that can be walked both ways and knows its size; bounds of any sign, `none` where they are not given. What lies
///           outside the range is cut off
/// Yields    the elements, as the range yields them: a view, not a copy
/// Category  random access and common where the range is random access, else bidirectional; sized; borrowed and
///           const-iterable where the range is
/// Cost      allocates nothing; where the range is not random access, begin() walks to the first element
/// Throws    value_error, "slice step cannot be zero"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned; the bounds hold for the size at the call
struct slice_fn {
    template <core::sliceable R, core::bound Start, core::bound Stop, core::bound Step = none_t>
    [[nodiscard]] constexpr auto operator()(R&& r, Start start, Stop stop, Step step = {}) const {
        std::ptrdiff_t const by = number(step, 1);
        if (by == 0) throw value_error("slice step cannot be zero");
        auto const n = static_cast<std::ptrdiff_t>(std::ranges::size(r));
        auto const from = place(start, n, by, by < 0 ? n - 1 : 0);
        auto const until = place(stop, n, by, by < 0 ? -1 : n);
        std::ptrdiff_t length = 0;
        if (by > 0 && from < until) length = (until - from - 1) / by + 1;
        if (by < 0 && from > until) length = (until - from + 1) / by + 1;
        return core::strided_view<core::all_t<R>>(core::all(std::forward<R>(r)), length == 0 ? 0 : from, by, length);
    }

    template <core::sliceable R, core::bound Stop>
    [[nodiscard]] constexpr auto operator()(R&& r, Stop stop) const {
        return (*this)(std::forward<R>(r), none, stop);
    }

    template <core::bound Start, core::bound Stop, core::bound Step = none_t>
    [[nodiscard]] constexpr auto operator()(Start start, Stop stop, Step step = {}) const {
        if (number(step, 1) == 0) throw value_error("slice step cannot be zero");
        return core::bind_back(*this, start, stop, step);
    }
    template <core::bound Stop>
    [[nodiscard]] constexpr auto operator()(Stop stop) const {
        return (*this)(none, stop);
    }

private:
    static constexpr std::ptrdiff_t number(core::bound auto x, std::ptrdiff_t otherwise) {
        using limits = std::numeric_limits<std::ptrdiff_t>;
        if constexpr (std::same_as<decltype(x), none_t>)
            return otherwise;
        else if (std::cmp_less(x, -limits::max()))
            return -limits::max();
        else
            return std::cmp_greater(x, limits::max()) ? limits::max() : static_cast<std::ptrdiff_t>(x);
    }
    /// The position that a bound means in a sequence of n elements: from the end if it is negative, cut off at the ends.
    static constexpr std::ptrdiff_t place(core::bound auto x, std::ptrdiff_t n, std::ptrdiff_t step,
                                          std::ptrdiff_t otherwise) {
        if constexpr (std::same_as<decltype(x), none_t>) {
            return otherwise;
        } else {
            auto at = number(x, 0);
            if (at < 0) at += n;
            if (at < 0) return step < 0 ? -1 : 0;
            return at < n ? at : step < 0 ? n - 1 : n;
        }
    }
};

inline constexpr slice_fn slice{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_SLICE_HPP
