// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SIDE_EFFECT_HPP
#define REGIUS_MORE_ITERTOOLS_SIDE_EFFECT_HPP

#include <regius/core/box.hpp>
#include <regius/core/chunks.hpp>
#include <regius/core/cleanup.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/held.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/non_propagating.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/reused.hpp>
#include <regius/core/view.hpp>
#include <regius/core/view_reader.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

template <std::ranges::view V, class F, class Before, class After, class Walk>
class side_effect_view;

namespace core {

/// Something to do once, or `none`.
template <class F>
concept action_or_none = std::same_as<std::decay_t<F>, none_t> || std::invocable<std::decay_t<F>&>;

}  // namespace core

namespace detail {

/// Where V is walked element by element, each shown to a function.
template <class V>
class side_effect_elements {
    core::non_propagating<core::held<V>> at_;

public:
    using value_type = std::ranges::range_value_t<V>;

    constexpr void restart() { at_.reset(); }
    /// Whether there is a next one, which is then shown.
    constexpr bool next(V& base, auto& f) {
        if (at_)
            at_->step();
        else
            at_.emplace(std::ranges::begin(base));
        if (at_->base() == std::ranges::end(base)) return false;
        (void)at_->ask(f);
        return true;
    }
    constexpr decltype(auto) read() { return at_->read(); }
};

/// The same chunk by chunk: each is taken into a buffer.
template <class V>
class side_effect_chunks {
    std::vector<core::kept_value_t<V>> elements_;  // come along when the view is moved
    core::non_propagating<std::ranges::iterator_t<V>> it_;
    std::size_t n_;
    std::size_t at_ = 0;

    // Beside what the caller keeps its loop would run in memory.
    [[gnu::noinline]] constexpr void take(V& base) { core::take_chunk(elements_, base, it_, n_); }

public:
    using value_type = core::kept_value_t<V>;
    using chunk = decltype(core::reused_whole(elements_));

    constexpr explicit side_effect_chunks(core::integer auto n) : n_(static_cast<std::size_t>(core::chunk_size(n))) {}
    constexpr void restart() {
        it_.reset();
        elements_.clear();
    }
    constexpr bool next(V& base, auto& f) {
        if (++at_ < elements_.size()) return true;
        take(base);
        if (elements_.empty()) return false;
        at_ = 0;
        chunk shown = core::reused_whole(elements_);
        (void)core::invoke(f, shown);
        return true;
    }
    constexpr decltype(auto) read() { return elements_[at_]; }
};

/// A chunk is a window on V.
template <core::chunks_in_place V>
class side_effect_chunks<V> {
public:
    using chunk = std::ranges::subrange<std::ranges::iterator_t<V>>;
    using value_type = std::ranges::range_value_t<V>;

private:
    using difference = std::ranges::range_difference_t<V>;

    core::non_propagating<core::held<chunk>> at_;
    difference n_;
    difference left_ = 0;  // of the chunk, from this element on

public:
    constexpr explicit side_effect_chunks(core::integer auto n) : n_(core::chunk_size<difference>(n)) {}
    constexpr void restart() { at_.reset(); }
    constexpr bool next(V& base, auto& f) {
        if (at_) {
            at_->step();
            --left_;
        } else {
            at_.emplace(std::ranges::begin(base));
            left_ = 0;
        }
        auto const end = std::ranges::end(base);
        if (at_->base() == end) return false;
        if (left_ == 0) {
            chunk shown(at_->base(), std::ranges::next(at_->base(), n_, end));
            (void)core::invoke(f, shown);
            left_ = n_;
        }
        at_->load();
        return true;
    }
    constexpr decltype(auto) read() { return at_->read(); }
};

template <class R>
using side_effect_chunk = typename side_effect_chunks<core::all_t<R>>::chunk;

}  // namespace detail

/// The elements as they are, each shown to a function before it is handed on.
///
///     side_effect(log, rows)                              // log(row), once a row
///     rows | side_effect(report_progress, 1000)           // report_progress(rows), once a thousand
///     side_effect(write, rows, open, close)               // open() before the first, close() after the last
///
/// Python    more_itertools.side_effect(func, iterable, chunk_size=None, before=None, after=None)
/// Accepts   a function of one element, or with a chunk size of a range of so many; a range; two functions without
///           arguments, or `none` for either
/// Yields    the elements of the range, as the range yields them; in chunks, as `batched` does
/// Category  input
/// Cost      func once an element, when the element is asked for
/// Throws    what the functions throw; it ends the view, and `after` is still called. What `after` throws is dropped where
///           another exception is on its way, or the view is destroyed. value_error from the call for a chunk size below one
/// Lifetime  `after` is called once `before` was: at the end, or when a view that was left is destroyed. An lvalue range is
///           borrowed, an rvalue is owned, functions are copied
struct side_effect_fn {
    template <class F, core::iterable R, core::action_or_none Before = none_t, core::action_or_none After = none_t>
    requires core::key_of_the_elements<F, R>
    [[nodiscard]] constexpr auto operator()(F&& f, R&& r, Before&& before = {}, After&& after = {}) const {
        return made(core::all(std::forward<R>(r)), detail::side_effect_elements<core::all_t<R>>(), std::forward<F>(f),
                    std::forward<Before>(before), std::forward<After>(after));
    }
    template <class F, core::iterable R, core::integer N, core::action_or_none Before = none_t,
              core::action_or_none After = none_t>
    requires std::invocable<std::decay_t<F>&, detail::side_effect_chunk<R>&>
    [[nodiscard]] constexpr auto operator()(F&& f, R&& r, N chunk_size, Before&& before = {},
                                            After&& after = {}) const {
        detail::side_effect_chunks<core::all_t<R>> walk(chunk_size);
        return made(core::all(std::forward<R>(r)), std::move(walk), std::forward<F>(f), std::forward<Before>(before),
                    std::forward<After>(after));
    }

