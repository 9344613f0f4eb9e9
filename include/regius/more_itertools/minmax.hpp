// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_MINMAX_HPP
#define REGIUS_MORE_ITERTOOLS_MINMAX_HPP

#include <regius/core/best.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

/// The smallest and the largest element seen so far. Elements are taken two at a time, which costs three comparisons and
/// not four; which of two that tie is the largest follows from that.
template <class R, class Comp, class Proj>
class minmax_seen {
    using reference = std::ranges::range_reference_t<R>;
    using value = std::ranges::range_value_t<R>;
    using key = std::decay_t<std::invoke_result_t<Proj&, reference&>>;
    static constexpr bool keyed = !std::same_as<Proj, std::identity>;

    struct no_key {};
    struct kept {
        std::conditional_t<core::stays<R>, std::remove_reference_t<reference>*, value> element;
        [[no_unique_address]] std::conditional_t<keyed, key, no_key> order;
    };

    std::optional<kept> min_, max_, waiting_;
    Comp& comp_;
    Proj& proj_;

    static constexpr auto& look(kept& x) {
        if constexpr (core::stays<R>)
            return *x.element;
        else
            return x.element;
    }
    constexpr auto order(auto& x) {
        if constexpr (keyed)
            return key(core::invoke(proj_, x));
        else
            return no_key();
    }
    constexpr kept keep(auto&& x) {
        auto k = order(x);
        if constexpr (core::stays<R>)
            return {std::addressof(x), std::move(k)};
        else
            return {value(std::forward<decltype(x)>(x)), std::move(k)};
    }
    constexpr bool less(kept& a, kept& b) {
        if constexpr (keyed)
            return static_cast<bool>(core::invoke(comp_, a.order, b.order));
        else
            return static_cast<bool>(core::invoke(comp_, look(a), look(b)));
    }
    constexpr void look_at(kept& smaller, kept& larger) {
        if (less(smaller, *min_)) min_.emplace(std::move(smaller));
        if (less(*max_, larger)) max_.emplace(std::move(larger));
    }

public:
    constexpr minmax_seen(Comp& comp, Proj& proj) : comp_(comp), proj_(proj) {}

    constexpr void operator()(auto&& x) {
        auto now = keep(std::forward<decltype(x)>(x));
        if (!min_) {
            min_.emplace(now);
            max_.emplace(std::move(now));
        } else if (!waiting_) {
            waiting_.emplace(std::move(now));
        } else {
            if (less(now, *waiting_))
                look_at(now, *waiting_);
            else
                look_at(*waiting_, now);
            waiting_.reset();
        }
    }
    [[nodiscard]] constexpr bool any() const { return min_.has_value(); }
    template <class Result>
    constexpr std::pair<Result, Result> take() {
        if (waiting_) {
            if (less(*waiting_, *min_))
                min_.emplace(*std::move(waiting_));
            else if (less(*max_, *waiting_))
                max_.emplace(*std::move(waiting_));
        }
        return {static_cast<Result>(look(*min_)), static_cast<Result>(look(*max_))};
    }
};

template <class R, class Comp, class Proj>
requires core::orders_integers<R, Comp, Proj>
class minmax_seen<R, Comp, Proj> {
    core::best_seen<R, false, Comp, Proj> min_;
    core::best_seen<R, true, Comp, Proj> max_;

public:
    constexpr minmax_seen(Comp& comp, Proj& proj) : min_(comp, proj), max_(comp, proj) {}
    constexpr void operator()(std::ranges::range_value_t<R> x) {
        (void)min_(x);
        (void)max_(x);
    }
    [[nodiscard]] constexpr bool any() const { return min_.any(); }
    template <class Result>
    constexpr std::pair<Result, Result> take() const {
        return {min_.template take<Result>(), max_.template take<Result>()};
    }
};

/// A number is returned by value: nobody looks for its address.
template <class R>
using minmax_element = std::conditional_t<std::is_arithmetic_v<std::ranges::range_value_t<R>>,
                                          std::ranges::range_value_t<R>, core::best_result<R>>;

/// One element alone is both the smallest and the largest: what is not there to be referred to must be copied.
template <class R>
concept minmax_source = std::ranges::input_range<R> && !core::infinite<R> &&
                        (core::stays<R> || std::copy_constructible<std::ranges::range_value_t<R>>);

template <class R, class Comp, class Proj>
constexpr auto minmax_of(R&& r, Comp& comp, Proj& proj) {
    minmax_seen<R, Comp, Proj> seen(comp, proj);
    core::for_each(r, [&seen](auto&& x) { seen(std::forward<decltype(x)>(x)); });
    return seen;
}

}  // namespace detail

