// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_WINDOWS_HPP
#define REGIUS_CORE_WINDOWS_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/pointed.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/smaller.hpp>
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

/// Windows that are not full are left out.
struct no_fill {};
/// The first window is handed out as it is where the range ends before it is full. For a step of one.
struct short_first {};
template <class Fill>
concept fill_value = !std::same_as<Fill, no_fill> && !std::same_as<Fill, short_first>;

/// How many windows of n elements there are. With a fill value the last is the first one that reaches the end.
template <class Fill>
[[nodiscard]] constexpr std::size_t window_count(std::size_t size, std::size_t n, std::size_t step) {
    if constexpr (std::same_as<Fill, no_fill>) return size < n ? 0 : (size - n) / step + 1;
    if (size <= n) return size != 0;
    return step < n ? (size - n - 1) / step + 2 : (size - 1) / step + 1;
}

/// How an element of a window is kept when the walk goes on: its address where it stays, else the element itself.
template <class V, class Reference = std::ranges::range_reference_t<V>>
struct window_element {
    static constexpr bool points = stays<V> && std::is_lvalue_reference_v<Reference>;
    using value = kept_value_t<V, std::remove_cvref_t<Reference>>;
    using kept = std::conditional_t<points, std::remove_reference_t<Reference>*, value>;

    /// Nobody sees whether it is made, overwritten or destroyed.
    static constexpr bool plain = std::is_trivially_copyable_v<kept> && std::default_initializable<kept> &&
                                  std::is_copy_assignable_v<kept> && sizeof(kept) <= 64;

    template <class X>
    [[gnu::always_inline]] static constexpr decltype(auto) keep(X&& x) {
        if constexpr (points)
            return std::addressof(static_cast<Reference>(x));
        else
            return std::forward<X>(x);
    }
    [[gnu::always_inline]] static constexpr auto& look(kept const& element) {
        if constexpr (points)
            return *element;
        else
            return element;
    }
};

/// The last elements of a range that is walked once, side by side in memory. A Reference is to an element of V, or to that
/// and a fill value.
template <class V, class Reference = std::ranges::range_reference_t<V>>
class window_buffer {
    using element = window_element<V, Reference>;

    std::vector<typename element::kept> kept_;
    std::size_t first_ = 0;

public:
    using value_type = std::vector<typename element::value>;

    constexpr void clear() {
        kept_.clear();
        first_ = 0;
    }
    template <class X>
    constexpr void take(std::size_t, X&& x) {
        kept_.emplace_back(element::keep(std::forward<X>(x)));
    }
    constexpr void drop(std::size_t n) {
        first_ += n;
        if (first_ < kept_.size() - first_) return;
        kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
    constexpr auto window(std::size_t n) const {
        return kept_window<element::points>(kept_.end() - static_cast<std::ptrdiff_t>(n), kept_.end());
    }
};

/// The window slides along the memory; where that ends, it is moved to the front, at less than a move an element.
template <class V, class Reference>
requires(window_element<V, Reference>::plain && !std::same_as<typename window_element<V, Reference>::kept, bool>)
class window_buffer<V, Reference> {
    using element = window_element<V, Reference>;
    using kept = typename element::kept;

    std::vector<kept> kept_;
    std::size_t last_ = 0;
    std::size_t room_ = 0;  // kept_.size(), which is a difference of addresses

    // Seldom called, and told nothing of the buffer itself: what a loop needs of that stays in registers.
    [[gnu::noinline]] static constexpr void copy(kept const* from, std::size_t n, kept* to) {
        for (std::size_t i = 0; i != n; ++i) to[i] = from[i];
    }
    [[gnu::noinline]] static constexpr std::vector<kept> larger(kept const* from, std::size_t n) {
        std::vector<kept> to(2 * n + 64, kept());
        copy(from, n, to.data());
        return to;
    }
    [[gnu::always_inline]] constexpr void make_room(std::size_t held) {
        kept const* const from = kept_.data() + (last_ - held);
        if (room_ <= 2 * held)
            kept_ = larger(from, held);
        else
            copy(from, held, kept_.data());
        last_ = held;
        room_ = kept_.size();
    }

public:
    using value_type = std::vector<typename element::value>;

    constexpr void clear() {
        last_ = 0;
        room_ = kept_.size();  // none in a view that was moved from
    }
    template <class X>
    [[gnu::always_inline]] constexpr void take(std::size_t held, X&& x) {
        if (last_ == room_) make_room(held);
        kept_[last_++] = static_cast<kept>(element::keep(std::forward<X>(x)));
    }
    constexpr void drop(std::size_t) {}
    [[gnu::always_inline]] constexpr auto window(std::size_t n) const {
        auto const* const first = kept_.data() + (last_ - n);
        return kept_window<element::points>(first, first + n);
    }
};

template <class View, class V>
class window_reader {
    View* view_;
    std::optional<std::ranges::iterator_t<V>> it_;  // stands on the element that was taken last

public:
    using value_type = typename View::window_value;

