// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_MIN_MAX_HPP
#define REGIUS_BUILTINS_MIN_MAX_HPP

#include <regius/core/best.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <bool Max, class R, class Comp, class Proj>
constexpr auto min_max_of(R&& r, Comp& comp, Proj& proj) {
    core::best_seen<R, Max, Comp, Proj> best(comp, proj);
    core::for_each(r, [&best](auto&& x) { best(std::forward<decltype(x)>(x)); });
    return best;
}

}  // namespace detail

/// The smallest or the largest element; the first of those that tie, for both.
///
///     min(prices)
///     max(words, {}, &std::string::size)      // the longest
///     max(a, b, c)
///
/// Python    min(iterable, *, key=None), min(arg1, arg2, *args), max(...)
/// Accepts   a range, an order and a projection; or two values or more that compare with <
/// Returns   the element: by value, or as a reference into an lvalue range whose elements stay in place
/// Cost      one pass; the projection once an element
/// Throws    value_error, "min() iterable argument is empty"
/// Differs   max takes the same `comp` as min and sort, a less-than
template <bool Max>
struct min_max_fn {
    template <std::ranges::input_range R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::orders_the_elements<Comp, R, Proj>
    [[nodiscard]] constexpr auto operator()(R&& r, Comp comp = {}, Proj proj = {}) const
        -> std::conditional_t<core::orders_integers<R, Comp, Proj>, std::ranges::range_value_t<R>,
                              core::best_result<R>> {
        auto best = detail::min_max_of<Max>(std::forward<R>(r), comp, proj);
        if (!best.any())
            throw value_error(Max ? "max() iterable argument is empty" : "min() iterable argument is empty");
        return best.template take<core::best_result<R>, true>();
    }

    template <class A, class B, class... More>
    requires std::three_way_comparable_with<A, B> || requires(A const& a, B const& b) {
        requires !std::ranges::range<A> || std::same_as<std::decay_t<A>, std::decay_t<B>>;
        { a < b } -> std::convertible_to<bool>;
    }
    [[nodiscard]] constexpr auto operator()(A const& a, B const& b, More const&... more) const
        -> std::common_type_t<A, B, More...> {
        using result = std::common_type_t<A, B, More...>;
        result best(a);
        auto const look = [&best](auto const& x) {
            if (Max ? best < x : x < best) best = static_cast<result>(x);
        };
        look(b);
        (look(more), ...);
        return best;
    }
};

using min_fn = min_max_fn<false>;
using max_fn = min_max_fn<true>;

inline constexpr min_fn min{};
inline constexpr max_fn max{};

/// The smallest or the largest element, or `otherwise` where there is none.
///
///     min_or(0, prices)
///
/// Python    min(iterable, *, default=obj, key=None), max(...)
/// Returns   a value
template <bool Max>
struct min_max_or_fn {
    template <class Default, std::ranges::input_range R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::orders_the_elements<Comp, R, Proj> && std::convertible_to<Default, std::ranges::range_value_t<R>>
    [[nodiscard]] constexpr std::ranges::range_value_t<R> operator()(Default&& otherwise, R&& r, Comp comp = {},
                                                                     Proj proj = {}) const {
        auto best = detail::min_max_of<Max>(std::forward<R>(r), comp, proj);
        if (!best.any()) return std::forward<Default>(otherwise);
        return best.template take<std::ranges::range_value_t<R>, true>();
    }
};

inline constexpr min_max_or_fn<false> min_or{};
inline constexpr min_max_or_fn<true> max_or{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_MIN_MAX_HPP
