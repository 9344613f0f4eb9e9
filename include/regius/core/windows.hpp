// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_WINDOWS_HPP
#define REGIUS_CORE_WINDOWS_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/fill.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/iterator.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/non_propagating.hpp>
#include <regius/core/reused.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius::core {

/// Windows that are not full are left out.
struct no_fill {};
/// The first window is handed out as it is where the range ends before it is full. For a step of one.
struct short_first {};
template <class Fill>
concept fill_value = !std::same_as<Fill, no_fill> && !std::same_as<Fill, short_first>;

/// What a window of elements of V and fill values refers to.
template <class V, class Fill>
struct window_reference {
    using type = std::ranges::range_reference_t<V>;
};
template <class V, fill_value Fill>
struct window_reference<V, Fill> {
    using type = filled_reference_t<V, Fill>;
};
template <class V, class Fill>
using window_reference_t = typename window_reference<V, Fill>::type;

/// How many windows of n elements there are. With a fill value the last is the first one that reaches the end.
template <class Fill>
[[nodiscard]] constexpr std::size_t window_count(std::size_t size, std::size_t n, std::size_t step) {
    if constexpr (std::same_as<Fill, no_fill>) return size < n ? 0 : (size - n) / step + 1;
    if (size <= n) return size != 0;
    return step < n ? (size - n - 1) / step + 2 : (size - 1) / step + 1;
}

/// An element behind its address.
template <class T>
class pointed_cursor {
    T* const* at_ = nullptr;

public:
    using value_type = std::remove_cv_t<T>;

    pointed_cursor() = default;
    constexpr explicit pointed_cursor(T* const* at) : at_(at) {}
    constexpr T& read() const { return **at_; }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(pointed_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(pointed_cursor const& that) const { return that.at_ - at_; }
};

/// The last elements of a range that is walked once, side by side in memory: their addresses where they stay, else the
/// elements themselves.
template <class V, class Reference>
class window_buffer {
    static constexpr bool points = stays<V> && std::is_lvalue_reference_v<Reference>;
    using value = kept_value_t<V, std::remove_cvref_t<Reference>>;
    using target = std::remove_reference_t<Reference>;
    using kept = std::conditional_t<points, target*, value>;

    std::vector<kept> kept_;
    std::size_t first_ = 0;

    // Moving what remains to the front costs a copy an element if it waits until half is gone, and next to nothing if
    // it may wait longer, as where nobody sees when an element is destroyed.
    static constexpr std::size_t patience = std::is_trivially_destructible_v<kept> ? 64 : 0;

public:
    [[nodiscard]] constexpr std::size_t size() const { return kept_.size() - first_; }
    constexpr void clear() {
        kept_.clear();
        first_ = 0;
    }
    template <class X>
    constexpr void take(X&& x) {
        if constexpr (points)
            kept_.push_back(std::addressof(static_cast<Reference>(x)));
        else
            kept_.emplace_back(std::forward<X>(x));
    }
    constexpr void drop(std::size_t n) {
        first_ += n;
        if (first_ >= size() + patience) {
            kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(first_));
            first_ = 0;
        }
    }
    [[nodiscard]] constexpr auto window() const {
        if constexpr (points) {
            using iterator = basic_iterator<pointed_cursor<target>>;
            return reused<iterator>(iterator(pointed_cursor<target>(kept_.data() + first_)),
                                    iterator(pointed_cursor<target>(kept_.data() + kept_.size())));
        } else {
            return reused(kept_.begin() + static_cast<std::ptrdiff_t>(first_), kept_.end());
        }
    }
};

template <class View>
class window_reader {
    View* view_;

public:
    using value_type = typename View::window_value;

    constexpr explicit window_reader(View& view) : view_(&view) {}
    constexpr auto read() const { return view_->window_.window(); }
    constexpr void next() {
        view_->advance();
        view_->fill();
    }
    [[nodiscard]] constexpr bool done() const { return !view_->standing_; }
};

/// Windows of n elements, each `step` elements further than the one before, over a range that is walked once. The view
/// keeps the window, so that a second loop over a one-shot source goes on with the next one.
template <std::ranges::view V, class Fill>
class buffered_windows_view : public view_facade<buffered_windows_view<V, Fill>> {
    static constexpr bool fills = fill_value<Fill>;
    using reader = window_reader<buffered_windows_view>;
    friend reader;

    [[no_unique_address]] V base_;
    [[no_unique_address]] box<Fill> fill_;
    std::size_t n_;
    std::size_t step_;
    window_buffer<V, window_reference_t<V, Fill>> window_;
    non_propagating<std::ranges::iterator_t<V>> it_;  // stands on the element that was taken last in this walk
    std::size_t skip_ = 0;                            // elements between two windows that are still to be passed
    std::size_t old_ = 0;                             // elements that the window shares with the one before
    bool standing_ = false;
    bool ended_ = false;

    constexpr void start() {
        it_.reset();
        if constexpr (core::restartable<V>) {
            window_.clear();
            skip_ = old_ = 0;
            ended_ = false;
        } else if (window_.size() == n_) {
            advance();
        }
    }
    constexpr void advance() {
        skip_ = step_ > n_ ? step_ - n_ : 0;
        window_.drop(smaller(step_, n_));
        old_ = window_.size();
    }
    /// Whether the window is full now.
    template <class X>
    constexpr bool push(X&& x) {
        if (skip_ != 0) {
            --skip_;
            return false;
        }
        window_.take(std::forward<X>(x));
        return window_.size() == n_;
    }
    /// Whether the end of the source has left a window to be filled up.
    constexpr bool finish() {
        ended_ = true;
        if constexpr (fills) {
            if (window_.size() == old_) return false;
            while (window_.size() != n_) window_.take(std::as_const(*fill_));
            return true;
        } else {
            return std::same_as<Fill, short_first> && old_ == 0 && window_.size() != 0;
        }
    }
    constexpr void fill() {
        standing_ = false;
        if (ended_) return;
        auto const end = std::ranges::end(base_);
        do {
            if (!it_)
                it_.emplace(std::ranges::begin(base_));
            else if (*it_ != end)
                ++*it_;
            if (*it_ == end) {
                standing_ = finish();
                return;
            }
        } while (!push(*std::as_const(*it_)));
        standing_ = true;
    }

public:
    using window_value = std::vector<kept_value_t<V, std::remove_cvref_t<window_reference_t<V, Fill>>>>;

    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr buffered_windows_view(V base, Fill fill, std::size_t n, std::size_t step)
        : base_(std::move(base)), fill_(std::move(fill)), n_(n), step_(step) {}

    static constexpr auto first(buffered_windows_view& self) {
        self.start();
        self.fill();
        return reader(self);
    }
    template <class Self>
    requires std::ranges::sized_range<member_of<Self, V>> && core::restartable<V>
    static constexpr std::size_t count(Self& self) {
        return window_count<Fill>(static_cast<std::size_t>(std::ranges::size(self.base_)), self.n_, self.step_);
    }
    static constexpr bool flow(buffered_windows_view& self, auto& sink) {
        self.start();
        if (self.ended_) return true;
        bool const whole = for_each_while(self.base_, [&](auto&& x) -> bool {
            if (!self.push(std::forward<decltype(x)>(x))) return true;
            if (!sink(self.window_.window())) return false;
            self.advance();
            return true;
        });
        return whole && (!self.finish() || sink(self.window_.window()));
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_WINDOWS_HPP
