// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_GROUPBY_HPP
#define REGIUS_ITERTOOLS_GROUPBY_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_key.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/runs.hpp>

#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

/// A run of elements with one key, and its key.
template <class V, class Key>
class groupby_run {
    using key_type = core::kept_key<V, std::invoke_result_t<Key&, std::ranges::range_reference_t<V>&>>;

    [[no_unique_address]] core::box<Key> key_;
    std::optional<key_type> now_;

public:
    constexpr explicit groupby_run(Key key) : key_(std::move(key)) {}
    constexpr void restart() { now_.reset(); }
    constexpr bool goes_on(auto& x) {
        auto&& key = core::invoke(*key_, x);
        if (now_ && static_cast<bool>(*now_ == key)) return true;
        now_.emplace(std::forward<decltype(key)>(key));
        return false;
    }
    template <class Group>
    constexpr std::pair<key_type, Group> entry(Group group) const {
        return {*now_, group};
    }
};

}  // namespace detail

/// Cut a range into runs of consecutive elements that have the same key.
///
///     for (auto [key, group] : groupby("AAABBA"sv)) ...        // A: AAA, B: BB, A: A
///     people | groupby(&person::city)                          // sort by city first for one group a city
///
/// Python    itertools.groupby(iterable, key=None)
/// Accepts   a range and a function of one element (a member pointer too) whose results compare with ==
/// Yields    a pair [key, group] for each run: a copy of the key (text that may look into an element as std::string), and
///           a range of the run's elements
/// Category  input, for the view and for its groups; one element is read ahead of the group
/// Cost      key once an element, one comparison an element, one copy of the key a group; allocates nothing
/// Lifetime  a group is a window on the view, not a container: once the next group is asked for it is empty, as in
///           Python; collect it before if it must stay
struct groupby_fn : core::keyed_tool<groupby_fn> {
    template <core::iterable R, core::key_of_the_elements<R> Key = std::identity>
    [[nodiscard]] constexpr auto operator()(R&& source, Key key = {}) const {
        using V = core::all_t<R>;
        using run = detail::groupby_run<V, Key>;
        return core::runs_view<V, run>(core::all(std::forward<R>(source)), run(std::move(key)));
    }

    using keyed_tool::operator();
};

inline constexpr groupby_fn groupby{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_GROUPBY_HPP
