// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_ISLICE_HPP
#define REGIUS_ITERTOOLS_ISLICE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/islice_bound.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/sliced.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <utility>

namespace regius {

namespace core {

/// A bound of a slice: a number, or `none` for a bound that is not given.
template <class T>
concept slice_bound = integer<T> || std::same_as<T, none_t>;

}  // namespace core

/// The elements from position start up to stop, every step-th of them.
///
///     islice("ABCDEFG"sv, 2)                  // A B
///     islice("ABCDEFG"sv, 2, none)            // C D E F G
///     count() | islice(0, 10, 3)              // 0 3 6 9
///
/// Python    itertools.islice(iterable, stop), islice(iterable, start, stop[, step])
/// Accepts   a range and positions, not negative; `none` for a stop or a step that is not given
/// Yields    the elements of the range, as the range yields them
/// Category  random access and sized over random-access ranges that know their size or have no end; else that of the
///           range, bidirectional excepted
/// Cost      one step of the range for each element passed over, none over random access; allocates nothing
/// Throws    value_error from the call for a negative position or a step below 1
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
/// Differs   none in what is pulled from a one-shot source: the elements up to stop, and not one more
struct islice_fn {
    template <core::iterable R, core::slice_bound Stop>
    [[nodiscard]] constexpr auto operator()(R&& r, Stop stop) const {
        return core::sliced(std::forward<R>(r), 0, last(stop), 1);
    }
    template <core::iterable R, core::slice_bound Start, core::slice_bound Stop, core::slice_bound Step = int>
    [[nodiscard]] constexpr auto operator()(R&& r, Start start, Stop stop, Step step = Step(1)) const {
        auto const to_here = last(stop);
        auto const from = first(start);
        return core::sliced(std::forward<R>(r), from, to_here, stride(step));
    }

    template <core::slice_bound Stop>
    [[nodiscard]] constexpr auto operator()(Stop stop) const {
        (void)last(stop);
        return core::bind_back(*this, stop);
    }
    template <core::slice_bound Start, core::slice_bound Stop, core::slice_bound Step = int>
    [[nodiscard]] constexpr auto operator()(Start start, Stop stop, Step step = Step(1)) const {
        (void)last(stop);
        (void)first(start);
        (void)stride(step);
        return core::bind_back(*this, start, stop, step);
    }

private:
    static constexpr std::ptrdiff_t first(core::slice_bound auto x) {
        if constexpr (std::same_as<decltype(x), none_t>)
            return 0;
        else
            return core::islice_start(x);
    }
    static constexpr std::ptrdiff_t last(core::slice_bound auto x) {
        if constexpr (std::same_as<decltype(x), none_t>)
            return core::to_the_end;
        else
            return core::islice_stop(x);
    }
    static constexpr std::ptrdiff_t stride(core::slice_bound auto x) {
        if constexpr (std::same_as<decltype(x), none_t>) {
            return 1;
        } else {
            if (std::cmp_less(x, 1) || !std::in_range<std::ptrdiff_t>(x))
                throw value_error("Step for islice() must be a positive integer or None.");
            return static_cast<std::ptrdiff_t>(x);
        }
    }
};

inline constexpr islice_fn islice{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_ISLICE_HPP
