// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_FILTERFALSE_HPP
#define REGIUS_ITERTOOLS_FILTERFALSE_HPP

#include <regius/builtins/filter.hpp>
#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/function_or_truth_first.hpp>
#include <regius/core/invoke.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <class Pred>
class filterfalse_not {
    [[no_unique_address]] core::box<Pred> pred_;

public:
    constexpr explicit filterfalse_not(Pred pred) : pred_(std::move(pred)) {}

    template <class X>
    requires std::invocable<Pred&, X&>
    constexpr bool operator()(X& x) {
        return !static_cast<bool>(core::invoke(*pred_, x));
    }
    template <class X>
    requires std::invocable<Pred const&, X&>
    constexpr bool operator()(X& x) const {
        return !static_cast<bool>(core::invoke(*pred_, x));
    }
};

}  // namespace detail

/// Keep the elements for which a question is answered with no.
///
///     filterfalse(is_even, range(6))          // 1 3 5
///     filterfalse(words)                      // those that are empty
///
/// Python    itertools.filterfalse(predicate or None, iterable)
/// Accepts   as filter
/// Yields    as filter
/// Category  as filter
struct filterfalse_fn : core::function_or_truth_first<filterfalse_fn> {
    template <class Pred, core::iterable R>
    requires core::predicate_of_the_elements<Pred, R>
    [[nodiscard]] constexpr auto operator()(Pred&& pred, R&& r) const {
        using no = detail::filterfalse_not<std::decay_t<Pred>>;
        return filter_view<core::all_t<R>, no>(core::all(std::forward<R>(r)), no(std::forward<Pred>(pred)));
    }
    using function_or_truth_first::operator();
};

inline constexpr filterfalse_fn filterfalse{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_FILTERFALSE_HPP
