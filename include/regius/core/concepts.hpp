// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CONCEPTS_HPP
#define REGIUS_CORE_CONCEPTS_HPP

#include <concepts>
#include <iterator>
#include <ranges>
#include <type_traits>

namespace regius::core {

// The concepts are named after what a caller got wrong, because their names are what the compiler prints.

/// What a lazy tool takes: a range that a view can hold, borrowed if it is an lvalue and owned if it is not.
template <class R>
concept iterable = std::ranges::input_range<R> && std::ranges::viewable_range<R>;

/// What may turn out to be callable once the elements are known: an object, a function, a pointer to a member.
/// It keeps `r | filter(3)` and `filter(3)` from meaning anything.
template <class F>
concept function_like = std::is_class_v<std::decay_t<F>> || std::is_member_pointer_v<std::decay_t<F>> ||
                        std::is_function_v<std::remove_pointer_t<std::decay_t<F>>>;

/// A function of the elements of R.
template <class F, class... R>
concept function_of_the_elements = std::invocable<std::decay_t<F>&, std::ranges::range_reference_t<R>...>;

/// A yes-or-no question about the elements of R. It is asked about a named element, which is handed on afterwards:
/// a predicate that takes its argument by value gets a copy.
template <class F, class R>
concept predicate_of_the_elements =
    std::invocable<std::decay_t<F>&, std::ranges::range_reference_t<R>&> &&
    std::constructible_from<bool, std::invoke_result_t<std::decay_t<F>&, std::ranges::range_reference_t<R>&>>;

/// What an element is grouped, sorted or compared by. Asked about a named element, as a predicate is.
template <class F, class R>
concept key_of_the_elements = std::invocable<std::decay_t<F>&, std::ranges::range_reference_t<R>&>;

/// Python's truth: what `if (x)` accepts, or a container that can say whether it is empty.
template <class T>
concept has_truth_value = std::constructible_from<bool, T> || requires(T const& x) {
    { x.empty() } -> std::convertible_to<bool>;
};

/// Walking V const is walking V: one begin() serves both.
template <class V>
concept simple_view = std::ranges::view<V> && std::ranges::range<V const> &&
                      std::same_as<std::ranges::iterator_t<V>, std::ranges::iterator_t<V const>> &&
                      std::same_as<std::ranges::sentinel_t<V>, std::ranges::sentinel_t<V const>>;

/// R, or R const: what begin() and begin() const of a view over R walk.
template <bool Const, class R>
using maybe_const = std::conditional_t<Const, R const, R>;

/// Whether x is true in Python's sense: an empty container is false.
struct truth_fn {
    template <has_truth_value T>
    [[nodiscard]] constexpr bool operator()(T const& x) const {
        if constexpr (requires {
                          { x.empty() } -> std::convertible_to<bool>;
                      })
            return !x.empty();
        else
            return static_cast<bool>(x);
    }
};

inline constexpr truth_fn truth{};

}  // namespace regius::core

#endif  // REGIUS_CORE_CONCEPTS_HPP