/// The smallest and the largest element.
///
///     auto [low, high] = minmax(prices);
///     auto [shortest, longest] = minmax(words, {}, &std::string::size);
///     minmax(a, b, c)
///
/// Python    more_itertools.minmax(iterable, *, key=None), minmax(arg1, arg2, *args)
/// Accepts   a range, an order and a projection; or two values or more that compare with <
/// Returns   a std::pair: of numbers by value, of references into an lvalue range whose elements stay in place, else of
///           values. The first of those that tie for the smallest; of those that tie for the largest, the one that
///           more_itertools gives, which is not always the first
/// Cost      one pass, three comparisons for two elements, the projection once an element
/// Throws    value_error, "`minmax()` argument is an empty iterable. Provide a `default` value to suppress this error."
struct minmax_fn {
    template <detail::minmax_source R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::orders_the_elements<Comp, R, Proj>
    [[nodiscard]] constexpr auto operator()(R&& r, Comp comp = {}, Proj proj = {}) const {
        auto seen = detail::minmax_of(std::forward<R>(r), comp, proj);
        if (!seen.any())
            throw value_error(
                "`minmax()` argument is an empty iterable. Provide a `default` value to suppress this "
                "error.");
        return seen.template take<detail::minmax_element<R>>();
    }

    template <class A, class B, class... More>
    requires(!std::ranges::range<A> || std::same_as<A, B>) && requires(A const& a, B const& b) {
        { a < b } -> std::convertible_to<bool>;
    }
    [[nodiscard]] constexpr auto operator()(A const& a, B const& b, More const&... more) const {
        using value = std::common_type_t<A, B, More...>;
        value const values[] = {static_cast<value>(a), static_cast<value>(b), static_cast<value>(more)...};
        auto const [low, high] = (*this)(values);
        return std::pair<value, value>(low, high);
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr minmax_fn minmax{};

/// The smallest and the largest element, or `otherwise`, a pair, where there is none.
///
///     minmax_or(std::pair(0, 0), prices)
///
/// Python    more_itertools.minmax(iterable, *, key=None, default=obj)
/// Returns   a std::pair of values
struct minmax_or_fn {
    template <class Default, detail::minmax_source R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::orders_the_elements<Comp, R, Proj> &&
             std::convertible_to<Default, std::pair<std::ranges::range_value_t<R>, std::ranges::range_value_t<R>>>
    [[nodiscard]] constexpr auto operator()(Default&& otherwise, R&& r, Comp comp = {}, Proj proj = {}) const
        -> std::pair<std::ranges::range_value_t<R>, std::ranges::range_value_t<R>> {
        auto seen = detail::minmax_of(std::forward<R>(r), comp, proj);
        if (!seen.any()) return std::forward<Default>(otherwise);
        return seen.template take<std::ranges::range_value_t<R>>();
    }
};

inline constexpr minmax_or_fn minmax_or{};

/// The number of the smallest or of the largest element; of the first, where some tie.
///
///     labels[argmin(costs)]
///     argmax(words, &std::string::size)           // the same as argmax(words, {}, &std::string::size)
///
/// Python    more_itertools.argmin(iterable, *, key=None), argmax(...)
/// Accepts   a range, an order and a projection; or a projection alone
/// Returns   std::size_t
/// Cost      one pass; the projection once an element
/// Throws    value_error, "min() iterable argument is empty"
template <bool Max>
struct argbest_fn {
    template <std::ranges::input_range R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::orders_the_elements<Comp, R, Proj> && (!core::infinite<R>)
    [[nodiscard]] constexpr std::size_t operator()(R&& r, Comp comp = {}, Proj proj = {}) const {
        constexpr bool in_place = core::stays<R> && !std::is_arithmetic_v<std::ranges::range_value_t<R>>;
        core::best_seen<R, Max, Comp, Proj, in_place> best(comp, proj);
        std::size_t i = 0, at = 0;
        core::for_each(r, [&](auto&& x) {
            if (best(std::forward<decltype(x)>(x))) at = i;
            ++i;
        });
        if (i == 0) throw value_error(Max ? "max() iterable argument is empty" : "min() iterable argument is empty");
        return at;
    }
    template <std::ranges::input_range R, core::key_of_the_elements<R> Proj>
    requires core::orders_the_elements<std::ranges::less, R, Proj> &&
             (!core::orders_the_elements<Proj, R, std::identity> && !core::infinite<R>)
    [[nodiscard]] constexpr std::size_t operator()(R&& r, Proj proj) const {
        return (*this)(std::forward<R>(r), std::ranges::less(), std::move(proj));
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
    template <core::function_like F>
    requires(!std::ranges::input_range<F>)
    [[nodiscard]] constexpr auto operator()(F comp_or_proj) const {
        return core::bind_back(*this, std::move(comp_or_proj));
    }
};

inline constexpr argbest_fn<false> argmin{};
inline constexpr argbest_fn<true> argmax{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_MINMAX_HPP
