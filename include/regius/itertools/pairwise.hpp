// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_PAIRWISE_HPP
#define REGIUS_ITERTOOLS_PAIRWISE_HPP

#include <regius/core/basic_sentinel.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/row.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V>
class pairwise_view;

/// Every two neighbours: (first, second), (second, third), ...
///
///     for (auto [before, after] : pairwise(prices)) ...
///     pairwise("ABCD"sv)                      // AB BC CD
///
/// Python    itertools.pairwise(iterable)
/// Accepts   a range of N elements
/// Yields    N - 1 pairs, none for fewer than two elements: references to the elements where they stay in place, else to
///           copies that are good until the next pair is asked for (small elements by value)
/// Category  that of the range, random access at most, sized and borrowed where the range is; input over elements
///           that are computed when they are read, and over one-shot sources
/// Cost      each element is read once; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct pairwise_fn {
    template <core::iterable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return pairwise_view<core::all_t<R>>(core::all(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr pairwise_fn pairwise{};

namespace detail {

/// Both neighbours can be read where they are.
template <class V>
concept pairwise_in_place = std::ranges::forward_range<V> && core::rereadable<V>;

template <class V>
class pairwise_cursor {
    std::ranges::iterator_t<V> before_{};
    std::ranges::iterator_t<V> after_{};

public:
    using value_type = std::tuple<std::ranges::range_value_t<V>, std::ranges::range_value_t<V>>;
    using difference_type = std::ranges::range_difference_t<V>;
    using reference = core::row<std::ranges::range_reference_t<V>, std::ranges::range_reference_t<V>>;

    pairwise_cursor() = default;
    constexpr pairwise_cursor(std::ranges::iterator_t<V> before, std::ranges::sentinel_t<V> const& last)
        : before_(before), after_(before == last ? before : std::ranges::next(before)) {}

    constexpr reference read() const { return reference(std::in_place, *before_, *after_); }
    constexpr void next() {
        before_ = after_;
        ++after_;
    }
    [[nodiscard]] constexpr bool done(std::ranges::sentinel_t<V> const& last) const { return after_ == last; }
    [[nodiscard]] constexpr bool equal(pairwise_cursor const& that) const { return after_ == that.after_; }
    constexpr void prev()
    requires std::ranges::bidirectional_range<V>
    {
        after_ = before_;
        --before_;
    }
};

template <std::ranges::random_access_range V>
class pairwise_cursor<V> {
    std::ranges::iterator_t<V> after_{};

public:
    using value_type = std::tuple<std::ranges::range_value_t<V>, std::ranges::range_value_t<V>>;
    using difference_type = std::ranges::range_difference_t<V>;
    using reference = core::row<std::ranges::range_reference_t<V>, std::ranges::range_reference_t<V>>;

    pairwise_cursor() = default;
    constexpr explicit pairwise_cursor(std::ranges::iterator_t<V> after) : after_(std::move(after)) {}
    constexpr pairwise_cursor(std::ranges::iterator_t<V> before, std::ranges::sentinel_t<V> const& last)
        : after_(before == last ? before : before + 1) {}

    constexpr reference read() const { return reference(std::in_place, after_[-1], *after_); }
    constexpr void next() { ++after_; }
    constexpr void prev() { --after_; }
    constexpr void advance(difference_type n) { after_ += n; }
    [[nodiscard]] constexpr bool done(std::ranges::sentinel_t<V> const& last) const { return after_ == last; }
    [[nodiscard]] constexpr bool equal(pairwise_cursor const& that) const { return after_ == that.after_; }
    [[nodiscard]] constexpr difference_type distance_to(pairwise_cursor const& that) const {
        return that.after_ - after_;
    }
};

template <class V>
struct pairwise_state {
    using element = typename core::kept_element<V>::looked;
    using reference = core::row<element, element>;

    core::kept_element<V> before;
    core::kept_element<V> after;

    template <class X>
    constexpr void take(X&& x) {
        before = std::move(after);
        after.take(std::forward<X>(x));
    }
    [[nodiscard]] constexpr bool full() const { return static_cast<bool>(before); }
    constexpr reference read() const { return reference(std::in_place, before.look(), after.look()); }
};

/// The view keeps the two, so that a second loop over a one-shot source knows the last element of the first.
template <class V>
class pairwise_reader {
    V* base_;
    std::ranges::iterator_t<V> it_;
    pairwise_state<V>* state_;

    using kept = typename core::kept_element<V>::value_type;

    [[nodiscard]] constexpr bool ended() const { return it_ == std::ranges::end(*base_); }

public:
    using value_type = std::tuple<kept, kept>;

    constexpr pairwise_reader(V& base, pairwise_state<V>& state)
        : base_(&base), it_(std::ranges::begin(base)), state_(&state) {
        if (ended()) return;
        state_->take(*it_);
        if (!state_->full()) next();
    }
    constexpr auto read() const { return state_->read(); }
    constexpr void next() {
        ++it_;
        if (!ended()) state_->take(*it_);
    }
    [[nodiscard]] constexpr bool done() const { return ended(); }
};

}  // namespace detail

template <std::ranges::view V>
class pairwise_view : public core::view_facade<pairwise_view<V>> {
    static constexpr bool in_place = detail::pairwise_in_place<V>;
    struct nothing {};

    [[no_unique_address]] V base_;
    [[no_unique_address]] std::conditional_t<in_place, nothing, detail::pairwise_state<V>> state_{};

public:
    static constexpr bool simple = core::simple_view<V> && in_place;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit pairwise_view(V base) : base_(std::move(base)) {}

    template <class Self>
    requires core::walks<Self, V> && in_place
    static constexpr auto first(Self& self) {
        return detail::pairwise_cursor<core::member_of<Self, V>>(std::ranges::begin(self.base_),
                                                                 std::ranges::end(self.base_));
    }
    template <class Self>
    requires(!in_place) && (!std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        if constexpr (core::restartable<V>) self.state_ = {};
        return detail::pairwise_reader<V>(self.base_, self.state_);
    }
    template <class Self>
    requires core::walks<Self, V> && in_place
    static constexpr auto last(Self& self) {
        using W = core::member_of<Self, V>;
        if constexpr (std::ranges::random_access_range<W> && std::ranges::sized_range<W>)
            return detail::pairwise_cursor<W>(
                std::ranges::begin(self.base_) +
                static_cast<std::ranges::range_difference_t<W>>(std::ranges::size(self.base_)));
        else
            return core::sentinel_at(std::ranges::end(self.base_));
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>> && core::restartable<V>
    static constexpr auto count(Self& self) {
        auto const n = std::ranges::size(self.base_);
        return n == 0 ? n : static_cast<decltype(n)>(n - 1);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        using W = core::member_of<decltype(self), V>;
        if constexpr (in_place && std::ranges::random_access_range<V> && std::ranges::sized_range<V>) {
            using reference = typename detail::pairwise_cursor<W>::reference;
            auto const origin = std::ranges::begin(self.base_);
            auto const n = static_cast<std::ranges::range_difference_t<V>>(std::ranges::size(self.base_));
            for (std::ranges::range_difference_t<V> i = 1; i < n; ++i)
                if (!sink(reference(std::in_place, origin[i - 1], origin[i]))) return false;
            return true;
        } else if constexpr (in_place) {
            auto const end = std::ranges::end(self.base_);
            for (auto at = first(self); !at.done(end); at.next())
                if (!sink(at.read())) return false;
            return true;
        } else {
            if constexpr (core::restartable<V>) self.state_ = {};
            return core::for_each_while(self.base_, [&](auto&& x) -> bool {
                self.state_.take(std::forward<decltype(x)>(x));
                return !self.state_.full() || sink(self.state_.read());
            });
        }
    }
};

}  // namespace regius

template <class V>
inline constexpr bool std::ranges::enable_borrowed_range<regius::pairwise_view<V>> =
    regius::detail::pairwise_in_place<V> && std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_ITERTOOLS_PAIRWISE_HPP
