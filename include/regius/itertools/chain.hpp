// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_CHAIN_HPP
#define REGIUS_ITERTOOLS_CHAIN_HPP

#include <regius/core/alike.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flattened.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pace.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view... Vs>
class chain_view;

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
        return core::flattened_view<core::all_t<R>>(core::all(std::forward<R>(r)));
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
        return remaining() - that.remaining();
    }
    [[nodiscard]] constexpr difference_type remaining() const
    requires random
    {
        difference_type n = last_ - it_;
        for (auto i = which_ + 1; i < size; ++i)
            n += with_range<difference_type>(
                i, [](auto& base) { return static_cast<difference_type>(std::ranges::size(base)); });
        return n;
    }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(chain_cursor const& that) const {
        return which_ == that.which_ && it_ == that.it_;
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

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_CHAIN_HPP
