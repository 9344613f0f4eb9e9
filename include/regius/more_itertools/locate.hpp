// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_LOCATE_HPP
#define REGIUS_MORE_ITERTOOLS_LOCATE_HPP

#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/core/box.hpp>
#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/mapped.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/truth.hpp>
#include <regius/core/windows.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

/// A question about the element of [number, element].
template <class Pred>
class locate_pred {
    [[no_unique_address]] core::box<Pred> pred_;

    static constexpr bool ask(auto& pred, auto& numbered) {
        auto&& element = std::get<1>(numbered);
        return static_cast<bool>(core::invoke(pred, element));
    }

public:
    constexpr explicit locate_pred(Pred pred) : pred_(std::move(pred)) {}

    constexpr bool operator()(auto& numbered) { return ask(*pred_, numbered); }
    constexpr bool operator()(auto& numbered) const
    requires std::predicate<Pred const&, decltype(std::get<1>(numbered))&>
    {
        return ask(*pred_, numbered);
    }
};

struct locate_number {
    static constexpr bool picks = true;
    constexpr std::size_t operator()(auto const& numbered) const { return std::get<0>(numbered); }
};

template <class R>
using locate_windows = core::buffered_windows_view<core::all_t<R>, core::short_first>;

}  // namespace detail

/// The numbers of the elements for which a question is answered with yes.
///
///     locate(flags)                                   // of those that are true
///     locate("banana"sv, is('a'))                     // 1 3 5
///     numbers | locate(is_one_two_three, 3)           // where the windows are that a question about three is true of
///
/// Python    more_itertools.locate(iterable, pred=bool, window_size=None)
/// Accepts   a range and a predicate of one element (a member pointer too); with a window size n >= 1, a predicate of a
///           range of n elements, or of all of them if there are fewer
/// Yields    std::size_t
/// Category  as filter: bidirectional at most, input over elements that are computed when they are read; input with a
///           window size
/// Cost      pred once an element; allocates nothing without a window size, and a buffer with one
/// Throws    with a window size: value_error from the call, "window size must be at least 1"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, pred is copied
/// Differs   Python's pred is called with the elements of a window as its arguments
struct locate_fn : core::keyed_tool<locate_fn> {
    template <core::iterable R, core::predicate_of_the_elements<R> Pred = core::truth_fn>
    [[nodiscard]] constexpr auto operator()(R&& source, Pred pred = {}) const {
        auto found =
            filter(detail::locate_pred<Pred>(std::move(pred)), enumerate(std::forward<R>(source), std::size_t{0}));
        return core::mapped_view<decltype(found), detail::locate_number>(std::move(found), {});
    }
    template <core::iterable R, core::predicate_of_the_elements<detail::locate_windows<R>> Pred>
    [[nodiscard]] constexpr auto operator()(R&& source, Pred pred, core::integer auto window_size) const {
        auto const n = width(window_size);
        return (*this)(detail::locate_windows<R>(core::all(std::forward<R>(source)), {}, n, 1), std::move(pred));
    }

    using keyed_tool::operator();
    template <core::function_like Pred>
    requires(!std::ranges::input_range<Pred>)
    [[nodiscard]] constexpr auto operator()(Pred pred, core::integer auto window_size) const {
        (void)width(window_size);
        return core::bind_back(*this, std::move(pred), window_size);
    }

private:
    static constexpr std::size_t width(core::integer auto n) {
        if (std::cmp_less(n, 1)) throw value_error("window size must be at least 1");
        return static_cast<std::size_t>(core::clamped_count(n));
    }
};

inline constexpr locate_fn locate{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_LOCATE_HPP
