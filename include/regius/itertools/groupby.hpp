// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_GROUPBY_HPP
#define REGIUS_ITERTOOLS_GROUPBY_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/iterator.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/non_propagating.hpp>
#include <regius/core/reading.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Key>
class groupby_view;

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
        return groupby_view<core::all_t<R>, Key>(core::all(std::forward<R>(source)), std::move(key));
    }

    using keyed_tool::operator();
};

inline constexpr groupby_fn groupby{};

namespace detail {

/// The elements of one run, as long as the view has not gone on to the next.
template <class View>
class groupby_group : public std::ranges::view_interface<groupby_group<View>> {
    View* view_ = nullptr;
    std::size_t number_ = 0;

    class cursor {
        View* view_;
        std::size_t number_;

    public:
        using value_type = typename View::element;

        constexpr cursor(View& view, std::size_t number) : view_(&view), number_(number) {}
        constexpr decltype(auto) read() const { return view_->read(); }
        constexpr void next() { view_->advance(); }
        [[nodiscard]] constexpr bool done() const { return !view_->inside(number_); }
    };

public:
    groupby_group() = default;
    constexpr groupby_group(View& view, std::size_t number) : view_(&view), number_(number) {}

    [[nodiscard]] constexpr auto begin() const {
        if (view_->inside(number_)) view_->enter();
        return core::basic_iterator(cursor(*view_, number_));
    }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }
};

}  // namespace detail

template <std::ranges::view V, class Key>
class groupby_view : public std::ranges::view_interface<groupby_view<V, Key>> {
    using key_type = core::kept_key<V, std::invoke_result_t<Key&, std::ranges::range_reference_t<V>&>>;
    using group = detail::groupby_group<groupby_view>;
    friend group;

    class cursor {
        groupby_view* view_;

    public:
        constexpr explicit cursor(groupby_view& view) : view_(&view) {}
        constexpr std::pair<key_type, group> read() const {
            return {*view_->group_key_, group(*view_, view_->number_)};
        }
        constexpr void next() { view_->next_group(); }
        [[nodiscard]] constexpr bool done() const { return view_->ended(); }
    };

public:
    using element = std::ranges::range_value_t<V>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr groupby_view(V base, Key key) : base_(std::move(base)), key_(std::move(key)) {}

    /// A second loop starts again where the source can; over a one-shot source it goes on with the next group.
    [[nodiscard]] constexpr auto begin() {
        if (core::restartable<V> || !at_) {
            at_.emplace(std::ranges::begin(base_));
            group_key_.reset();
            inside_ = true;  // should key throw: the next walk passes the element over, as in Python
            inside_ = !ended() && look();
        }
        next_group();
        return core::basic_iterator(cursor(*this));
    }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    [[nodiscard]] constexpr bool ended() { return at_->base() == std::ranges::end(base_); }
    [[nodiscard]] constexpr bool inside(std::size_t number) const { return number == number_ && inside_; }
    constexpr decltype(auto) read() const { return at_->read(); }

    /// A group that is looped over again goes on behind the element it was left at.
    constexpr void enter() {
        if (std::exchange(entered_, true)) advance();
    }
    constexpr void advance() {
        at_->step();
        inside_ = !ended() && look();
    }
    /// Whether the element has the key of the group; if not, its own is that of the next.
    constexpr bool look() {
        return at_->ask([this](auto&& x) {
            auto&& key = core::invoke(*key_, x);
            if (group_key_ && static_cast<bool>(*group_key_ == key)) return true;
            group_key_.emplace(std::forward<decltype(key)>(key));
            return false;
        });
    }
    constexpr void next_group() {
        while (inside_) advance();
        inside_ = !ended();
        entered_ = false;
        ++number_;
    }

    V base_;
    [[no_unique_address]] core::box<Key> key_;
    core::non_propagating<core::held<V>> at_;
    std::optional<key_type> group_key_;
    std::size_t number_ = 0;
    bool inside_ = false;   // at_ is an element of this group
    bool entered_ = false;  // somebody has looked at the first element of this group
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_GROUPBY_HPP
