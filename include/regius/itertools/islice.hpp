// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_ISLICE_HPP
#define REGIUS_ITERTOOLS_ISLICE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/islice_bound.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/state.hpp>
#include <regius/core/strided.hpp>
#include <regius/core/view.hpp>
#include <regius/core/walk.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V>
class islice_view;

namespace core {

/// A bound of a slice: a number, or `none` for a bound that is not given.
template <class T>
concept slice_bound = integer<T> || std::same_as<T, none_t>;

}  // namespace core

/// The elements from position start up to stop, every step-th of them.
///
///     islice("ABCDEFG"sv, 2)                  // A B
///     islice("ABCDEFG"sv, 2, none)            // C D E F G
///     count() | islice(0, 10, 3)              // 0 3 6 9
///
/// Python    itertools.islice(iterable, stop), islice(iterable, start, stop[, step])
/// Accepts   a range and positions, not negative; `none` for a stop or a step that is not given
/// Yields    the elements of the range, as the range yields them
/// Category  random access and sized over random-access ranges that know their size or have no end; else that of the
///           range, bidirectional excepted
/// Cost      one step of the range for each element passed over, none over random access; allocates nothing
/// Throws    value_error from the call for a negative position or a step below 1
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
/// Differs   none in what is pulled from a one-shot source: the elements up to stop, and not one more
struct islice_fn {
    template <core::iterable R, core::slice_bound Stop>
    [[nodiscard]] constexpr auto operator()(R&& r, Stop stop) const {
        return make(std::forward<R>(r), 0, last(stop), 1);
    }
    template <core::iterable R, core::slice_bound Start, core::slice_bound Stop, core::slice_bound Step = int>
    [[nodiscard]] constexpr auto operator()(R&& r, Start start, Stop stop, Step step = Step(1)) const {
        auto const to_here = last(stop);
        auto const from = first(start);
        return make(std::forward<R>(r), from, to_here, stride(step));
    }

    template <core::slice_bound Stop>
    [[nodiscard]] constexpr auto operator()(Stop stop) const {
        (void)last(stop);
        return core::bind_back(*this, stop);
    }
    template <core::slice_bound Start, core::slice_bound Stop, core::slice_bound Step = int>
    [[nodiscard]] constexpr auto operator()(Start start, Stop stop, Step step = Step(1)) const {
        (void)last(stop);
        (void)first(start);
        (void)stride(step);
        return core::bind_back(*this, start, stop, step);
    }

private:
    static constexpr std::ptrdiff_t open = std::numeric_limits<std::ptrdiff_t>::max();

    static constexpr std::ptrdiff_t first(core::slice_bound auto x) {
        if constexpr (std::same_as<decltype(x), none_t>)
            return 0;
        else
            return core::islice_start(x);
    }
    static constexpr std::ptrdiff_t last(core::slice_bound auto x) {
        if constexpr (std::same_as<decltype(x), none_t>)
            return open;
        else
            return core::islice_stop(x);
    }
    static constexpr std::ptrdiff_t stride(core::slice_bound auto x) {
        if constexpr (std::same_as<decltype(x), none_t>) {
            return 1;
        } else {
            if (std::cmp_less(x, 1) || !std::in_range<std::ptrdiff_t>(x))
                throw value_error("Step for islice() must be a positive integer or None.");
            return static_cast<std::ptrdiff_t>(x);
        }
    }
    template <class R>
    static constexpr auto make(R&& r, std::ptrdiff_t start, std::ptrdiff_t stop, std::ptrdiff_t step) {
        using V = core::all_t<R>;
        if constexpr (std::ranges::random_access_range<V> && std::ranges::sized_range<V>) {
            auto const stop_here = core::smaller(stop, static_cast<std::ptrdiff_t>(std::ranges::size(r)));
            auto const n = start < stop_here ? (stop_here - start - 1) / step + 1 : 0;
            return core::strided_view<V>(core::all(std::forward<R>(r)), n == 0 ? 0 : start, step, n);
        } else {
            return islice_view<V>(core::all(std::forward<R>(r)), start, stop, step);
        }
    }
};

inline constexpr islice_fn islice{};

namespace detail {

struct islice_state {
    std::ptrdiff_t skip = 0;  // elements to pass over before the next one
    std::ptrdiff_t left = 0;  // elements that may still be pulled, those to pass over included
    std::ptrdiff_t step = 1;

    /// One element has been pulled: whether it is one to hand out.
    constexpr bool counts() {
        --left;
        if (skip-- != 0) return false;
        skip = step - 1;
        return true;
    }
};

template <class V>
class islice_cursor {
    V* base_ = nullptr;
    core::walk<V> walk_;
    core::state_of<islice_state, !core::restartable<V>> state_;
    bool done_ = true;

    constexpr void find(bool fresh) {
        for (done_ = true; state_->left != 0; fresh = false) {
            if (fresh)
                walk_.start(*base_);
            else
                ++walk_.at();
            if (walk_.at() == std::ranges::end(*base_)) {
                state_->left = 0;
            } else if (state_->counts()) {
                done_ = false;
                return;
            }
        }
    }

public:
    using value_type = std::ranges::range_value_t<V>;
    using difference_type = std::ranges::range_difference_t<V>;

    islice_cursor() = default;
    constexpr islice_cursor(V& base, auto& state) : base_(&base), state_(state) { find(true); }

    constexpr decltype(auto) read() const { return *walk_.at(); }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(walk_.at()); }
    constexpr void next() { find(false); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(islice_cursor const& that) const
    requires std::ranges::forward_range<V>
    {
        return done_ == that.done_ && (done_ || walk_.at() == that.walk_.at());
    }
};

}  // namespace detail

template <std::ranges::view V>
class islice_view : public core::view_facade<islice_view<V>> {
    [[no_unique_address]] V base_;
    detail::islice_state state_;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;

    constexpr islice_view(V base, std::ptrdiff_t start, std::ptrdiff_t stop, std::ptrdiff_t step)
        : base_(std::move(base)), state_{start, core::larger(start, stop), step} {
        if (start >= stop) state_.skip = state_.left;
    }

    template <class Self>
    requires core::walks<Self, V> && (core::restartable<V> || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return detail::islice_cursor<core::member_of<Self, V>>(self.base_, self.state_);
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>> && core::restartable<V>
    static constexpr std::size_t count(Self& self) {
        auto const stop = core::smaller(self.state_.left, static_cast<std::ptrdiff_t>(std::ranges::size(self.base_)));
        auto const skip = self.state_.skip;
        return skip < stop ? static_cast<std::size_t>((stop - skip - 1) / self.state_.step + 1) : 0;
    }
    static constexpr bool flow(auto& self, auto& sink) {
        core::state_of<detail::islice_state, !core::restartable<V>> state(self.state_);
        if (state->left == 0) return true;
        bool refused = false;
        bool const ended = core::for_each_while(self.base_, [&](auto&& x) -> bool {
            if (state->counts() && !sink(std::forward<decltype(x)>(x))) {
                refused = true;
                return false;
            }
            return state->left != 0;
        });
        if (ended) state->left = 0;
        return !refused;
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_ISLICE_HPP
