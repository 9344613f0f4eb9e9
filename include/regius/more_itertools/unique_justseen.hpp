// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_UNIQUE_JUSTSEEN_HPP
#define REGIUS_MORE_ITERTOOLS_UNIQUE_JUSTSEEN_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/held.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/kept_key.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <iterator>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Key>
class unique_justseen_view;

/// Keep the first element of each run of equal ones, or of ones with the same key.
///
///     unique_justseen("AAAABBBCCDAABBB"sv)            // A B C D A B
///     lines | unique_justseen(lower)
///
/// Python    more_itertools.unique_justseen(iterable, key=None)
/// Accepts   a range and a function of one element (a member pointer too) whose results compare with ==
/// Yields    the elements of the range, as the range yields them
/// Category  forward at most, where the range can be read in place; input over elements that are computed when they
///           are read
/// Cost      key and one comparison an element; one copy of the key a run, none without a key over elements that stay
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, key is copied. The last key is owned, as by groupby
struct unique_justseen_fn : core::keyed_tool<unique_justseen_fn> {
    template <core::iterable R, core::key_of_the_elements<R> Key = std::identity>
    [[nodiscard]] constexpr auto operator()(R&& source, Key key = {}) const {
        return unique_justseen_view<core::all_t<R>, Key>(core::all(std::forward<R>(source)), std::move(key));
    }

    using keyed_tool::operator();
};

inline constexpr unique_justseen_fn unique_justseen{};

namespace detail {

template <class V, class Key>
using justseen_kept = core::kept_key<V, std::invoke_result_t<Key&, std::ranges::range_reference_t<V>&>>;

/// The key of the run that a walk is in.
template <class V, class Key>
class justseen_key {
    std::optional<justseen_kept<V, Key>> key_;

public:
    /// Whether x starts a run.
    constexpr bool changes(auto& key, auto& x) {
        auto&& k = core::invoke(key, x);
        if (key_ && static_cast<bool>(*key_ == k)) return false;
        key_.emplace(std::forward<decltype(k)>(k));
        return true;
    }
};

/// Of integers the last key is as good as the first of the run, and is kept without a branch.
template <class V, class Key>
requires core::integer<justseen_kept<V, Key>>
class justseen_key<V, Key> {
    justseen_kept<V, Key> key_{};
    bool any_ = false;

public:
    constexpr bool changes(auto& key, auto& x) {
        auto const k = core::invoke(key, x);
        bool const same = any_ && key_ == k;
        key_ = k;
        any_ = true;
        return !same;
    }
};

/// Where elements stay and are their own keys, the first of the run is the key.
template <core::stays V>
requires(!core::integer<std::ranges::range_value_t<V>>)
class justseen_key<V, std::identity> {
    std::add_const_t<std::remove_reference_t<std::ranges::range_reference_t<V>>>* first_ = nullptr;

public:
    constexpr bool changes(auto&, auto& x) {
        if (first_ && static_cast<bool>(*first_ == x)) return false;
        first_ = std::addressof(x);
        return true;
    }
};

template <class V, class Key, class Run>
class justseen_cursor : public core::held_cursor<V> {
    using base = core::held_cursor<V>;
    core::state_of<Run, !core::restartable<V>> run_;
    Key* key_ = nullptr;

    constexpr void find() {
        base::find([this](auto& x) { return run_->changes(*key_, x); });
    }

public:
    justseen_cursor()
    requires std::default_initializable<base>
    = default;
    constexpr justseen_cursor(std::ranges::iterator_t<V> first, std::ranges::sentinel_t<V> last, Key& key, auto& run)
        : base(std::move(first), std::move(last)), run_(run), key_(&key) {
        find();
    }

    constexpr void next() {
        base::at_.step();
        find();
    }
};

}  // namespace detail

template <std::ranges::view V, class Key>
class unique_justseen_view : public core::view_facade<unique_justseen_view<V, Key>> {
    using run = detail::justseen_key<V, Key>;

    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Key> key_;
    run run_;

    template <class Self>
    using cursor = detail::justseen_cursor<core::member_of<Self, V>, core::member_of<Self, Key>, run>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr unique_justseen_view(V base, Key key) : base_(std::move(base)), key_(std::move(key)) {}

    template <class Self>
    requires core::walks<Self, V> &&
             std::invocable<core::member_of<Self, Key>&, std::ranges::range_reference_t<core::member_of<Self, V>>&> &&
             (core::restartable<V> || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return cursor<Self>(std::ranges::begin(self.base_), std::ranges::end(self.base_), *self.key_, self.run_);
    }
    template <class Self>
    requires std::ranges::common_range<core::member_of<Self, V>> && core::cursors::forward<cursor<Self>>
    static constexpr auto last(Self& self) {
        return cursor<Self>(std::ranges::end(self.base_), std::ranges::end(self.base_), *self.key_, self.run_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        core::state_of<run, !core::restartable<V>> now(self.run_);
        return core::for_each_while(self.base_, [&](auto&& x) -> bool {
            return now->changes(*self.key_, x) ? sink(std::forward<decltype(x)>(x)) : true;
        });
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_UNIQUE_JUSTSEEN_HPP
