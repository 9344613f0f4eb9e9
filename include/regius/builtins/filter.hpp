// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_FILTER_HPP
#define REGIUS_BUILTINS_FILTER_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/function_or_truth_first.hpp>
#include <regius/core/held.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Pred>
class filter_view;

/// Keep the elements for which a question is answered with yes.
///
///     filter(is_even, range(10))      // 0 2 4 6 8
///     range(10) | filter(is_even)     // the same
///     filter(words)                   // those that are not empty: Python's filter(None, words)
///
/// Python    filter(function or None, iterable)
/// Accepts   a predicate of one element (a member pointer too) and a range; without a predicate, elements with a
///           truth value: numbers, pointers, optionals, containers (an empty one is false)
/// Yields    the elements of the range, as the range yields them
/// Category  bidirectional at most, where the range can be read in place; input over elements that are computed
///           when they are read, so that each is computed once
/// Cost      pred once an element; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, pred is copied
struct filter_fn : core::function_or_truth_first<filter_fn> {
    template <class Pred, core::iterable R>
    requires core::predicate_of_the_elements<Pred, R>
    [[nodiscard]] constexpr auto operator()(Pred&& pred, R&& r) const {
        return filter_view<core::all_t<R>, std::decay_t<Pred>>(core::all(std::forward<R>(r)), std::forward<Pred>(pred));
    }
    using function_or_truth_first::operator();
};

inline constexpr filter_fn filter{};

namespace detail {

template <class V, class Pred>
class filter_cursor : public core::held_cursor<V> {
    using base = core::held_cursor<V>;
    using base::at_;
    Pred* pred_ = nullptr;

public:
    filter_cursor()
    requires std::default_initializable<base>
    = default;
    constexpr filter_cursor(std::ranges::iterator_t<V> first, std::ranges::sentinel_t<V> last, Pred& pred)
        : base(std::move(first), std::move(last)), pred_(&pred) {
        base::find(*pred_);
    }

    constexpr void next() {
        at_.step();
        base::find(*pred_);
    }
    constexpr void prev()
    requires(core::held<V>::in_place && std::ranges::bidirectional_range<V>)
    {
        do --at_.base();
        while (!at_.ask(*pred_));
    }
};

}  // namespace detail

template <std::ranges::view V, class Pred>
class filter_view : public core::view_facade<filter_view<V, Pred>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Pred> pred_;

    template <class Self>
    using cursor = detail::filter_cursor<core::member_of<Self, V>, core::member_of<Self, Pred>>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr filter_view(V base, Pred pred) : base_(std::move(base)), pred_(std::move(pred)) {}

    template <class Self>
    requires core::walks<Self, V> && core::asks_the_elements<core::member_of<Self, Pred>, core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return cursor<Self>(std::ranges::begin(self.base_), std::ranges::end(self.base_), *self.pred_);
    }
    template <class Self>
    requires std::ranges::common_range<core::member_of<Self, V>> && core::cursors::forward<cursor<Self>>
    static constexpr auto last(Self& self) {
        return cursor<Self>(std::ranges::end(self.base_), std::ranges::end(self.base_), *self.pred_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        return core::for_each_while(self.base_, [&](auto&& x) -> bool {
            return core::invoke(*self.pred_, x) ? sink(std::forward<decltype(x)>(x)) : true;
        });
    }

    constexpr std::size_t size_limit()
    requires std::ranges::sized_range<V>
    {
        return static_cast<std::size_t>(std::ranges::size(base_));
    }
    template <class Sink>
    constexpr void for_each_marked(Sink&& sink) {
        core::for_each(base_, [&](auto&& x) {
            bool const kept = static_cast<bool>(core::invoke(*pred_, x));
            sink(x, kept);
        });
    }
};

}  // namespace regius

#endif  // REGIUS_BUILTINS_FILTER_HPP
