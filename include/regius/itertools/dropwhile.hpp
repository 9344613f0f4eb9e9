// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_DROPWHILE_HPP
#define REGIUS_ITERTOOLS_DROPWHILE_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/function_first.hpp>
#include <regius/core/held.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Pred>
class dropwhile_view;

/// The elements from the first on for which a question is answered with no.
///
///     dropwhile(is_small, std::array{1, 4, 6, 3, 8})  // 6 3 8, if 6 is the first that is not small
///     lines | dropwhile(is_header)
///
/// Python    itertools.dropwhile(predicate, iterable)
/// Accepts   a predicate of one element (a member pointer too) and a range
/// Yields    the elements of the range, as the range yields them
/// Category  bidirectional at most, where the range can be read in place; input over elements that are computed when
///           they are read
/// Cost      pred for each element dropped and for one more, then never again; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, pred is copied
struct dropwhile_fn : core::function_first<dropwhile_fn> {
    template <class Pred, core::iterable R>
    requires core::predicate_of_the_elements<Pred, R>
    [[nodiscard]] constexpr auto operator()(Pred&& pred, R&& r) const {
        return dropwhile_view<core::all_t<R>, std::decay_t<Pred>>(core::all(std::forward<R>(r)),
                                                                  std::forward<Pred>(pred));
    }
    using function_first::operator();
};

inline constexpr dropwhile_fn dropwhile{};

namespace detail {

struct dropwhile_state {
    bool dropped = false;
};

template <class V>
class dropwhile_cursor : public core::held_cursor<V> {
    using base = core::held_cursor<V>;
    using base::at_;

    constexpr void load() {
        if (!base::done()) at_.load();
    }

public:
    using base::base;

    constexpr void drop(auto& pred, bool& dropped) {
        if (dropped) return load();
        base::find([&pred](auto& x) { return !static_cast<bool>(core::invoke(pred, x)); });
        dropped = !base::done();
    }

    constexpr void next() {
        at_.step();
        load();
    }
    constexpr void prev()
    requires(core::held<V>::in_place && std::ranges::bidirectional_range<V>)
    {
        --at_.base();
    }
};

}  // namespace detail

template <std::ranges::view V, class Pred>
class dropwhile_view : public core::view_facade<dropwhile_view<V, Pred>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Pred> pred_;
    detail::dropwhile_state state_;

    template <class Self>
    using cursor = detail::dropwhile_cursor<core::member_of<Self, V>>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr dropwhile_view(V base, Pred pred) : base_(std::move(base)), pred_(std::move(pred)) {}

    template <class Self>
    requires core::walks<Self, V> && (core::restartable<V> || !std::is_const_v<Self>) &&
             core::asks_the_elements<core::member_of<Self, Pred>, core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        core::state_of<detail::dropwhile_state, !core::restartable<V>> state(self.state_);
        cursor<Self> at(std::ranges::begin(self.base_), std::ranges::end(self.base_));
        at.drop(*self.pred_, state->dropped);
        return at;
    }
    template <class Self>
    requires std::ranges::common_range<core::member_of<Self, V>> && core::cursors::forward<cursor<Self>>
    static constexpr auto last(Self& self) {
        return cursor<Self>(std::ranges::end(self.base_), std::ranges::end(self.base_));
    }
    static constexpr bool flow(auto& self, auto& sink) {
        core::state_of<detail::dropwhile_state, !core::restartable<V>> state(self.state_);
        return core::for_each_while(self.base_, [&](auto&& x) -> bool {
            if (!state->dropped) {
                if (static_cast<bool>(core::invoke(*self.pred_, x))) return true;
                state->dropped = true;
            }
            return sink(std::forward<decltype(x)>(x));
        });
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_DROPWHILE_HPP
