// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_CYCLE_HPP
#define REGIUS_ITERTOOLS_CYCLE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/non_propagating.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

template <std::ranges::view V>
class cycle_view;
template <std::ranges::view V>
class cycle_saving_view;

/// The elements again and again.
///
///     cycle("ABC"sv)                          // A B C A B C A ...
///
/// Python    itertools.cycle(iterable)
/// Accepts   a range; nothing comes of an empty one
/// Yields    the elements of the range; copies of them, by const reference, over one-shot sources and where reading
///           computes
/// Category  forward, without an end; input over one-shot sources and where reading computes
/// Cost      each element is computed once. A copy of all elements only over one-shot sources and where reading computes
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct cycle_fn {
    template <core::iterable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        using V = core::all_t<R>;
        if constexpr (core::revisitable<V>)
            return cycle_view<V>(core::all(std::forward<R>(r)));
        else
            return cycle_saving_view<V>(core::all(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr cycle_fn cycle{};

namespace detail {

template <class V>
class cycle_cursor {
    std::ranges::iterator_t<V> it_{};
    V* base_ = nullptr;
    std::size_t round_ = 0;

public:
    using value_type = std::ranges::range_value_t<V>;

    cycle_cursor() = default;
    constexpr explicit cycle_cursor(V& base) : it_(std::ranges::begin(base)), base_(&base) {}
    constexpr decltype(auto) read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() {
        if (++it_ == std::ranges::end(*base_)) {
            it_ = std::ranges::begin(*base_);
            ++round_;
        }
    }
    /// Only where there is nothing to walk.
    [[nodiscard]] constexpr bool done() const { return it_ == std::ranges::end(*base_); }
    [[nodiscard]] constexpr bool equal(cycle_cursor const& that) const {
        return round_ == that.round_ && it_ == that.it_;
    }
};

template <class View>
class cycle_reader {
    View* view_;

public:
    constexpr explicit cycle_reader(View& view) : view_(&view) { view.pull(); }
    constexpr auto const& read() const { return view_->now(); }
    constexpr void next() { view_->pull(); }
    [[nodiscard]] constexpr bool done() const { return view_->nothing(); }
};

}  // namespace detail

template <std::ranges::view V>
class cycle_view : public core::view_facade<cycle_view<V>> {
    [[no_unique_address]] V base_;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = true;

    constexpr explicit cycle_view(V base) : base_(std::move(base)) {}

    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return detail::cycle_cursor<core::member_of<Self, V>>(self.base_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        if (std::ranges::begin(self.base_) == std::ranges::end(self.base_)) return true;
        while (core::for_each_while(self.base_, sink)) {
        }
        return false;
    }
};

/// Saves the elements of the first round; the view keeps the place, so that a second loop goes on.
template <std::ranges::view V>
class cycle_saving_view : public core::view_facade<cycle_saving_view<V>> {
    using value = std::ranges::range_value_t<V>;
    using reader = detail::cycle_reader<cycle_saving_view>;
    friend reader;

    [[no_unique_address]] V base_;
    core::non_propagating<std::ranges::iterator_t<V>> it_;
    std::vector<value> saved_;
    std::size_t at_ = 0;
    bool whole_ = false;  // the first round is over

    [[nodiscard]] constexpr bool nothing() const { return whole_ && saved_.empty(); }
    [[nodiscard]] constexpr value const& now() const { return saved_[at_]; }

    constexpr void pull() {
        if (!whole_) {
            if (it_)
                ++*it_;
            else
                it_.emplace(std::ranges::begin(base_));
            if (*it_ != std::ranges::end(base_)) {
                saved_.emplace_back(**it_);
                at_ = saved_.size() - 1;
                return;
            }
            whole_ = true;
            at_ = saved_.size();
        } else {
            ++at_;
        }
        if (at_ >= saved_.size()) at_ = 0;
    }
    constexpr void start() {
        if constexpr (core::restartable<V>) {
            it_.reset();
            saved_.clear();
            whole_ = false;
        } else if (!whole_) {
            it_.reset();  // somebody else may have read on meanwhile
        }
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = true;
    static constexpr bool restartable = core::restartable<V>;

    constexpr explicit cycle_saving_view(V base) : base_(std::move(base)) {}

    static constexpr auto first(cycle_saving_view& self) {
        self.start();
        return reader(self);
    }
    static constexpr bool flow(cycle_saving_view& self, auto& sink) {
        self.start();
        for (self.pull(); !self.nothing(); self.pull())
            if (!sink(self.now())) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_CYCLE_HPP
