// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_CONSECUTIVE_GROUPS_HPP
#define REGIUS_MORE_ITERTOOLS_CONSECUTIVE_GROUPS_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/runs.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
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

/// A run of elements that follow each other.
template <class Ordering, class Position>
class consecutive_run {
    [[no_unique_address]] core::box<Ordering> ordering_;
    std::optional<Position> before_;

public:
    constexpr explicit consecutive_run(Ordering ordering) : ordering_(std::move(ordering)) {}
    constexpr void restart() { before_.reset(); }
    constexpr bool goes_on(auto& element) {
        Position const position = core::invoke(*ordering_, element);
        bool const yes =
            position != std::numeric_limits<Position>::min() && before_ == static_cast<Position>(position - 1);
        before_ = position;
        return yes;
    }
    constexpr auto entry(auto group) const { return group; }
};

/// Real numbers are rounded: what Python compares is how far an element is from its place in the range.
template <class Ordering, std::floating_point Position>
class consecutive_run<Ordering, Position> {
    using real = decltype(Position() + double());

    [[no_unique_address]] core::box<Ordering> ordering_;
    std::int64_t place_ = 0;
    std::optional<real> offset_;

public:
    constexpr explicit consecutive_run(Ordering ordering) : ordering_(std::move(ordering)) {}
    constexpr void restart() {
        place_ = 0;
        offset_.reset();
    }
    constexpr bool goes_on(auto& element) {
        Position const position = core::invoke(*ordering_, element);
        real const offset = static_cast<real>(place_++) - static_cast<real>(position);
        return std::exchange(offset_, offset) == offset;
    }
    constexpr auto entry(auto group) const { return group; }
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
        return core::runs_view<core::all_t<R>, run>(core::all(std::forward<R>(source)), run(std::move(ordering)));
    }

    using keyed_tool::operator();
};

inline constexpr consecutive_groups_fn consecutive_groups{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_CONSECUTIVE_GROUPS_HPP
