// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_ACCUMULATE_HPP
#define REGIUS_ITERTOOLS_ACCUMULATE_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/running_total.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <iterator>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Op, class Initial>
class accumulate_view;

namespace core {

struct plus_fn {
    template <class A, class B>
    constexpr auto operator()(A&& a, B&& b) const -> decltype(std::forward<A>(a) + std::forward<B>(b)) {
        using total = decltype(std::forward<A>(a) + std::forward<B>(b));
        if constexpr (std::integral<total> && std::integral<std::remove_cvref_t<A>> &&
                      std::integral<std::remove_cvref_t<B>>) {
            using modular = std::make_unsigned_t<total>;
            return static_cast<total>(static_cast<modular>(a) + static_cast<modular>(b));
        } else {
            return std::forward<A>(a) + std::forward<B>(b);
        }
    }
};
inline constexpr plus_fn plus{};

}  // namespace core

/// Running totals.
///
///     accumulate(range(1, 5))                 // 1 3 6 10
///     accumulate(prices, max)                 // the highest so far
///     accumulate(payments, std::minus{}, 1000)        // 1000 first, then what is left
///
/// Python    itertools.accumulate(iterable, function=operator.add, *, initial=None)
/// Accepts   a range, a function (total, element) -> total, and a total to start with
/// Yields    N totals, by reference; with an initial value that and N more. The type is that of the elements, or of the
///           initial value; but truth values are counted, 0 grows to a double where doubles are added, "" to a string
/// Category  input
/// Cost      the function N - 1 times, N with an initial value; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned; a total is good until the next is asked for
/// Differs   integers wrap around at the end of their type, where Python's would grow
struct accumulate_fn {
    template <core::iterable R, class Op = core::plus_fn>
    requires core::accumulates<std::decay_t<Op>, std::ranges::range_value_t<R>, R>
    [[nodiscard]] constexpr auto operator()(R&& r, Op&& op = {}) const {
        return accumulate_view<core::all_t<R>, std::decay_t<Op>, none_t>(core::all(std::forward<R>(r)),
                                                                         std::forward<Op>(op), none);
    }
    template <core::iterable R, class Op, class Initial>
    requires(!std::same_as<std::decay_t<Initial>, none_t>) &&
            core::accumulates<std::decay_t<Op>, std::decay_t<Initial>, R>
    [[nodiscard]] constexpr auto operator()(R&& r, Op&& op, Initial&& initial) const {
        using total = core::running_total_t<Initial, std::decay_t<Op>, R>;
        return accumulate_view<core::all_t<R>, std::decay_t<Op>, total>(
            core::all(std::forward<R>(r)), std::forward<Op>(op), total(std::forward<Initial>(initial)));
    }
    template <core::iterable R, class Op>
    requires core::accumulates<std::decay_t<Op>, std::ranges::range_value_t<R>, R>
    [[nodiscard]] constexpr auto operator()(R&& r, Op&& op, none_t) const {
        return (*this)(std::forward<R>(r), std::forward<Op>(op));
    }

    template <core::function_like Op>
    requires(!core::iterable<Op>)
    [[nodiscard]] constexpr auto operator()(Op&& op) const {
        return core::bind_back(*this, std::decay_t<Op>(std::forward<Op>(op)));
    }
    template <core::function_like Op, class Initial>
    requires(!core::iterable<Op>)
    [[nodiscard]] constexpr auto operator()(Op&& op, Initial&& initial) const {
        return core::bind_back(*this, std::decay_t<Op>(std::forward<Op>(op)),
                               std::decay_t<Initial>(std::forward<Initial>(initial)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr accumulate_fn accumulate{};

namespace detail {

/// The view keeps the total: it must not be computed twice, and over a one-shot source a second loop goes on with it.
template <class V, class View>
class accumulate_cursor {
    std::optional<std::ranges::iterator_t<V>> it_;
    View* view_ = nullptr;
    bool done_ = false;

public:
    constexpr explicit accumulate_cursor(View& view) : view_(&view) {
        if (!view.starts()) next();
    }
    constexpr auto const& read() const { return view_->total(); }
    constexpr void next() {
        if (it_)
            ++*it_;
        else
            it_.emplace(std::ranges::begin(view_->base()));
        done_ = *it_ == std::ranges::end(view_->base());
        if (!done_) view_->take(**it_);
    }
    [[nodiscard]] constexpr bool done() const { return done_; }
};

}  // namespace detail

template <std::ranges::view V, class Op, class Initial>
class accumulate_view : public core::view_facade<accumulate_view<V, Op, Initial>> {
    static constexpr bool has_initial = !std::same_as<Initial, none_t>;
    using value = std::conditional_t<has_initial, Initial, core::running_total_t<std::ranges::range_value_t<V>, Op, V>>;
    using cursor = detail::accumulate_cursor<V, accumulate_view>;
    friend cursor;

    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Op> op_;
    [[no_unique_address]] core::box<Initial> initial_;
    std::optional<value> total_;

    constexpr V& base() { return base_; }
    constexpr value const& total() const { return *total_; }

    /// Whether this walk hands out the initial value first.
    constexpr bool starts() {
        if constexpr (core::restartable<V>) total_.reset();
        if constexpr (has_initial) {
            if (!total_) {
                total_.emplace(*initial_);
                return true;
            }
        }
        return false;
    }
    template <class X>
    constexpr void take(X&& x) {
        using made = std::invoke_result_t<Op&, value, X>;
        if (total_) {
            if constexpr (std::integral<value> && std::integral<made>)
                *total_ = static_cast<value>(core::invoke(*op_, std::move(*total_), std::forward<X>(x)));
            else
                *total_ = core::invoke(*op_, std::move(*total_), std::forward<X>(x));
        } else if constexpr (!has_initial) {
            total_.emplace(std::forward<X>(x));
        }
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr accumulate_view(V base, Op op, Initial initial)
        : base_(std::move(base)), op_(std::move(op)), initial_(std::move(initial)) {}

    static constexpr auto first(accumulate_view& self) { return cursor(self); }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>> && core::restartable<V>
    static constexpr auto count(Self& self) {
        return std::ranges::size(self.base_) + has_initial;
    }
    static constexpr bool flow(accumulate_view& self, auto& sink) {
        if (self.starts() && !sink(self.total())) return false;
        return core::for_each_while(self.base_, [&](auto&& x) -> bool {
            self.take(std::forward<decltype(x)>(x));
            return sink(self.total());
        });
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_ACCUMULATE_HPP
