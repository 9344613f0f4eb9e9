// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SPLITTING_HPP
#define REGIUS_CORE_SPLITTING_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/reused.hpp>
#include <regius/core/tap.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius::core {

// Where a range is cut: at an element that is left out, before it, after it, or between two neighbours.
enum class cut : unsigned char { at, before, after, between };

/// A piece can be a window on the range: what was looked at to find its end is still there, and computed nothing.
template <class V>
concept splits_in_place = std::ranges::forward_range<V> && rewalkable<V> && rereadable<V>;

/// What a neighbour in R is when it is asked about: an element, or the copy of one that the piece holds.
template <class R>
using neighbour_t =
    std::conditional_t<splits_in_place<R>, std::ranges::range_reference_t<R>, std::ranges::range_value_t<R>>&;

/// F as it is, const or not, answers yes or no about two neighbours in R.
template <class F, class R>
concept asks_two_neighbours = std::invocable<F&, neighbour_t<R>, neighbour_t<R>> &&
                              std::constructible_from<bool, std::invoke_result_t<F&, neighbour_t<R>, neighbour_t<R>>>;

/// A yes-or-no question about two neighbours in R.
template <class F, class R>
concept predicate_of_two_neighbours = asks_two_neighbours<std::decay_t<F>, R>;

template <class F, class R, cut Where>
concept says_where_to_split =
    (Where == cut::between && asks_two_neighbours<F, R>) || (Where != cut::between && asks_the_elements<F, R>);

template <class V, class Pred, cut Where>
class split_cursor {
    using iterator = std::ranges::iterator_t<V>;

    iterator first_{};
    iterator last_{};
    std::ranges::sentinel_t<V> end_{};
    Pred* pred_ = nullptr;
    std::ptrdiff_t left_ = 0;  // cuts that may still be made; any number if negative
    bool keep_ = false;
    bool at_separator_ = false;
    bool done_ = true;

    constexpr bool cuts(auto const&... its) {
        return [this](auto&&... elements) { return static_cast<bool>(core::invoke(*pred_, elements...)); }(*its...);
    }
    /// Where the piece ends that begins at first_.
    constexpr iterator find([[maybe_unused]] bool fresh) {
        auto it = first_;
        if (left_ == 0) {
            std::ranges::advance(it, end_);
        } else if constexpr (Where == cut::at || Where == cut::after) {
            while (it != end_ && !cuts(it)) ++it;
            if (Where == cut::after && it != end_) ++it;
        } else if (it != end_) {
            if constexpr (Where == cut::before) {
                if (fresh) (void)cuts(it);
                do ++it;
                while (it != end_ && !cuts(it));
            } else {
                for (auto before = it; ++it != end_ && !cuts(before, it);) before = it;
            }
        }
        if (left_ > 0 && it != end_) --left_;
        return it;
    }

public:
    using value_type = std::ranges::subrange<iterator>;
    using difference_type = std::ranges::range_difference_t<V>;

    split_cursor() = default;
    constexpr split_cursor(V& base, Pred& pred, std::ptrdiff_t maxsplit, bool keep)
        : first_(std::ranges::begin(base)), end_(std::ranges::end(base)), pred_(&pred), left_(maxsplit), keep_(keep) {
        done_ = Where != cut::at && maxsplit != 0 && first_ == end_;
        last_ = find(true);
    }
    constexpr value_type read() const { return {first_, last_}; }
    constexpr void next() {
        if (last_ == end_ && !at_separator_) {
            done_ = true;
            return;
        }
        first_ = last_;
        if constexpr (Where == cut::at) {
            if (!at_separator_) {
                ++last_;
                at_separator_ = keep_;
                if (keep_) return;
                first_ = last_;
            }
            at_separator_ = false;
        }
        last_ = find(false);
    }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(split_cursor const& that) const {
        if (done_ || that.done_) return done_ == that.done_;
        return first_ == that.first_ && at_separator_ == that.at_separator_;
    }
};

/// Pieces that are windows on the range.
template <std::ranges::view V, class Pred, cut Where>
class split_view : public view_facade<split_view<V, Pred, Where>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] box<Pred> pred_;
    std::ptrdiff_t maxsplit_;
    bool keep_;

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = core::infinite<V>;

    constexpr split_view(V base, Pred pred, std::ptrdiff_t maxsplit, bool keep)
        : base_(std::move(base)), pred_(std::move(pred)), maxsplit_(maxsplit), keep_(keep) {}

    template <class Self>
    requires splits_in_place<member_of<Self, V>> &&
             says_where_to_split<member_of<Self, Pred>, member_of<Self, V>, Where>
    static constexpr auto first(Self& self) {
        return split_cursor<member_of<Self, V>, member_of<Self, Pred>, Where>(self.base_, *self.pred_, self.maxsplit_,
                                                                              self.keep_);
    }
};

/// Pieces that are read into a buffer, which the next piece overwrites.
template <std::ranges::view V, class Pred, cut Where>
class split_buffer_view : public view_facade<split_buffer_view<V, Pred, Where>> {
    using value = std::ranges::range_value_t<V>;
    using piece = std::vector<value>;

    [[no_unique_address]] V base_;
    [[no_unique_address]] box<Pred> pred_;
    std::ptrdiff_t maxsplit_;
    bool keep_;

