// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_DIVIDE_HPP
#define REGIUS_MORE_ITERTOOLS_DIVIDE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/parting_tool.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/shared.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

namespace detail {

/// Elements of a range that the parts own together.
template <class P>
class divide_part : public std::ranges::view_interface<divide_part<P>> {
    core::shared<P> all_;
    std::ranges::subrange<std::ranges::iterator_t<P>> part_;

public:
    divide_part(core::shared<P> all, std::ranges::subrange<std::ranges::iterator_t<P>> part)
        : all_(std::move(all)), part_(std::move(part)) {}

    [[nodiscard]] auto begin() const { return part_.begin(); }
    [[nodiscard]] auto end() const { return part_.end(); }
};

struct divide_make {
    template <class R>
    constexpr auto operator()(std::ptrdiff_t n, R&& r) const {
        using V = core::all_t<R>;
        constexpr bool in_place = core::rewalkable<V> && core::rereadable<V>;
        if constexpr (in_place && std::ranges::borrowed_range<V>) {
            std::vector<std::ranges::subrange<std::ranges::iterator_t<V>>> parts;
            auto all = core::all(std::forward<R>(r));
            cut(n, all, parts, [](auto part) { return part; });
            return parts;
        } else {
            auto gather = [&r] {
                if constexpr (in_place)
                    return core::all(std::forward<R>(r));
                else
                    return core::pool(std::forward<R>(r));
            };
            using P = decltype(gather());
            core::shared<P> const all(std::in_place, gather());
            std::vector<divide_part<P>> parts;
            cut(n, *all, parts, [&all](auto part) { return divide_part<P>(all, part); });
            return parts;
        }
    }

private:
    template <class P>
    static constexpr void cut(std::ptrdiff_t n, P& all, auto& parts, auto make) {
        auto const size = static_cast<std::ptrdiff_t>(std::ranges::distance(all));
        auto last = std::ranges::begin(all);
        parts.reserve(static_cast<std::size_t>(n));
        for (std::ptrdiff_t i = 0; i != n; ++i) {
            auto const first = last;
            std::ranges::advance(last, static_cast<std::ranges::range_difference_t<P>>(size / n + (i < size % n)));
            parts.push_back(make(std::ranges::subrange<std::ranges::iterator_t<P>>(first, last)));
        }
    }
};

}  // namespace detail

/// Cut a range into n parts of the same length; the first may be longer by one.
///
///     divide(3, range(1, 8))                              // 1 2 3, 4 5, 6 7
///     rows | divide(threads)
///
/// Python    more_itertools.divide(n, iterable)
/// Accepts   n >= 1 and a range with an end, in either order; a one-shot source, and one that computes its elements, is
///           read to its end by the call
/// Returns   std::vector of n ranges, the last of them empty where there are fewer elements
/// Yields    the elements, by reference where the range has elements to refer to
/// Category  the parts are windows: forward at least, random access where the range is, or was read by the call
/// Cost      O(n) over random access; else one walk, and one copy of each element that has to be kept
/// Throws    value_error from the call, "n must be at least 1"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned by the parts together
/// Differs   the parts are ranges, and can be walked again
struct divide_fn : core::parting_tool<detail::divide_make, true> {};

inline constexpr divide_fn divide{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_DIVIDE_HPP
