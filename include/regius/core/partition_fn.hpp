// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PARTITION_FN_HPP
#define REGIUS_CORE_PARTITION_FN_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/text.hpp>
#include <regius/core/truth.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

/// Two tools of Python have this name: str.partition, which text/partition.hpp brings, and more_itertools.partition,
/// which more_itertools/partition.hpp does. A text is not a predicate, so one object can be both.
struct partition_fn {
    template <class Pred, core::iterable R>
    requires core::predicate_of_the_elements<Pred, R>
    [[nodiscard]] auto operator()(Pred&& pred, R&& r) const;

    template <core::text S, core::text_or_char Separator>
    [[nodiscard]] constexpr auto operator()(S&& s, Separator&& separator) const;

    template <core::iterable R>
    requires core::has_truth_value<std::ranges::range_reference_t<R>>
    [[nodiscard]] auto operator()(none_t, R&& r) const {
        return (*this)(core::truth, std::forward<R>(r));
    }

    template <core::text_or_char Separator>
    [[nodiscard]] constexpr auto operator()(Separator&& separator) const {
        return core::bind_text(*this, std::forward<Separator>(separator));
    }
    template <core::function_like Pred>
    requires(!core::iterable<Pred> && !core::text_or_char<Pred>)
    [[nodiscard]] constexpr auto operator()(Pred&& pred) const {
        return core::bind_back(core::range_first<partition_fn>{}, std::decay_t<Pred>(std::forward<Pred>(pred)));
    }
};

inline constexpr partition_fn partition{};

}  // namespace regius

#endif  // REGIUS_CORE_PARTITION_FN_HPP