    std::ptrdiff_t left_ = maxsplit_;
    piece piece_;
    std::optional<value> next_;  // the separator that is the next piece, or the element that begins it
    tap<V> tap_;
    bool last_ = false;
    bool done_ = false;

    /// One element more; whether the piece is complete.
    constexpr bool take(auto&& x) {
        if constexpr (Where == cut::between) {
            piece_.emplace_back(std::forward<decltype(x)>(x));
            auto const n = piece_.size();
            if (left_ == 0 || n == 1 || !static_cast<bool>(core::invoke(*pred_, piece_[n - 2], piece_[n - 1])))
                return false;
            next_.emplace(std::move(piece_.back()));
            piece_.pop_back();
        } else {
            bool const here = left_ != 0 && static_cast<bool>(core::invoke(*pred_, x));
            bool const whole = here && !(Where == cut::before && piece_.empty());
            if (!whole || Where == cut::after)
                piece_.emplace_back(std::forward<decltype(x)>(x));
            else if (Where == cut::before || keep_)
                next_.emplace(std::forward<decltype(x)>(x));
            if (!whole) return false;
        }
        if (left_ > 0) --left_;
        return true;
    }
    constexpr void fill() {
        piece_.clear();
        if (next_) {
            piece_.push_back(*std::move(next_));
            next_.reset();
            if (Where == cut::at) return;
        }
        while (tap_.pull(base_))
            if (take(tap_.read())) return;
        done_ = last_ || (Where != cut::at && maxsplit_ != 0 && piece_.empty());
        last_ = true;
    }
    constexpr void start() {
        tap_.rewind();
        if constexpr (core::restartable<V>) {
            next_.reset();
            left_ = maxsplit_;
            last_ = done_ = false;
        }
        fill();
    }

    class cursor {
        split_buffer_view* view_;

    public:
        using value_type = piece;
        constexpr explicit cursor(split_buffer_view& view) : view_(&view) { view.start(); }
        constexpr auto read() const { return reused_whole(view_->piece_); }
        constexpr void next() { view_->fill(); }
        [[nodiscard]] constexpr bool done() const { return view_->done_; }
    };

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr split_buffer_view(V base, Pred pred, std::ptrdiff_t maxsplit, bool keep)
        : base_(std::move(base)), pred_(std::move(pred)), maxsplit_(maxsplit), keep_(keep) {}

    static constexpr auto first(split_buffer_view& self) { return cursor(self); }
};

/// Split where a question is answered with yes, at most `maxsplit` times; any number of times if that is negative.
template <cut Where>
struct split_fn {
    template <class R, class Pred>
    constexpr auto operator()(R&& r, Pred&& pred, integer auto maxsplit, bool keep = false) const {
        using V = all_t<R>;
        using view = std::conditional_t<splits_in_place<V>, split_view<V, std::decay_t<Pred>, Where>,
                                        split_buffer_view<V, std::decay_t<Pred>, Where>>;
        auto const limit = std::in_range<std::ptrdiff_t>(maxsplit) ? static_cast<std::ptrdiff_t>(maxsplit) : -1;
        return view(core::all(std::forward<R>(r)), std::forward<Pred>(pred), limit, keep);
    }
};
template <cut Where>
inline constexpr split_fn<Where> split{};

/// How a tool that splits is called: (range, predicate[, maxsplit]), and without the range to the right of `|`.
template <cut Where>
struct splitting_tool {
    template <iterable R, predicate_of_the_elements<R> Pred, integer N = int>
    [[nodiscard]] constexpr auto operator()(R&& r, Pred&& pred, N maxsplit = N(-1)) const {
        return split<Where>(std::forward<R>(r), std::forward<Pred>(pred), maxsplit);
    }
    template <function_like Pred, integer N = int>
    requires(!iterable<Pred>)
    [[nodiscard]] constexpr auto operator()(Pred&& pred, N maxsplit = N(-1)) const {
        return bind_back(*this, std::decay_t<Pred>(std::forward<Pred>(pred)), maxsplit);
    }

    template <iterable R, predicate_of_the_elements<R> Pred>
    requires(Where == cut::at)
    [[nodiscard]] constexpr auto operator()(R&& r, Pred&& pred, integer auto maxsplit,
                                            std::same_as<bool> auto keep_separator) const {
        return split<Where>(std::forward<R>(r), std::forward<Pred>(pred), maxsplit, keep_separator);
    }
    template <function_like Pred>
    requires(Where == cut::at && !iterable<Pred>)
    [[nodiscard]] constexpr auto operator()(Pred&& pred, integer auto maxsplit,
                                            std::same_as<bool> auto keep_separator) const {
        return bind_back(*this, std::decay_t<Pred>(std::forward<Pred>(pred)), maxsplit, keep_separator);
    }
};
template <>
struct splitting_tool<cut::between> {
    template <iterable R, predicate_of_two_neighbours<all_t<R>> Pred, integer N = int>
    [[nodiscard]] constexpr auto operator()(R&& r, Pred&& pred, N maxsplit = N(-1)) const {
        return split<cut::between>(std::forward<R>(r), std::forward<Pred>(pred), maxsplit);
    }
    template <function_like Pred, integer N = int>
    requires(!iterable<Pred>)
    [[nodiscard]] constexpr auto operator()(Pred&& pred, N maxsplit = N(-1)) const {
        return bind_back(*this, std::decay_t<Pred>(std::forward<Pred>(pred)), maxsplit);
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_SPLITTING_HPP
