// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_CHAIN_HPP
#define REGIUS_ITERTOOLS_CHAIN_HPP

#include <regius/core/alike.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pace.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/resumed.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
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
    bool done_ = true;

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
    /// To the first range from this one on that has elements; whether there is none.
    constexpr bool enter() {
        for (; which_ != size; ++which_) {
            go_to_begin();
            if (it_ != last_) return false;
        }
        return true;
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
    constexpr chain_cursor(Tuple& ranges, auto&&) : ranges_(&ranges), done_(enter()) {}

    constexpr reference read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    /// Says anew each time whether it is done, so that the compiler sees one branch back into the loop.
    constexpr void next() { done_ = ++it_ == last_ && (++which_, enter()); }
    constexpr void prev()
    requires ends_are_near
    {
        if (at_begin()) leave();
        --it_;
        done_ = false;
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
        done_ = it_ == last_;
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
    [[nodiscard]] constexpr bool done() const { return done_; }
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
    bool done_ = true;

    /// To the first inner range from this one on that has elements; whether there is none.
    constexpr bool enter() {
        for (; outer_ != outer_last_; ++outer_) {
            auto& now = *outer_;
            it_ = std::ranges::begin(now);
            last_ = std::ranges::end(now);
            if (it_ != last_) return false;
        }
        it_ = {};
        return true;
    }

public:
    using value_type = std::ranges::range_value_t<inner>;

    chain_flat_cursor() = default;
    constexpr explicit chain_flat_cursor(V& base)
        : outer_(std::ranges::begin(base)), outer_last_(std::ranges::end(base)), done_(enter()) {}
    constexpr decltype(auto) read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() { done_ = ++it_ == last_ && (++outer_, enter()); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(chain_flat_cursor const& that) const {
        return outer_ == that.outer_ && it_ == that.it_;
    }
};

/// The view keeps the inner range that is walked and the place in it, which come along when it is moved.
template <class V>
class chain_flat_state {
    using row = std::ranges::range_reference_t<V>;
    using inner = core::all_t<row>;

    core::resumed<V> outer_;
    std::optional<inner> inner_;
    core::resumed<inner> place_;

    /// An element that its source keeps in itself, as std::views::istream does, does not come along.
    [[nodiscard]] constexpr bool refers_to_itself() const {
        if constexpr (std::same_as<inner, std::ranges::ref_view<std::remove_reference_t<row>>>) {
            if (std::is_constant_evaluated()) return true;
            auto const at = reinterpret_cast<std::uintptr_t>(std::addressof(inner_->base()));
            return at - reinterpret_cast<std::uintptr_t>(this) < sizeof(*this);
        } else {
            return false;
        }
    }
    template <class That>
    constexpr void take_inner(That&& that) {
        inner_.reset();
        if constexpr (std::constructible_from<inner, decltype((*std::forward<That>(that).inner_))>) {
            if (that.inner_ && !that.refers_to_itself()) {
                inner_.emplace(*std::forward<That>(that).inner_);
                place_ = that.place_;
            }
        }
        if constexpr (!std::is_lvalue_reference_v<That>) that.inner_.reset();
    }

    /// To the first element of the next inner range that has one.
    constexpr void enter() {
        do {
            inner_.reset();
            if (!outer_.next(base)) return;
            inner_.emplace(core::all(outer_.read()));
            place_ = {};
        } while (!place_.next(*inner_));
    }

public:
    [[no_unique_address]] V base;

    constexpr explicit chain_flat_state(V from) : base(std::move(from)) {}
    constexpr chain_flat_state(chain_flat_state const& that)
    requires std::copy_constructible<V>
        : outer_(that.outer_), base(that.base) {
        take_inner(that);
    }
    constexpr chain_flat_state(chain_flat_state&& that) : outer_(that.outer_), base(std::move(that.base)) {
        take_inner(std::move(that));
    }
    constexpr chain_flat_state& operator=(chain_flat_state const& that)
    requires std::copyable<V>
    {
        if (this != &that) {
            outer_ = that.outer_;
            base = that.base;
            take_inner(that);
        }
        return *this;
    }
    constexpr chain_flat_state& operator=(chain_flat_state&& that) {
        if (this != &that) {
            outer_ = that.outer_;
            base = std::move(that.base);
            take_inner(std::move(that));
        }
        return *this;
    }

    constexpr void begin() {
        if constexpr (core::restartable<V>)
            outer_ = {};
        else if (inner_ && place_.next(*inner_))
            return;
        enter();
    }
    constexpr void next() {
        if (!place_.step(*inner_)) enter();
    }
    [[nodiscard]] constexpr bool done() const { return !inner_; }
    constexpr decltype(auto) read() const { return place_.read(); }
};

template <class V>
requires chain_flat_in_place<V>
struct chain_flat_state<V> {
    [[no_unique_address]] V base;
};

template <class V>
class chain_flat_reader {
    chain_flat_state<V>* state_;

public:
    using value_type = std::ranges::range_value_t<std::ranges::range_reference_t<V>>;
    constexpr explicit chain_flat_reader(chain_flat_state<V>& state) : state_(&state) { state.begin(); }
    constexpr decltype(auto) read() const { return state_->read(); }
    constexpr void next() { state_->next(); }
    [[nodiscard]] constexpr bool done() const { return state_->done(); }
};

}  // namespace detail

template <std::ranges::view V>
class chain_flat_view : public core::view_facade<chain_flat_view<V>> {
    static constexpr bool in_place = detail::chain_flat_in_place<V>;
    detail::chain_flat_state<V> state_;

public:
    static constexpr bool simple = in_place && core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<std::ranges::range_reference_t<V>>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit chain_flat_view(V base) : state_(std::move(base)) {}

    template <class Self>
    requires in_place && core::walks<Self, V> && detail::chain_flat_in_place<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return detail::chain_flat_cursor<core::member_of<Self, V>>(self.state_.base);
    }
    template <class Self>
    requires(!in_place) && (!std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return detail::chain_flat_reader<V>(self.state_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        if constexpr (restartable) {
            return core::for_each_while(self.state_.base,
                                        [&sink](auto&& inner) { return core::for_each_while(inner, sink); });
        } else {
            return core::for_each_from(first(self), sink);
        }
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_CHAIN_HPP
