// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SLICED_HPP
#define REGIUS_CORE_SLICED_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/state.hpp>
#include <regius/core/strided.hpp>
#include <regius/core/view.hpp>
#include <regius/core/walk.hpp>

#include <cstddef>
#include <limits>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

struct sliced_state {
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
class sliced_cursor {
    V* base_ = nullptr;
    walk<V> walk_;
    state_of<sliced_state, !restartable<V>> state_;
    bool done_ = true;

    constexpr void find(bool fresh) {
        for (done_ = true; state_->left != 0; fresh = false) {
            if (fresh)
                walk_ = walk<V>(std::ranges::begin(*base_));
            else
                ++*walk_;
            if (*walk_ == std::ranges::end(*base_)) {
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

    sliced_cursor() = default;
    constexpr sliced_cursor(V& base, auto& state) : base_(&base), state_(state) { find(true); }

    constexpr decltype(auto) read() const { return **walk_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(*walk_); }
    constexpr void next() { find(false); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(sliced_cursor const& that) const
    requires std::ranges::forward_range<V>
    {
        return done_ == that.done_ && (done_ || *walk_ == *that.walk_);
    }
};

/// The elements of a range that is walked.
template <std::ranges::view V>
class sliced_view : public view_facade<sliced_view<V>> {
    [[no_unique_address]] V base_;
    sliced_state state_;

public:
    static constexpr bool simple = simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;

    constexpr sliced_view(V base, std::ptrdiff_t start, std::ptrdiff_t stop, std::ptrdiff_t step)
        : base_(std::move(base)), state_{start, larger(start, stop), step} {
        if (start >= stop) state_.skip = state_.left;
    }

    template <class Self>
    requires walks<Self, V> && (core::restartable<V> || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return sliced_cursor<member_of<Self, V>>(self.base_, self.state_);
    }
    template <class Self>
    requires std::ranges::sized_range<member_of<Self, V>> && core::restartable<V>
    static constexpr std::size_t count(Self& self) {
        auto const stop = smaller(self.state_.left, static_cast<std::ptrdiff_t>(std::ranges::size(self.base_)));
        auto const skip = self.state_.skip;
        return skip < stop ? static_cast<std::size_t>((stop - skip - 1) / self.state_.step + 1) : 0;
    }
    static constexpr bool flow(auto& self, auto& sink) {
        state_of<sliced_state, !core::restartable<V>> state(self.state_);
        if (state->left == 0) return true;
        bool refused = false;
        bool const ended = for_each_while(self.base_, [&](auto&& x) -> bool {
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

inline constexpr std::ptrdiff_t to_the_end = std::numeric_limits<std::ptrdiff_t>::max();

/// The elements of r from position start up to stop, every step-th of them.
template <class R>
[[nodiscard]] constexpr auto sliced(R&& r, std::ptrdiff_t start, std::ptrdiff_t stop, std::ptrdiff_t step) {
    using V = all_t<R>;
    if constexpr (std::ranges::random_access_range<V> && std::ranges::sized_range<V>) {
        auto const stop_here = smaller(stop, static_cast<std::ptrdiff_t>(std::ranges::size(r)));
        auto const n = start < stop_here ? (stop_here - start - 1) / step + 1 : 0;
        return strided_view<V>(core::all(std::forward<R>(r)), n == 0 ? 0 : start, step, n);
    } else {
        return sliced_view<V>(core::all(std::forward<R>(r)), start, stop, step);
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_SLICED_HPP
