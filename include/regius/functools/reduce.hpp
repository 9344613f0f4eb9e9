// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_REDUCE_HPP
#define REGIUS_FUNCTOOLS_REDUCE_HPP

#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/running_total.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <utility>

namespace regius {

/// Fold a range into one value, from the first element on.
///
///     reduce(std::plus{}, std::vector{1, 2, 3})               // (1 + 2) + 3
///     reduce(std::plus{}, std::vector{1, 2, 3}, 10)           // ((10 + 1) + 2) + 3
///     numbers | map(square) | reduce(std::plus{})
///
/// Python    functools.reduce(function, iterable[, initial])
/// Accepts   a function of two arguments, an input range, and a value to begin with, which is no range in `r | reduce`
/// Returns   a value of initial's type, or of the range's value type; but truth values are counted, 0 grows to a double
///           where doubles are added, "" to a string; of one element that element, f not called
/// Cost      one call an element; allocates nothing
/// Throws    value_error when there is nothing to return: an empty range, and no initial (TypeError in Python)
struct reduce_fn {
    template <class F, std::ranges::input_range R>
    requires core::accumulates<F, std::ranges::range_value_t<R>, R>
    [[nodiscard]] constexpr auto operator()(F f, R&& r) const {
        using value = core::running_total_t<std::ranges::range_value_t<R>, F, R>;
        if constexpr (core::has_for_each_while<R&, decltype([](auto&&) { return true; })>) {
            std::optional<value> total;
            core::for_each(r, [&](auto&& x) {
                if (total) [[likely]]
                    *total = core::invoke(f, *std::move(total), std::forward<decltype(x)>(x));
                else
                    total.emplace(std::forward<decltype(x)>(x));
            });
            if (!total) empty();
            return value(*std::move(total));
        } else {
            auto it = std::ranges::begin(r);
            auto const stop = std::ranges::end(r);
            if (it == stop) empty();
            value total(*it);
            while (++it != stop) total = core::invoke(f, std::move(total), *it);
            return total;
        }
    }

    template <class F, std::ranges::input_range R, class T>
    requires core::accumulates<F, T, R>
    [[nodiscard]] constexpr auto operator()(F f, R&& r, T initial) const {
        core::running_total_t<T, F, R> total(std::move(initial));
        core::for_each(r, [&](auto&& x) { total = core::invoke(f, std::move(total), std::forward<decltype(x)>(x)); });
        return total;
    }

    template <core::function_like F>
    [[nodiscard]] constexpr auto operator()(F f) const {
        return core::bind_back(range_first(), std::move(f));
    }
    template <core::function_like F, class T>
    requires(!std::ranges::input_range<T>)
    [[nodiscard]] constexpr auto operator()(F f, T&& initial) const {
        return core::bind_back(range_first(), std::move(f), std::forward<T>(initial));
    }

private:
    [[noreturn]] static void empty() { throw value_error("reduce() of empty iterable with no initial value"); }

    struct range_first {
        template <class R, class F, class... T>
        requires std::invocable<reduce_fn const&, F, R, T...>
        constexpr auto operator()(R&& r, F&& f, T&&... initial) const {
            return reduce_fn()(std::forward<F>(f), std::forward<R>(r), std::forward<T>(initial)...);
        }
    };
};

inline constexpr reduce_fn reduce{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_REDUCE_HPP
