// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_CHAIN_HPP
#define REGIUS_ITERTOOLS_CHAIN_HPP

#include <regius/core/alike.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/non_propagating.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pace.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view... Vs>
class chain_view;
template <std::ranges::view V>
class chain_flat_view;

namespace core {

template <class R>
concept range_of_iterables = std::ranges::input_range<R> && iterable<std::ranges::range_reference_t<R>>;

}  // namespace core

/// The elements of every inner range, one after the other.
///
///     chain.from_iterable(rows)
///     words | map(letters) | chain.from_iterable()
///
/// Python    itertools.chain.from_iterable(iterable)
/// Accepts   a range of ranges; both may be one-shot, the outer one without an end
/// Yields    the elements of the inner ranges, as they yield them
/// Category  forward where the inner ranges stay in place, else input
/// Cost      none above the ranges; allocates nothing. Terminal tools run one loop for each inner range
struct chain_from_iterable_fn {
    template <core::iterable R>
    requires core::range_of_iterables<R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return chain_flat_view<core::all_t<R>>(core::all(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

/// The elements of several ranges, one after the other.
///
///     chain("ABC"sv, "DEF"sv)                 // A B C D E F
///     chain.from_iterable(rows)               // the elements of all rows
///
/// Python    itertools.chain(*iterables), chain.from_iterable(iterable)
/// Accepts   any number of ranges whose elements have a common type
/// Yields    the elements: references, where all are references to one type
/// Category  random access where the ranges are, of one type and sized; bidirectional where they are, of one type and
///           common; else forward or input. Sized and const-iterable where the ranges are; never common
/// Cost      one comparison more where a range ends, a look at each range passed where an iterator jumps; allocates
///           nothing. Terminal tools run one loop for each range
/// Lifetime  lvalue ranges are borrowed, rvalues are owned
struct chain_fn {
    template <core::iterable... Rs>
    requires(sizeof...(Rs) > 0) && core::alike_elements<Rs...>
    [[nodiscard]] constexpr auto operator()(Rs&&... ranges) const {
        return chain_view<core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const noexcept { return std::ranges::empty_view<none_t>(); }

    static constexpr chain_from_iterable_fn from_iterable{};
};

inline constexpr chain_fn chain{};

namespace detail {

template <class V, class... Vs>
concept chain_uniform = std::ranges::forward_range<V> && (std::ranges::forward_range<Vs> && ...) &&
                        (std::same_as<std::ranges::iterator_t<V>, std::ranges::iterator_t<Vs>> && ...) &&
                        (std::same_as<std::ranges::sentinel_t<V>, std::ranges::sentinel_t<Vs>> && ...);

template <class... Vs>
struct chain_state {
    std::size_t which = 0;
    core::pace<Vs...> pace{};
};

template <class Tuple, class... Vs>
class chain_cursor {
    static constexpr bool shared = core::pace<Vs...>::shared;
    Tuple* ranges_ = nullptr;
    core::state_of<chain_state<Vs...>, shared> state_;

    constexpr void find(bool fresh) {
        for (bool found = false; !found && !done(); fresh = true) {
            found = core::choose<bool, sizeof...(Vs)>(
                state_->which, [&](auto i) { return state_->pace.template pull<i()>(*ranges_, fresh); });
            if (!found) ++state_->which;
        }
    }

public:
    using value_type = core::alike_value<Vs...>;
    using reference = core::alike_reference<Vs...>;

    chain_cursor() = default;
    constexpr chain_cursor(Tuple& ranges, auto&& state) : ranges_(&ranges), state_(state) { find(true); }

    constexpr reference read() const {
        return core::choose<reference, sizeof...(Vs)>(
            state_->which, [this](auto i) -> decltype(auto) { return *state_->pace.template at<i()>(); });
    }
    constexpr void next() { find(false); }
    [[nodiscard]] constexpr bool done() const { return state_->which == sizeof...(Vs); }
    [[nodiscard]] constexpr bool equal(chain_cursor const& that) const
    requires(std::ranges::forward_range<Vs> && ...)
    {
        if (state_->which != that.state_->which) return false;
        return done() || core::choose<bool, sizeof...(Vs)>(state_->which, [&](auto i) {
                   return state_->pace.template at<i()>() == that.state_->pace.template at<i()>();
               });
    }
};

/// Ranges of one type: one iterator, and one comparison an element.
template <class Tuple, class V, class... Vs>
requires chain_uniform<V, Vs...>
class chain_cursor<Tuple, V, Vs...> {
    std::ranges::iterator_t<V> it_{};
    std::ranges::sentinel_t<V> last_{};
    Tuple* ranges_ = nullptr;
    std::size_t which_ = 0;

    static constexpr std::size_t size = 1 + sizeof...(Vs);
    static constexpr bool random =
        std::ranges::random_access_range<V> && std::ranges::sized_range<V> && (std::ranges::sized_range<Vs> && ...);
    static constexpr bool ends_are_near =
        random || (std::ranges::bidirectional_range<V> && std::ranges::common_range<V>);

    template <class Result>
    constexpr Result with_range(std::size_t i, auto f) const {
        return core::choose<Result, size>(i, [&](auto n) -> Result { return f(std::get<n()>(*ranges_)); });
    }
    constexpr void go_to_begin() {
        with_range<void>(which_, [this](auto& base) {
            it_ = std::ranges::begin(base);
            last_ = std::ranges::end(base);
        });
    }
    constexpr void enter() {
        for (; which_ != size; ++which_) {
            go_to_begin();
            if (it_ != last_) return;
        }
    }
    /// To the end of the last range before this place that has elements.
    constexpr void leave() {
        do {
            --which_;
            go_to_begin();
        } while (it_ == last_);
        std::ranges::advance(it_, last_);
    }
    [[nodiscard]] constexpr bool at_begin() const {
        return which_ == size ||
               with_range<bool>(which_, [this](auto& base) { return it_ == std::ranges::begin(base); });
    }

public:
    using value_type = std::ranges::range_value_t<V>;
    using difference_type = std::ranges::range_difference_t<V>;
    using reference = std::ranges::range_reference_t<V>;

    chain_cursor() = default;
    constexpr chain_cursor(Tuple& ranges, auto&&) : ranges_(&ranges) { enter(); }

    constexpr reference read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() {
        if (++it_ == last_) {
            ++which_;
            enter();
        }
    }
    constexpr void prev()
    requires ends_are_near
    {
        if (at_begin()) leave();
        --it_;
    }
    constexpr void advance(difference_type n)
    requires random
    {
        for (auto left = last_ - it_; n > 0 && n >= left; left = last_ - it_) {
            it_ += left;
            n -= left;
            ++which_;
            enter();
        }
        while (n < 0) {
            if (at_begin()) leave();
            auto const passed =
                with_range<difference_type>(which_, [this](auto& base) { return it_ - std::ranges::begin(base); });
            auto const step = passed < -n ? passed : -n;
            it_ -= step;
            n += step;
        }
        it_ += n;
    }
    [[nodiscard]] constexpr difference_type distance_to(chain_cursor const& that) const
    requires random
    {
        return that.place() - place();
    }
    [[nodiscard]] constexpr difference_type remaining() const
    requires random
    {
        difference_type n = last_ - it_;
        for (auto i = which_ + 1; i < size; ++i) n += length(i);
        return n;
    }
    [[nodiscard]] constexpr bool done() const { return it_ == last_; }
    [[nodiscard]] constexpr bool equal(chain_cursor const& that) const {
        return which_ == that.which_ && it_ == that.it_;
    }

private:
    constexpr difference_type length(std::size_t i) const {
        return with_range<difference_type>(
            i, [](auto& base) { return static_cast<difference_type>(std::ranges::size(base)); });
    }
    /// How many elements come before this one.
    constexpr difference_type place() const {
        difference_type n = 0;
        for (std::size_t i = 0; i != which_; ++i) n += length(i);
        if (which_ != size)
            n += with_range<difference_type>(which_, [this](auto& base) { return it_ - std::ranges::begin(base); });
        return n;
    }
};

}  // namespace detail

template <std::ranges::view... Vs>
class chain_view : public core::view_facade<chain_view<Vs...>> {
    static constexpr bool shared = core::pace<Vs...>::shared;

    std::tuple<Vs...> ranges_;
    detail::chain_state<Vs...> state_;

    template <class Self>
    using cursor = detail::chain_cursor<core::member_of<Self, std::tuple<Vs...>>, core::member_of<Self, Vs>...>;

public:
    static constexpr bool simple = !shared && (core::simple_view<Vs> && ...);
    static constexpr bool rereadable = (core::rereadable<Vs> && ...);
    static constexpr bool restartable = !shared;
    static constexpr bool infinite = (core::infinite<Vs> || ...);
    static constexpr bool in_pieces = true;

    constexpr explicit chain_view(Vs... ranges) : ranges_(std::move(ranges)...) {}

    template <class Self>
    requires(core::walks<Self, Vs> && ...) && (!shared || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        if constexpr (std::is_const_v<Self>)
            return cursor<Self>(self.ranges_, detail::chain_state<Vs const...>());
        else
            return cursor<Self>(self.ranges_, self.state_);
    }
    template <class Self>
    requires(std::ranges::sized_range<core::member_of<Self, Vs>> && ...) && (!shared)
    static constexpr std::size_t count(Self& self) {
        return std::apply([](auto&... r) { return (static_cast<std::size_t>(std::ranges::size(r)) + ...); },
                          self.ranges_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        using reference = typename cursor<std::remove_reference_t<decltype(self)>>::reference;
        if constexpr (shared) {
            return core::for_each_from(first(self), sink);
        } else {
            auto const pass = [&sink](auto& r) {
                if constexpr (std::same_as<std::ranges::range_reference_t<decltype(r)>, reference>)
                    return core::for_each_while(r, sink);
                else
                    return core::for_each_while(r, [&sink](auto&& x) -> bool {
                        return sink(static_cast<reference>(std::forward<decltype(x)>(x)));
                    });
            };
            return std::apply([&pass](auto&... r) { return (pass(r) && ...); }, self.ranges_);
        }
    }
};

namespace detail {

/// Inner ranges that stay in place can be walked from where they are.
template <class V>
concept chain_flat_in_place = std::ranges::forward_range<V> && core::rereadable<V> &&
                              std::is_lvalue_reference_v<std::ranges::range_reference_t<V>> &&
                              std::ranges::forward_range<std::ranges::range_reference_t<V>>;

template <class V>
class chain_flat_cursor {
    using inner = std::ranges::range_reference_t<V>;

    std::ranges::iterator_t<V> outer_{};
    std::ranges::sentinel_t<V> outer_last_{};
    std::ranges::iterator_t<inner> it_{};
    std::ranges::sentinel_t<inner> last_{};

    constexpr void enter() {
        for (; outer_ != outer_last_; ++outer_) {
            auto& now = *outer_;
            it_ = std::ranges::begin(now);
            last_ = std::ranges::end(now);
            if (it_ != last_) return;
        }
        it_ = {};
        last_ = {};
    }

public:
    using value_type = std::ranges::range_value_t<inner>;

    chain_flat_cursor() = default;
    constexpr explicit chain_flat_cursor(V& base)
        : outer_(std::ranges::begin(base)), outer_last_(std::ranges::end(base)) {
        enter();
    }
    constexpr decltype(auto) read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() {
        if (++it_ == last_) {
            ++outer_;
            enter();
        }
    }
    /// The comparison that next() has just made, where the ends are iterators: at the very end both are empty.
    [[nodiscard]] constexpr bool done() const {
        if constexpr (std::ranges::common_range<inner>)
            return it_ == last_;
        else
            return outer_ == outer_last_;
    }
    [[nodiscard]] constexpr bool equal(chain_flat_cursor const& that) const {
        return outer_ == that.outer_ && it_ == that.it_;
    }
};

/// The view keeps the inner range that is walked.
template <class V>
class chain_flat_state {
    using inner = core::all_t<std::ranges::range_reference_t<V>>;

    core::non_propagating<std::ranges::iterator_t<V>> outer_;
    core::non_propagating<inner> inner_;
    core::non_propagating<std::ranges::iterator_t<inner>> it_;

    /// The next inner range; whether there is one.
    constexpr bool pull(V& base) {
        if (!outer_)
            outer_.emplace(std::ranges::begin(base));
        else if (*outer_ != std::ranges::end(base))
            ++*outer_;
        if (*outer_ == std::ranges::end(base)) return false;
        inner_.emplace(core::all(**outer_));
        it_.emplace(std::ranges::begin(*inner_));
        return true;
    }
    [[nodiscard]] constexpr bool inside() { return it_ && *it_ != std::ranges::end(*inner_); }

public:
    constexpr void reset() {
        it_.reset();
        inner_.reset();
        outer_.reset();
    }
    /// A one-shot outer range is asked again, as it may have been asked by others meanwhile.
    constexpr void begin(V& base) {
        if (it_) return next(base);
        outer_.reset();
        next(base);
    }
    constexpr void next(V& base) {
        if (inside()) ++*it_;
        while (!inside())
            if (!pull(base)) {
                it_.reset();
                return;
            }
    }
    [[nodiscard]] constexpr bool done() { return !inside(); }
    constexpr decltype(auto) read() const { return **it_; }
};

template <class V>
class chain_flat_reader {
    V* base_;
    chain_flat_state<V>* state_;

public:
    using value_type = std::ranges::range_value_t<std::ranges::range_reference_t<V>>;
    constexpr chain_flat_reader(V& base, chain_flat_state<V>& state) : base_(&base), state_(&state) {
        state_->begin(base);
    }
    constexpr decltype(auto) read() const { return state_->read(); }
    constexpr void next() { state_->next(*base_); }
    [[nodiscard]] constexpr bool done() const { return state_->done(); }
};

}  // namespace detail

template <std::ranges::view V>
class chain_flat_view : public core::view_facade<chain_flat_view<V>> {
    static constexpr bool in_place = detail::chain_flat_in_place<V>;
    struct nothing {};

    [[no_unique_address]] V base_;
    [[no_unique_address]] std::conditional_t<in_place, nothing, detail::chain_flat_state<V>> state_;

public:
    static constexpr bool simple = in_place && core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<std::ranges::range_reference_t<V>>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit chain_flat_view(V base) : base_(std::move(base)) {}

    template <class Self>
    requires in_place && core::walks<Self, V> && detail::chain_flat_in_place<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return detail::chain_flat_cursor<core::member_of<Self, V>>(self.base_);
    }
    template <class Self>
    requires(!in_place) && (!std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        if constexpr (restartable) self.state_.reset();
        return detail::chain_flat_reader<V>(self.base_, self.state_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        if constexpr (restartable) {
            return core::for_each_while(self.base_,
                                        [&sink](auto&& inner) { return core::for_each_while(inner, sink); });
        } else {
            return core::for_each_from(first(self), sink);
        }
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_CHAIN_HPP