    template <core::function_like F, core::action_or_none Before = none_t, core::action_or_none After = none_t>
    requires(!core::iterable<F> && !core::iterable<Before>)
    [[nodiscard]] constexpr auto operator()(F&& f, Before&& before = {}, After&& after = {}) const {
        return core::bind_back(range_second(), std::decay_t<F>(std::forward<F>(f)),
                               std::decay_t<Before>(std::forward<Before>(before)),
                               std::decay_t<After>(std::forward<After>(after)));
    }
    template <core::function_like F, core::integer N, core::action_or_none Before = none_t,
              core::action_or_none After = none_t>
    requires(!core::iterable<F>)
    [[nodiscard]] constexpr auto operator()(F&& f, N chunk_size, Before&& before = {}, After&& after = {}) const {
        (void)core::chunk_size(chunk_size);
        return core::bind_back(range_second(), std::decay_t<F>(std::forward<F>(f)), chunk_size,
                               std::decay_t<Before>(std::forward<Before>(before)),
                               std::decay_t<After>(std::forward<After>(after)));
    }

private:
    struct range_second {
        template <class R, class F, class... Rest>
        requires std::invocable<side_effect_fn const&, F, R, Rest...>
        constexpr auto operator()(R&& r, F&& f, Rest&&... rest) const {
            return side_effect_fn()(std::forward<F>(f), std::forward<R>(r), std::forward<Rest>(rest)...);
        }
    };
    template <class V, class Walk, class F, class Before, class After>
    static constexpr auto made(V base, Walk walk, F&& f, Before&& before, After&& after) {
        return side_effect_view<V, std::decay_t<F>, std::decay_t<Before>, std::decay_t<After>, Walk>(
            std::move(base), std::forward<F>(f), std::forward<Before>(before), std::forward<After>(after),
            std::move(walk));
    }
};

inline constexpr side_effect_fn side_effect{};

template <std::ranges::view V, class F, class Before, class After, class Walk>
class side_effect_view : public core::view_facade<side_effect_view<V, F, Before, After, Walk>> {
    using reader = core::view_reader<side_effect_view>;
    using value_type = typename Walk::value_type;
    friend reader;

    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<F> f_;
    [[no_unique_address]] core::box<Before> before_;
    [[no_unique_address]] core::box<After> after_;
    Walk walk_;
    bool running_ = false;  // before was called, and after was not
    bool ended_ = false;

    template <class Action>
    static constexpr void call(Action& action) {
        if constexpr (!std::same_as<Action, none_t>) (void)core::invoke(action);
    }
    constexpr void finish() {
        ended_ = true;
        if (std::exchange(running_, false)) call(*after_);
    }
    /// Run a part of the walk; if it throws, the walk is over.
    template <class Part>
    constexpr void guarded(Part part) {
        struct guard {
            side_effect_view* view;
            constexpr ~guard() noexcept(false) {
                if (view) core::cleanup([this] { view->finish(); });
            }
        } walk{this};
        part();
        walk.view = nullptr;
    }
    constexpr void start() {
        if constexpr (core::restartable<V>) {
            if (running_) finish();
            walk_.restart();
            ended_ = false;
        }
        if (!running_ && !ended_) {
            running_ = true;
            guarded([this] { call(*before_); });
        }
        step();
    }
    constexpr void step() {
        if (ended_) return;
        bool more = false;
        guarded([&] { more = walk_.next(base_, *f_); });
        if (!more) finish();
    }
    [[nodiscard]] constexpr bool done() const { return ended_; }
    constexpr decltype(auto) read() { return walk_.read(); }
    constexpr void leave() noexcept {
        try {
            finish();
        } catch (...) {  // nobody is there to hear of it
        }
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr side_effect_view(V base, F f, Before before, After after, Walk walk)
        : base_(std::move(base)),
          f_(std::move(f)),
          before_(std::move(before)),
          after_(std::move(after)),
          walk_(std::move(walk)) {}
    constexpr side_effect_view(side_effect_view&& that)
        : base_(std::move(that.base_)),
          f_(std::move(that.f_)),
          before_(std::move(that.before_)),
          after_(std::move(that.after_)),
          walk_(std::move(that.walk_)),
          running_(std::exchange(that.running_, false)),
          ended_(that.ended_) {}
    constexpr side_effect_view& operator=(side_effect_view&& that) {
        if (this == &that) return *this;
        leave();
        base_ = std::move(that.base_);
        f_ = std::move(that.f_);
        before_ = std::move(that.before_);
        after_ = std::move(that.after_);
        walk_ = std::move(that.walk_);
        running_ = std::exchange(that.running_, false);
        ended_ = that.ended_;
        return *this;
    }
    constexpr ~side_effect_view() { leave(); }

    static constexpr auto first(side_effect_view& self) {
        self.start();
        return reader(self);
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_SIDE_EFFECT_HPP
