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
#include <cstddef>
#include <cstdint>
#include <limits>
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

template <class R, class Ordering>
using consecutive_position = std::remove_cvref_t<std::invoke_result_t<Ordering&, std::ranges::range_reference_t<R>&>>;

/// The number of the run that an element is in. groupby asks about each element once, in order.
template <class Ordering, class Position>
class consecutive_run {
    [[no_unique_address]] core::box<Ordering> ordering_;
    std::size_t run_ = 0;
    Position before_{};

    constexpr bool follows(Position position) const {
        return before_ != std::numeric_limits<Position>::max() && position == static_cast<Position>(before_ + 1);
    }

public:
    constexpr explicit consecutive_run(Ordering ordering) : ordering_(std::move(ordering)) {}
    constexpr std::size_t operator()(auto& element) {
        Position const position = core::invoke(*ordering_, element);
        if (run_ == 0 || !follows(position)) ++run_;
        before_ = position;
        return run_;
    }
};

/// Real numbers are rounded: what Python compares is how far an element is from its place in the range.
template <class Ordering, std::floating_point Position>
class consecutive_run<Ordering, Position> {
    using real = decltype(Position() + double());

    [[no_unique_address]] core::box<Ordering> ordering_;
    std::size_t run_ = 0;
    std::int64_t place_ = 0;
    real offset_ = 0;

public:
    constexpr explicit consecutive_run(Ordering ordering) : ordering_(std::move(ordering)) {}
    constexpr std::size_t operator()(auto& element) {
        Position const position = core::invoke(*ordering_, element);
        real const offset = static_cast<real>(place_++) - static_cast<real>(position);
        if (run_ == 0 || offset != offset_) ++run_;
        offset_ = offset;
        return run_;
    }
};

struct consecutive_group {
    constexpr auto operator()(auto&& entry) const { return entry.second; }
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
        using run = detail::consecutive_run<Ordering, detail::consecutive_position<R, Ordering>>;
        auto runs = groupby(std::forward<R>(source), run(std::move(ordering)));
        return core::mapped_view<decltype(runs), detail::consecutive_group>(std::move(runs), {});
    }

    using keyed_tool::operator();
};

inline constexpr consecutive_groups_fn consecutive_groups{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_CONSECUTIVE_GROUPS_HPP
