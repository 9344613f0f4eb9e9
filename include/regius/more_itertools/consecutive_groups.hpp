// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_CONSECUTIVE_GROUPS_HPP
#define REGIUS_MORE_ITERTOOLS_CONSECUTIVE_GROUPS_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/mapped.hpp>
#include <regius/itertools/groupby.hpp>

#include <concepts>
#include <cstdint>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// A function that says at which number an element stands.
template <class F, class R>
concept position_of_the_elements =
    key_of_the_elements<F, R> &&
    std::is_arithmetic_v<
        std::remove_cvref_t<std::invoke_result_t<std::decay_t<F>&, std::ranges::range_reference_t<R>&>>>;

}  // namespace core

namespace detail {

/// How far the position of an element is from its number. It stays the same as long as elements are consecutive.
/// groupby asks once an element, in order: that is what the number is counted by.
template <class Ordering>
class consecutive_offset {
    [[no_unique_address]] core::box<Ordering> ordering_;
    std::int64_t number_ = 0;

    // The exact difference of an int64_t and any integer: one bit more than a word.
    struct difference {
        std::uint64_t size;
        bool negative;
        friend constexpr bool operator==(difference const&, difference const&) = default;
    };

    static constexpr auto less(std::int64_t number, auto position) {
        using type = decltype(position);
        if constexpr (std::same_as<type, float>) {
            return static_cast<double>(number) - static_cast<double>(position);
        } else if constexpr (std::floating_point<type>) {
            return static_cast<type>(number) - position;
        } else {
            auto const minuend = static_cast<std::uint64_t>(number);
            auto const subtrahend = static_cast<std::uint64_t>(position);
            bool const negative = position > 0 && minuend < subtrahend;
            return difference{negative ? subtrahend - minuend : minuend - subtrahend, negative};
        }
    }

public:
    constexpr explicit consecutive_offset(Ordering ordering) : ordering_(std::move(ordering)) {}
    constexpr auto operator()(auto& element) {
        std::remove_cvref_t<decltype(core::invoke(*ordering_, element))> const position =
            core::invoke(*ordering_, element);
        return less(number_++, position);
    }
};

struct consecutive_group {
    constexpr auto operator()(auto&& entry) const { return entry.group; }
};

}  // namespace detail

/// Cut a range into runs of elements that follow each other as 1, 2, 3 do.
///
///     consecutive_groups(pages)                               // 1 2 | 10 11 12 | 20
///     consecutive_groups("abcxyz"sv)                          // abc | xyz
///     tickets | consecutive_groups(&ticket::number)
///
/// Python    more_itertools.consecutive_groups(iterable, ordering=None)
/// Accepts   a range and a function of one element (a member pointer too) that gives a number
/// Yields    ranges of the elements of each run
/// Category  input, for the view and for its groups; one element is read ahead of the group
/// Cost      ordering once an element; allocates nothing
/// Lifetime  as groupby: a group is a window on the view, and empty once the next group is asked for
/// Differs   characters are numbers: they need no ord
struct consecutive_groups_fn : core::keyed_tool<consecutive_groups_fn> {
    template <core::iterable R, core::position_of_the_elements<R> Ordering = std::identity>
    [[nodiscard]] constexpr auto operator()(R&& source, Ordering ordering = {}) const {
        auto runs = groupby(std::forward<R>(source), detail::consecutive_offset<Ordering>(std::move(ordering)));
        return core::mapped_view<decltype(runs), detail::consecutive_group>(std::move(runs), {});
    }

    using keyed_tool::operator();
};

inline constexpr consecutive_groups_fn consecutive_groups{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_CONSECUTIVE_GROUPS_HPP
