// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_SUM_HPP
#define REGIUS_BUILTINS_SUM_HPP

#include <regius/core/flow.hpp>
#include <regius/core/pipe.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <ranges>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// What a total of T is kept in: at least 64 bits for integers, at least a double for floating-point numbers.
template <class T>
struct total {
    using type = T;
};
template <std::integral T>
struct total<T> {
    using type = std::conditional_t<std::is_signed_v<T> || std::same_as<T, bool>, std::common_type_t<T, std::int64_t>,
                                    std::common_type_t<T, std::uint64_t>>;
};
template <>
struct total<float> {
    using type = double;
};

/// The type of a total of elements T that starts with S: of numbers the wider, of anything else that of the start.
template <class T, class S>
using total_with = typename std::conditional_t<std::is_arithmetic_v<T> && std::is_arithmetic_v<S>,
                                               std::common_type<typename total<T>::type, typename total<S>::type>,
                                               std::type_identity<S>>::type;

template <class R, class S>
concept addable_elements = requires(S total, std::ranges::range_reference_t<R> x) {
    total = std::move(total) + static_cast<decltype(x)>(x);
} || (std::is_arithmetic_v<S> && std::is_arithmetic_v<std::ranges::range_value_t<R>>);

template <class R, class S>
concept multipliable_elements = requires(S total, std::ranges::range_reference_t<R> x) {
    total = std::move(total) * static_cast<decltype(x)>(x);
} || (std::is_arithmetic_v<S> && std::is_arithmetic_v<std::ranges::range_value_t<R>>);

}  // namespace core

namespace detail {

template <class R>
using sum_value = std::ranges::range_value_t<R>;

/// A sum of floating-point numbers together with what rounding has taken from it so far (Neumaier, Knuth), as in
/// CPython: [.1] * 10 sums to 1.
template <class T>
struct compensated_sum {
    T high;
    T low = 0;

    constexpr void add(T x) {
        T const sum = high + x;
        T const taken = sum - high;
        low += (high - (sum - taken)) + (x - taken);
        high = sum;
    }
    [[nodiscard]] constexpr T total() const {
        bool const finite = low - low == 0;
        return finite && low != 0 ? high + low : high;  // -0.0 + 0.0 would be 0.0
    }
};

}  // namespace detail

/// Add the elements up.
///
///     sum(range(5))                           // 10
///     sum(std::vector(10, 0.1))               // 1.0 exactly
///     prices | map(&price::cents) | sum()
///
/// Python    sum(iterable, start=0)
/// Accepts   numbers, or anything with a + that takes a total and an element; not text, which `join` is for
/// Returns   start + the elements from left to right, in the type of start; numbers in the common type of start and
///           elements, of 64 bits (integers) or a double (floating-point numbers) at least
/// Cost      one pass; floating-point sums carry the rounding error along and cost as much as plain ones
/// Differs   integers wrap around where Python's would grow; elements that cannot be zero need a start
struct sum_fn {
    template <std::ranges::input_range R, class Start>
    requires core::addable_elements<R, core::total_with<detail::sum_value<R>, Start>> &&
             (!std::convertible_to<Start const&, std::string_view>)
    [[nodiscard]] constexpr auto operator()(R&& r, Start start) const {
        using value = detail::sum_value<R>;
        using total = core::total_with<value, Start>;
        if constexpr (std::floating_point<total> && std::integral<value>) {
            auto sum = static_cast<total>(start);  // CPython carries nothing along for integers
            core::for_each(r, [&sum](auto&& x) { sum += static_cast<total>(static_cast<value>(x)); });
            return sum;
        } else if constexpr (std::floating_point<total> && std::is_arithmetic_v<value>) {
            detail::compensated_sum<total> sum{static_cast<total>(start)};
            if constexpr (std::integral<Start>) {
                bool to_integer = true;  // CPython carries nothing along of what the first adds to an integer
                core::for_each(r, [&sum, &to_integer](auto&& x) {
                    sum.add(static_cast<total>(x));
                    if (to_integer) sum.low = 0;
                    to_integer = false;
                });
            } else {
                core::for_each(r, [&sum](auto&& x) { sum.add(static_cast<total>(x)); });
            }
            return sum.total();
        } else if constexpr (std::integral<total>) {
            using modular = std::make_unsigned_t<total>;
            auto sum = static_cast<modular>(start);
            core::for_each(r, [&sum](auto&& x) { sum += static_cast<modular>(static_cast<value>(x)); });
            return static_cast<total>(sum);
        } else {
            total sum = std::move(start);
            core::for_each(r, [&sum](auto&& x) { sum = std::move(sum) + std::forward<decltype(x)>(x); });
            return sum;
        }
    }

    template <std::ranges::input_range R>
    requires std::default_initializable<detail::sum_value<R>> &&
             core::addable_elements<R, core::total_with<detail::sum_value<R>, detail::sum_value<R>>> &&
             (!std::convertible_to<detail::sum_value<R> const&, std::string_view>)
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return (*this)(r, detail::sum_value<R>());
    }

    template <std::ranges::input_range R>
    requires std::convertible_to<detail::sum_value<R> const&, std::string_view>
    void operator()(R&& r) const = delete;  // sum() can't sum strings [use join(seq) instead]

    template <class Start>
    requires(!std::ranges::range<Start>)
    [[nodiscard]] constexpr auto operator()(Start&& start) const {
        return core::bind_back(*this, std::forward<Start>(start));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr sum_fn sum{};

/// Multiply the elements.
///
///     prod(range(1, 6))                       // 120
///
/// Python    math.prod(iterable, *, start=1)
/// Accepts   numbers, or anything with a * that takes a product and an element; then start must be given
/// Returns   as sum
/// Differs   as sum
struct prod_fn {
    template <std::ranges::input_range R, class Start>
    requires core::multipliable_elements<R, core::total_with<detail::sum_value<R>, Start>>
    [[nodiscard]] constexpr auto operator()(R&& r, Start start) const {
        using value = detail::sum_value<R>;
        using total = core::total_with<value, Start>;
        if constexpr (std::integral<total>) {
            using modular = std::make_unsigned_t<total>;
            auto multiplied = static_cast<modular>(start);
            core::for_each(r, [&multiplied](auto&& x) { multiplied *= static_cast<modular>(static_cast<value>(x)); });
            return static_cast<total>(multiplied);
        } else if constexpr (std::is_arithmetic_v<value>) {
            auto multiplied = static_cast<total>(start);
            core::for_each(r, [&multiplied](auto&& x) { multiplied *= static_cast<total>(x); });
            return multiplied;
        } else {
            total multiplied = std::move(start);
            core::for_each(
                r, [&multiplied](auto&& x) { multiplied = std::move(multiplied) * std::forward<decltype(x)>(x); });
            return multiplied;
        }
    }

    template <std::ranges::input_range R>
    requires std::is_arithmetic_v<detail::sum_value<R>>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return (*this)(r, static_cast<detail::sum_value<R>>(1));
    }

    template <class Start>
    requires(!std::ranges::range<Start>)
    [[nodiscard]] constexpr auto operator()(Start&& start) const {
        return core::bind_back(*this, std::forward<Start>(start));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr prod_fn prod{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_SUM_HPP
