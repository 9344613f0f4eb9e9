// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_LOCATE_HPP
#define REGIUS_MORE_ITERTOOLS_LOCATE_HPP

#include <regius/core/box.hpp>
#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/state.hpp>
#include <regius/core/truth.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>
#include <regius/core/windows.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Pred>
class locate_view;

namespace detail {

template <class R>
using locate_windows = core::buffered_windows_view<core::all_t<R>, core::short_first>;

}  // namespace detail

/// The numbers of the elements for which a question is answered with yes.
///
///     locate(flags)                                   // of those that are true
///     locate("banana"sv, is('a'))                     // 1 3 5
///     numbers | locate(is_one_two_three, 3)           // where the windows are that a question about three is true of
///
/// Python    more_itertools.locate(iterable, pred=bool, window_size=None)
/// Accepts   a range and a predicate of one element (a member pointer too); with a window size n >= 1, a predicate of a
///           range of n elements, or of all of them if there are fewer
/// Yields    std::size_t
/// Category  as filter: bidirectional at most, input over elements that are computed when they are read; input with a
///           window size
/// Cost      pred once an element; allocates nothing without a window size, and a buffer with one
/// Throws    with a window size: value_error from the call, "window size must be at least 1"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, pred is copied
/// Differs   Python's pred is called with the elements of a window as its arguments
struct locate_fn : core::keyed_tool<locate_fn> {
    template <core::iterable R, core::predicate_of_the_elements<R> Pred = core::truth_fn>
    [[nodiscard]] constexpr auto operator()(R&& source, Pred pred = {}) const {
        return locate_view<core::all_t<R>, Pred>(core::all(std::forward<R>(source)), std::move(pred));
    }
    template <core::iterable R, core::predicate_of_the_elements<detail::locate_windows<R>> Pred>
    [[nodiscard]] constexpr auto operator()(R&& source, Pred pred, core::integer auto window_size) const {
        auto const n = width(window_size);
        return (*this)(detail::locate_windows<R>(core::all(std::forward<R>(source)), {}, n, 1), std::move(pred));
    }

    using keyed_tool::operator();
    template <core::function_like Pred>
    requires(!std::ranges::input_range<Pred>)
    [[nodiscard]] constexpr auto operator()(Pred pred, core::integer auto window_size) const {
        (void)width(window_size);
        return core::bind_back(*this, std::move(pred), window_size);
    }

private:
    static constexpr std::size_t width(core::integer auto n) {
        if (std::cmp_less(n, 1)) throw value_error("window size must be at least 1");
        return static_cast<std::size_t>(core::clamped_count(n));
    }
};

inline constexpr locate_fn locate{};

namespace detail {

template <class V, class Pred>
class locate_cursor {
public:
    using difference_type = std::ranges::range_difference_t<V>;

private:
    using iterator = std::ranges::iterator_t<V>;
    // Then it_ stays at the begin: a loop has one number to count.
    static constexpr bool indexed = core::indexable<V> && !core::infinite<V>;

    iterator it_;
    std::conditional_t<indexed, std::size_t, std::ranges::sentinel_t<V>> last_{};
    core::state_of<std::size_t, !core::restartable<V>> at_;
    Pred* pred_ = nullptr;

    constexpr void step() {
        ++*at_;
        if constexpr (!indexed) ++it_;
    }
    constexpr void find() {
        while (!done() && passed_over()) step();
    }
    [[nodiscard]] constexpr bool passed_over() const {
        auto const ask = [this](auto&& element) { return static_cast<bool>(core::invoke(*pred_, element)); };
        if constexpr (indexed)
            return !ask(it_[static_cast<difference_type>(*at_)]);
        else
            return !ask(*it_);
    }

public:
    locate_cursor()
    requires std::default_initializable<iterator>
    = default;
    /// On the first element that is found behind number `before`.
    constexpr locate_cursor(V& base, auto& before, Pred& pred)
        : it_(std::ranges::begin(base)), at_(before), pred_(&pred) {
        if constexpr (indexed)
            last_ = static_cast<std::size_t>(std::ranges::size(base));
        else
            last_ = std::ranges::end(base);
        ++*at_;
        find();
    }

    constexpr std::size_t read() const { return *at_; }
    constexpr void next() {
        step();
        find();
    }
    constexpr void prev()
    requires std::ranges::bidirectional_range<V>
    {
        do {
            --*at_;
            if constexpr (!indexed) --it_;
        } while (passed_over());
    }
    [[nodiscard]] constexpr bool done() const {
        if constexpr (indexed)
            return *at_ == last_;
        else
            return it_ == last_;
    }
    // Going on from a copy would compute elements again.
    [[nodiscard]] constexpr bool equal(locate_cursor const& that) const
    requires(core::rereadable<V> && std::ranges::forward_range<V>)
    {
        return *at_ == *that.at_;
    }
};

}  // namespace detail

template <std::ranges::view V, class Pred>
class locate_view : public core::view_facade<locate_view<V, Pred>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Pred> pred_;
    std::size_t before_ = std::numeric_limits<std::size_t>::max();  // the number of what a one-shot source gave last

    template <class Self>
    using cursor = detail::locate_cursor<core::member_of<Self, V>, core::member_of<Self, Pred>>;

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr locate_view(V base, Pred pred) : base_(std::move(base)), pred_(std::move(pred)) {}

    template <class Self>
    requires core::walks<Self, V> && core::asks_the_elements<core::member_of<Self, Pred>, core::member_of<Self, V>> &&
             (restartable || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return cursor<Self>(self.base_, self.before_, *self.pred_);
    }
    template <class Self>
    requires(std::ranges::common_range<core::member_of<Self, V>> && core::indexable<core::member_of<Self, V>> &&
             core::cursors::forward<cursor<Self>>)
    static constexpr auto last(Self& self) {
        auto const before = static_cast<std::size_t>(std::ranges::size(self.base_)) - 1;
        return cursor<Self>(self.base_, before, *self.pred_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        std::size_t number = 0;
        if constexpr (!restartable) number = self.before_ + 1;
        bool const whole = core::for_each_while(self.base_, [&](auto&& x) -> bool {
            std::size_t const at = number++;
            return static_cast<bool>(core::invoke(*self.pred_, x)) ? sink(at) : true;
        });
        if constexpr (!restartable) self.before_ = number - 1;
        return whole;
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_LOCATE_HPP
