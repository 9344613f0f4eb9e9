// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FLATTENED_HPP
#define REGIUS_CORE_FLATTENED_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/resumed.hpp>
#include <regius/core/view.hpp>
#include <regius/core/view_reader.hpp>

#include <concepts>
#include <cstdint>
#include <iterator>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Inner ranges that stay in place can be walked from where they are.
template <class V>
concept flattens_in_place =
    std::ranges::forward_range<V> && rereadable<V> && std::is_lvalue_reference_v<std::ranges::range_reference_t<V>> &&
    std::ranges::forward_range<std::ranges::range_reference_t<V>>;

template <class V>
class flattened_cursor {
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

    flattened_cursor() = default;
    constexpr explicit flattened_cursor(V& base)
        : outer_(std::ranges::begin(base)), outer_last_(std::ranges::end(base)), done_(enter()) {}
    constexpr decltype(auto) read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() { done_ = ++it_ == last_ && (++outer_, enter()); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(flattened_cursor const& that) const {
        return outer_ == that.outer_ && it_ == that.it_;
    }
};

/// The elements of every inner range, one after the other. The view keeps the inner range that is walked and the place in
/// it, which come along when it is moved.
template <std::ranges::view V>
class flattened_view : public view_facade<flattened_view<V>> {
    using row = std::ranges::range_reference_t<V>;
    using inner = all_t<row>;
    using value_type = std::ranges::range_value_t<row>;
    using reader = view_reader<flattened_view>;
    friend reader;

    resumed<V> outer_;
    std::optional<inner> inner_;
    resumed<inner> place_;
    [[no_unique_address]] V base_;

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

    constexpr void start() {
        if constexpr (core::restartable<V>)
            outer_ = {};
        else if (inner_ && place_.next(*inner_))
            return;
        enter();
    }
    /// To the first element of the next inner range that has one.
    constexpr void enter() {
        do {
            inner_.reset();
            if (!outer_.next(base_)) return;
            inner_.emplace(core::all(outer_.read()));
            place_ = {};
        } while (!place_.next(*inner_));
    }
    constexpr void step() {
        if (!place_.step(*inner_)) enter();
    }
    [[nodiscard]] constexpr bool done() const { return !inner_; }
    constexpr decltype(auto) read() const { return place_.read(); }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = core::rereadable<row>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit flattened_view(V base) : base_(std::move(base)) {}
    constexpr flattened_view(flattened_view const& that)
    requires std::copy_constructible<V>
        : outer_(that.outer_), base_(that.base_) {
        take_inner(that);
    }
    constexpr flattened_view(flattened_view&& that) : outer_(that.outer_), base_(std::move(that.base_)) {
        take_inner(std::move(that));
    }
    constexpr flattened_view& operator=(flattened_view const& that)
    requires std::copyable<V>
    {
        return *this = flattened_view(that);
    }
    constexpr flattened_view& operator=(flattened_view&& that) {
        if (this != &that) {
            outer_ = that.outer_;
            base_ = std::move(that.base_);
            take_inner(std::move(that));
        }
        return *this;
    }

    static constexpr auto first(flattened_view& self) {
        self.start();
        return reader(self);
    }
    static constexpr bool flow(flattened_view& self, auto& sink) {
        if constexpr (restartable)
            return for_each_while(self.base_, [&sink](auto&& row) { return for_each_while(row, sink); });
        else
            return for_each_from(first(self), sink);
    }
};

template <std::ranges::view V>
requires flattens_in_place<V>
class flattened_view<V> : public view_facade<flattened_view<V>> {
    [[no_unique_address]] V base_;

public:
    static constexpr bool simple = simple_view<V>;
    static constexpr bool rereadable = core::rereadable<std::ranges::range_reference_t<V>>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit flattened_view(V base) : base_(std::move(base)) {}

    template <class Self>
    requires walks<Self, V> && flattens_in_place<member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return flattened_cursor<member_of<Self, V>>(self.base_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        return for_each_while(self.base_, [&sink](auto& row) { return for_each_while(row, sink); });
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_FLATTENED_HPP
