// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_RUNNING_TOTAL_HPP
#define REGIUS_CORE_RUNNING_TOTAL_HPP

#include <concepts>
#include <ranges>
#include <type_traits>

namespace regius::core {

/// What a function makes of a total and an element.
template <class F, class Total, class X>
using next_total_t = std::decay_t<std::invoke_result_t<F&, Total, X>>;

/// The type of totals that begin with a T: T, but
/// - of truth values what F makes of two, which are counted when they are added up;
/// - of numbers the floating point type that F makes of them: 0 + 0.5 is no integer;
/// - of a literal the string that F makes of it.
template <class T, class F, class X>
struct running_total {
    using type = T;
};
template <class F, class X>
requires std::invocable<F&, bool, X> && std::integral<next_total_t<F, bool, X>>
struct running_total<bool, F, X> {
    using type = next_total_t<F, bool, X>;
};
template <class T, class F, class X>
requires std::is_arithmetic_v<T> && std::invocable<F&, T, X> && std::floating_point<next_total_t<F, T, X>>
struct running_total<T, F, X> {
    using type = std::common_type_t<T, next_total_t<F, T, X>>;
};
template <class F, class X>
requires std::invocable<F&, char const*, X> && std::is_class_v<next_total_t<F, char const*, X>> &&
         std::convertible_to<char const*, next_total_t<F, char const*, X>>
struct running_total<char const*, F, X> {
    using type = next_total_t<F, char const*, X>;
};

template <class T, class F, class R>
using running_total_t = typename running_total<std::decay_t<T>, F, std::ranges::range_reference_t<R>>::type;

/// A function that makes the next total of a total, which begins with a T, and an element.
template <class F, class T, class R, class Total = running_total_t<T, F, R>>
concept accumulates = std::convertible_to<T, Total> && std::invocable<F&, Total, std::ranges::range_reference_t<R>> &&
                      std::assignable_from<Total&, std::invoke_result_t<F&, Total, std::ranges::range_reference_t<R>>>;

}  // namespace regius::core

#endif  // REGIUS_CORE_RUNNING_TOTAL_HPP
