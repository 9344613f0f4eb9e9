// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_FILTER_MAP_HPP
#define REGIUS_MORE_ITERTOOLS_FILTER_MAP_HPP

#include <regius/builtins/filter.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/function_first.hpp>
#include <regius/core/mapped.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// What is there or is not: an optional, a pointer, what a lookup gives.
template <class T>
concept optional_value = std::constructible_from<bool, T&> && requires(T& x) { *x; };

template <class F, class R>
concept optional_function_of_the_elements =
    function_of_the_elements<F, R> &&
    optional_value<std::invoke_result_t<std::decay_t<F>&, std::ranges::range_reference_t<R>>>;

}  // namespace core

namespace detail {

struct filter_map_is_there {
    constexpr bool operator()(auto& found) const { return static_cast<bool>(found); }
};

/// What is inside of a Found, as filter hands it out: by value where that is made on the spot.
template <class Found>
struct filter_map_value {
    static constexpr bool picks = true;

    constexpr decltype(auto) operator()(Found&& found) const {
        using value = decltype(*std::forward<Found>(found));
        if constexpr (std::is_reference_v<Found> || std::is_lvalue_reference_v<value>)
            return *std::forward<Found>(found);
        else
            return std::remove_cvref_t<value>(*std::forward<Found>(found));
    }
};

}  // namespace detail

/// Call a function on every element and keep what it gives, where it gives something.
///
///     filter_map(parse_int, words)            // the numbers among the words: parse_int returns std::optional<int>
///     ids | filter_map(find_user)             // the users that find_user, which returns a pointer, found
///
/// Python    more_itertools.filter_map(func, iterable)
/// Accepts   a function of one element (a member pointer too) whose result is std::optional or can be asked and
///           dereferenced like one, and a range
/// Yields    what is inside of the optionals; references to what pointers point to
/// Category  input
/// Cost      one call an element; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, the function is copied
/// Differs   an optional or a pointer stands in for a result that may be None
struct filter_map_fn : core::function_first<filter_map_fn> {
    template <class F, core::iterable R>
    requires core::optional_function_of_the_elements<F, R>
    [[nodiscard]] constexpr auto operator()(F&& f, R&& r) const {
        using results = core::mapped_view<core::all_t<R>, std::decay_t<F>>;
        auto found = filter(detail::filter_map_is_there(), results(core::all(std::forward<R>(r)), std::forward<F>(f)));
        using inside = detail::filter_map_value<std::ranges::range_reference_t<decltype(found)>>;
        return core::mapped_view<decltype(found), inside>(std::move(found), inside());
    }

    using function_first::operator();
};

inline constexpr filter_map_fn filter_map{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_FILTER_MAP_HPP
