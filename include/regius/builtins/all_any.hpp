// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_ALL_ANY_HPP
#define REGIUS_BUILTINS_ALL_ANY_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/truth.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

/// Goes on while the answer is Answer: all is true if it never stopped, any if it did.
template <bool Answer>
struct all_any_tool {
    template <std::ranges::input_range R, core::predicate_of_the_elements<R> Pred>
    [[nodiscard]] constexpr bool operator()(R&& r, Pred&& pred) const {
        return core::for_each_while(
                   r, [&pred](auto&& x) { return static_cast<bool>(core::invoke(pred, x)) == Answer; }) == Answer;
    }
    template <std::ranges::input_range R>
    requires core::has_truth_value<std::ranges::range_reference_t<R>>
    [[nodiscard]] constexpr bool operator()(R&& r) const {
        return (*this)(r, core::truth);
    }

    template <core::function_like Pred>
    requires(!std::ranges::range<Pred>)
    [[nodiscard]] constexpr auto operator()(Pred&& pred) const {
        return core::bind_back(*this, std::decay_t<Pred>(std::forward<Pred>(pred)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

}  // namespace detail

/// Whether every element is true, or answers a question with yes.
///
///     all(words)                              // none is empty
///     all(range(3), is_even)                  // false
///     v | all(is_even)
///
/// Python    all(iterable); all(pred(x) for x in iterable)
/// Accepts   a range and a predicate of one element (a member pointer too); without a predicate, elements with a
///           truth value: numbers, pointers, optionals, containers (an empty one is false)
/// Returns   true for no elements
/// Cost      stops at the first element that is not
struct all_fn : detail::all_any_tool<true> {};

inline constexpr all_fn all{};

/// Whether some element is true, or answers a question with yes.
///
///     any(words)                              // one at least is not empty
///     any(range(3), is_even)                  // true
///
/// Python    any(iterable); any(pred(x) for x in iterable)
/// Accepts   as all
/// Returns   false for no elements
/// Cost      stops at the first element that is
struct any_fn : detail::all_any_tool<false> {};

inline constexpr any_fn any{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_ALL_ANY_HPP
