// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_TAKEWHILE_HPP
#define REGIUS_ITERTOOLS_TAKEWHILE_HPP

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
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Pred>
class takewhile_view;

/// The elements up to the first for which a question is answered with no.
///
///     takewhile(is_small, std::array{1, 4, 6, 3, 8})  // 1 4, if 6 is not small
///     count() | takewhile(below_ten)
///
/// Python    itertools.takewhile(predicate, iterable)
/// Accepts   a predicate of one element (a member pointer too) and a range
/// Yields    the elements of the range, as the range yields them
/// Category  forward at most, where the range can be read in place; input over elements that are computed when read
/// Cost      pred once an element; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, pred is copied
/// Differs   none: the element that ended it has been pulled from a one-shot source and is lost
struct takewhile_fn : core::function_first<takewhile_fn> {
    template <class Pred, core::iterable R>
    requires core::predicate_of_the_elements<Pred, R>
    [[nodiscard]] constexpr auto operator()(Pred&& pred, R&& r) const {
        return takewhile_view<core::all_t<R>, std::decay_t<Pred>>(core::all(std::forward<R>(r)),
                                                                  std::forward<Pred>(pred));
    }
    using function_first::operator();
};

inline constexpr takewhile_fn takewhile{};

namespace detail {

struct takewhile_state {
    bool ended = false;
};

template <class V, class Pred>
class takewhile_cursor {
    // A view over a one-shot source that has ended must not begin it again, which would pull one more element.
    static constexpr bool shared = !core::restartable<V>;
    std::conditional_t<shared, std::optional<core::held<V>>, core::held<V>> at_;
    std::ranges::sentinel_t<V> end_{};
    Pred* pred_ = nullptr;
    core::state_of<takewhile_state, shared> state_;

    constexpr auto& at() {
        if constexpr (shared)
            return *at_;
        else
            return at_;
    }
    constexpr auto const& at() const {
        if constexpr (shared)
            return *at_;
        else
            return at_;
    }
    constexpr void look() { state_->ended = at().base() == end_ || !at().ask(*pred_); }

public:
    using value_type = std::ranges::range_value_t<V>;
    using difference_type = std::ranges::range_difference_t<V>;

    takewhile_cursor()
    requires std::default_initializable<core::held<V>>
    = default;
    constexpr takewhile_cursor(V& base, Pred& pred, auto& state)
    requires(!shared)
        : at_(std::ranges::begin(base)), end_(std::ranges::end(base)), pred_(&pred), state_(state) {
        look();
    }
    constexpr takewhile_cursor(V& base, Pred& pred, auto& state)
    requires shared
        : end_(std::ranges::end(base)), pred_(&pred), state_(state) {
        if (state_->ended) return;
        at_.emplace(std::ranges::begin(base));
        look();
    }
    constexpr decltype(auto) read() const { return at().read(); }
    constexpr decltype(auto) move() const
    requires(core::held<V>::in_place)
    {
        return std::ranges::iter_move(at().base());
    }
    constexpr void next() {
        at().step();
        look();
    }
    [[nodiscard]] constexpr bool done() const { return state_->ended; }
    [[nodiscard]] constexpr bool equal(takewhile_cursor const& that) const
    requires(core::held<V>::in_place && std::ranges::forward_range<V>)
    {
        return at().base() == that.at().base();
    }
};

}  // namespace detail

template <std::ranges::view V, class Pred>
class takewhile_view : public core::view_facade<takewhile_view<V, Pred>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Pred> pred_;
    detail::takewhile_state state_;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;

    constexpr takewhile_view(V base, Pred pred) : base_(std::move(base)), pred_(std::move(pred)) {}

    template <class Self>
    requires core::walks<Self, V> && (core::restartable<V> || !std::is_const_v<Self>) &&
             core::asks_the_elements<core::member_of<Self, Pred>, core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return detail::takewhile_cursor<core::member_of<Self, V>, core::member_of<Self, Pred>>(self.base_, *self.pred_,
                                                                                               self.state_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        core::state_of<detail::takewhile_state, !core::restartable<V>> state(self.state_);
        if (state->ended) return true;
        bool const whole = core::for_each_while(self.base_, [&](auto&& x) -> bool {
            if (!static_cast<bool>(core::invoke(*self.pred_, x))) {
                state->ended = true;
                return false;
            }
            return sink(std::forward<decltype(x)>(x));
        });
        return whole || state->ended;
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_TAKEWHILE_HPP
