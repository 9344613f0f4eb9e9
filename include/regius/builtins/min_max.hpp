// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_MIN_MAX_HPP
#define REGIUS_BUILTINS_MIN_MAX_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>

#include <concepts>
#include <functional>
#include <iterator>
#include <limits>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// Elements of R, or what Proj makes of them, that Comp puts in order.
template <class Comp, class R, class Proj>
concept orders_the_elements = std::invocable<Proj&, std::ranges::range_reference_t<R>&> &&
                              std::predicate<Comp&, std::invoke_result_t<Proj&, std::ranges::range_reference_t<R>&>&,
                                             std::invoke_result_t<Proj&, std::ranges::range_reference_t<R>&>&>;

}  // namespace core

namespace detail {

/// An element of an lvalue range that stays where it is is returned as a reference; any other by value.
template <class R>
using min_max_result = std::conditional_t<std::is_lvalue_reference_v<R> && std::ranges::forward_range<R> &&
                                              std::is_lvalue_reference_v<std::ranges::range_reference_t<R>>,
                                          std::ranges::range_reference_t<R>, std::ranges::range_value_t<R>>;

/// The best element seen so far, and its key. What is kept of an element is its address where it stays in place.
template <class R, bool Max, class Comp, class Proj>
class min_max_best {
    using reference = std::ranges::range_reference_t<R>;
    static constexpr bool in_place = std::ranges::forward_range<R> && std::is_lvalue_reference_v<reference>;
    static constexpr bool keyed = !std::same_as<Proj, std::identity>;
    using value = std::ranges::range_value_t<R>;
    using key = std::decay_t<std::invoke_result_t<Proj&, reference&>>;

    std::conditional_t<in_place, std::remove_reference_t<reference>*, std::optional<value>> best_{};
    struct no_key {};
    [[no_unique_address]] std::conditional_t<keyed, std::optional<key>, no_key> key_{};
    Comp& comp_;
    Proj& proj_;

    template <class X>
    constexpr void keep(X&& x) {
        if constexpr (in_place)
            best_ = std::addressof(x);
        else
            best_.emplace(std::forward<X>(x));
    }
    constexpr bool better(auto& a, auto& b) { return Max ? core::invoke(comp_, b, a) : core::invoke(comp_, a, b); }

public:
    constexpr min_max_best(Comp& comp, Proj& proj) : comp_(comp), proj_(proj) {}

    template <class X>
    constexpr void operator()(X&& x) {
        if constexpr (keyed) {
            auto&& k = core::invoke(proj_, x);
            if (best_ && !better(k, *key_)) return;
            key_.emplace(std::forward<decltype(k)>(k));
            keep(std::forward<X>(x));
        } else {
            if (best_ && !better(x, *best_)) return;
            keep(std::forward<X>(x));
        }
    }
    [[nodiscard]] constexpr bool any() const { return static_cast<bool>(best_); }
    template <class Result>
    constexpr Result take() {
        if constexpr (in_place)
            return *best_;
        else
            return std::move(*best_);
    }
};

/// Integers in their own order: nothing to tell ties apart by, so the loop needs no branch.
template <class R, bool Max, class Comp, class Proj>
requires core::integer<std::ranges::range_value_t<R>> && std::same_as<Proj, std::identity> &&
         (std::same_as<Comp, std::ranges::less> || std::same_as<Comp, std::less<>>)
class min_max_best<R, Max, Comp, Proj> {
    using value = std::ranges::range_value_t<R>;
    value best_ = Max ? std::numeric_limits<value>::min() : std::numeric_limits<value>::max();
    bool any_ = false;

public:
    constexpr min_max_best(Comp&, Proj&) {}
    constexpr void operator()(value x) {
        any_ = true;
        best_ = (Max ? best_ < x : x < best_) ? x : best_;
    }
    [[nodiscard]] constexpr bool any() const { return any_; }
    template <class Result>
    constexpr value take() const {
        return best_;
    }
};

template <bool Max, class R, class Comp, class Proj>
constexpr auto min_max_of(R&& r, Comp& comp, Proj& proj) {
    min_max_best<R, Max, Comp, Proj> best(comp, proj);
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
        -> std::conditional_t<core::integer<std::ranges::range_value_t<R>> && std::same_as<Proj, std::identity> &&
                                  (std::same_as<Comp, std::ranges::less> || std::same_as<Comp, std::less<>>),
                              std::ranges::range_value_t<R>, detail::min_max_result<R>> {
        auto best = detail::min_max_of<Max>(std::forward<R>(r), comp, proj);
        if (!best.any())
            throw value_error(Max ? "max() iterable argument is empty" : "min() iterable argument is empty");
        return best.template take<detail::min_max_result<R>>();
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
        return best.template take<std::ranges::range_value_t<R>>();
    }
};

inline constexpr min_max_or_fn<false> min_or{};
inline constexpr min_max_or_fn<true> max_or{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_MIN_MAX_HPP
