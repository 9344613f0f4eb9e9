// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_ILEN_HPP
#define REGIUS_MORE_ITERTOOLS_ILEN_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/truth.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <utility>

namespace regius {

/// How many elements a range has; it is walked, and a one-shot source is used up.
///
/// Python    more_itertools.ilen(iterable)
/// Returns   std::size_t
/// Cost      every element is read, as in Python, also where the size is known: `len` is for those
struct ilen_fn {
    template <std::ranges::input_range R>
    requires(!core::infinite<R>)
    [[nodiscard]] constexpr std::size_t operator()(R&& source) const {
        std::size_t n = 0;
        core::for_each(std::forward<R>(source), [&n](auto&&) { ++n; });
        return n;
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr ilen_fn ilen{};

/// How many elements answer a question with yes.
///
///     quantify(words, is_capital)     // also words | quantify(is_capital)
///     quantify(flags)                 // how many are true
///
/// Python    more_itertools.quantify(iterable, pred=bool)
/// Returns   std::size_t
/// Cost      pred once an element
struct quantify_fn : core::keyed_tool<quantify_fn> {
    template <std::ranges::input_range R, core::predicate_of_the_elements<R> Pred>
    requires(!core::infinite<R>)
    [[nodiscard]] constexpr std::size_t operator()(R&& source, Pred&& pred) const {
        std::size_t n = 0;
        core::for_each(std::forward<R>(source),
                       [&](auto&& x) { n += static_cast<bool>(core::invoke(pred, x)) ? 1 : 0; });
        return n;
    }

    template <std::ranges::input_range R>
    requires core::has_truth_value<std::ranges::range_reference_t<R>>
    [[nodiscard]] constexpr std::size_t operator()(R&& source) const {
        return (*this)(std::forward<R>(source), core::truth);
    }

    using keyed_tool::operator();
};

inline constexpr quantify_fn quantify{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_ILEN_HPP