    [[gnu::always_inline]] constexpr explicit window_reader(View& view) : view_(&view) {
        if (view.ended_) return;
        it_.emplace(std::ranges::begin(view.base_));
        view.fill(*it_);
    }
    [[gnu::always_inline]] constexpr auto read() const { return view_->window(); }
    [[gnu::always_inline]] constexpr void next() {
        view_->advance();
        if (View::full_only || !view_->ended_) view_->fill(++*it_);
    }
    [[nodiscard]] constexpr bool done() const { return !view_->standing(); }
};

/// Windows of n elements, each `step` elements further than the one before, over a range that is walked once. The view
/// keeps the window, so that a second loop over a one-shot source goes on with the next one. What the last one is filled
/// up with is in a box: it may lack assignment.
template <std::ranges::view V, class Fill, class Buffer = window_buffer<V>>
class buffered_windows_view : public view_facade<buffered_windows_view<V, Fill, Buffer>> {
    using reader = window_reader<buffered_windows_view, V>;
    friend reader;
    static constexpr bool full_only = std::same_as<Fill, no_fill>;

    [[no_unique_address]] V base_;
    [[no_unique_address]] Fill fill_;
    std::size_t n_;
    std::size_t step_;
    std::size_t wanted_ = n_;  // elements that are still to come until there is a window
    std::size_t old_ = 0;      // elements that the window shares with the one before
    Buffer window_;
    bool ended_ = false;

    constexpr void start() {
        if constexpr (core::restartable<V>) {
            window_.clear();
            wanted_ = n_;
            old_ = 0;
            ended_ = false;
        } else if (ended_) {
            wanted_ = n_;
        } else if (wanted_ == 0) {
            advance();
        }
    }
    [[gnu::always_inline]] constexpr void advance() {
        wanted_ = step_;
        window_.drop(smaller(step_, n_));
        if constexpr (!full_only) old_ = held();
    }
    [[nodiscard]] constexpr std::size_t held() const { return n_ - smaller(wanted_, n_); }
    [[gnu::always_inline]] constexpr auto window() const { return window_.window(held()); }

    /// Whether the window is full now.
    template <class X>
    [[gnu::always_inline]] constexpr bool push(X&& x) {
        if (wanted_ == 1 || wanted_ <= n_) window_.take(n_ - wanted_, std::forward<X>(x));
        return --wanted_ == 0;
    }
    /// The end of the source may have left a window to be filled up, or to be handed out as it is.
    [[gnu::always_inline]] constexpr void finish() {
        ended_ = true;
        if constexpr (fill_value<Fill>) {
            if (held() == old_) return;
            while (wanted_ != 0) (void)push(std::as_const(*fill_));
        }
    }
    [[nodiscard, gnu::always_inline]] constexpr bool standing() const {
        return wanted_ == 0 || (std::same_as<Fill, short_first> && ended_ && old_ == 0 && held() != 0);
    }
    [[gnu::always_inline]] constexpr void fill(std::ranges::iterator_t<V>& it) {
        for (auto const end = std::ranges::end(base_); it != end; ++it)
            if (push(*std::as_const(it))) return;
        finish();
    }

    /// Inlined always, which a lambda cannot ask for.
    template <class Sink>
    struct pusher {
        buffered_windows_view& self;
        Sink& sink;

        [[gnu::always_inline]] constexpr bool operator()(auto&& x) const {
            if (!self.push(std::forward<decltype(x)>(x))) return true;
            if (!sink(self.window())) return false;
            self.advance();
            return true;
        }
    };

public:
    using window_value = typename Buffer::value_type;

    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr buffered_windows_view(V base, Fill fill, std::size_t n, std::size_t step)
        : base_(std::move(base)), fill_(std::move(fill)), n_(n), step_(step) {}

    [[gnu::always_inline]] static constexpr auto first(buffered_windows_view& self) {
        self.start();
        return reader(self);
    }
    template <class Self>
    requires std::ranges::sized_range<member_of<Self, V>> && core::restartable<V>
    static constexpr std::size_t count(Self& self) {
        return window_count<Fill>(static_cast<std::size_t>(std::ranges::size(self.base_)), self.n_, self.step_);
    }
    // Random access is walked: a loop of its own for the elements before the first window, then one for each window.
    [[gnu::always_inline]] static constexpr bool flow(buffered_windows_view& self, auto& sink)
    requires(!std::ranges::random_access_range<V>)
    {
        self.start();
        if (self.ended_) return true;
        if (!for_each_while(self.base_, pusher<std::remove_reference_t<decltype(sink)>>{self, sink})) return false;
        self.finish();
        return !self.standing() || sink(self.window());
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_WINDOWS_HPP
