// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_STARMAP_HPP
#define REGIUS_ITERTOOLS_STARMAP_HPP

#include <regius/core/applied.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/function_first.hpp>
#include <regius/core/mapped.hpp>

#include <concepts>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// A function whose arguments are the parts of an element, which is a tuple, a pair or an array.
template <class F, class R>
concept function_of_the_parts = requires {
    std::tuple_size<std::remove_cvref_t<std::ranges::range_reference_t<R>>>::value;
} && std::invocable<applied<std::decay_t<F>>&, std::ranges::range_reference_t<R>>;

}  // namespace core

/// Call a function with the parts of every element as its arguments.
///
///     starmap(pow, pairs)                     // {{2, 5}, {3, 2}}: 32 9
///     enumerate(words) | starmap(label)
///
/// Python    itertools.starmap(function, iterable)
/// Accepts   a range of tuples, pairs or arrays, and a function of as many arguments
/// Yields    what the function returns: a reference stays a reference
/// Category  that of the range, random access at most
/// Cost      one call an element read; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, the function is copied
struct starmap_fn : core::function_first<starmap_fn> {
    template <class F, core::iterable R>
    requires core::function_of_the_parts<F, R>
    [[nodiscard]] constexpr auto operator()(F&& f, R&& r) const {
        using call = core::applied<std::decay_t<F>>;
        return core::mapped_view<core::all_t<R>, call>(core::all(std::forward<R>(r)), call(std::forward<F>(f)));
    }
    using function_first::operator();
};

inline constexpr starmap_fn starmap{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_STARMAP_HPP
