// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_RUNS_HPP
#define REGIUS_CORE_RUNS_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/held.hpp>
#include <regius/core/iterator.hpp>
#include <regius/core/non_propagating.hpp>

#include <cstddef>
#include <iterator>
#include <ranges>
#include <utility>

namespace regius::core {

/// The elements of one run, as long as the view has not gone on to the next.
template <class View>
class run_elements : public std::ranges::view_interface<run_elements<View>> {
    View* view_ = nullptr;
    std::size_t number_ = 0;

    class cursor {
        View* view_;
        std::size_t number_;

    public:
        using value_type = typename View::element;

        constexpr cursor(View& view, std::size_t number) : view_(&view), number_(number) {}
        constexpr decltype(auto) read() const { return view_->read(); }
        constexpr void next() { view_->advance(); }
        [[nodiscard]] constexpr bool done() const { return !view_->inside(number_); }
    };

public:
    run_elements() = default;
    constexpr run_elements(View& view, std::size_t number) : view_(&view), number_(number) {}

    [[nodiscard]] constexpr auto begin() const {
        if (view_->inside(number_)) view_->enter();
        return basic_iterator(cursor(*view_, number_));
    }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }
};

/// V in runs of neighbours. A Run is asked about each element once, in order:
///
///     bool goes_on(x)         whether x belongs to the run of the element before; of the first one false
///     auto entry(elements)    what is handed out for the run that began last
///     void restart()          the next element is the first one
template <std::ranges::view V, class Run>
class runs_view : public std::ranges::view_interface<runs_view<V, Run>> {
    using elements = run_elements<runs_view>;
    friend elements;

    class cursor {
        runs_view* view_;

    public:
        constexpr explicit cursor(runs_view& view) : view_(&view) {}
        constexpr auto read() const { return view_->run_.entry(elements(*view_, view_->number_)); }
        constexpr void next() { view_->next_run(); }
        [[nodiscard]] constexpr bool done() const { return view_->done_; }
    };

public:
    using element = std::ranges::range_value_t<V>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr runs_view(V base, Run run) : base_(std::move(base)), run_(std::move(run)) {}

    /// A second loop starts again where the source can; over a one-shot source it goes on with the next run.
    [[nodiscard]] constexpr auto begin() {
        if (core::restartable<V> || !at_) {
            at_.emplace(std::ranges::begin(base_));
            run_.restart();
            inside_ = true;  // should run_ throw: the next loop passes the element over, as in Python
            inside_ = !ended() && look();
        }
        next_run();
        return basic_iterator(cursor(*this));
    }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    [[nodiscard]] constexpr bool ended() { return at_->base() == std::ranges::end(base_); }
    [[nodiscard]] constexpr bool inside(std::size_t number) const { return number == number_ && inside_; }
    constexpr decltype(auto) read() const { return at_->read(); }

    /// A run that is looped over again goes on behind the element it was left at.
    constexpr void enter() {
        if (std::exchange(entered_, true)) advance();
    }
    constexpr void advance() {
        at_->step();
        inside_ = !ended() && look();
    }
    constexpr bool look() {
        return at_->ask([this](auto&& x) { return run_.goes_on(x); });
    }
    constexpr void next_run() {
        while (inside_) advance();
        inside_ = !ended();
        done_ = !inside_;
        entered_ = false;
        ++number_;
    }

    V base_;
    [[no_unique_address]] Run run_;
    non_propagating<held<V>> at_;
    std::size_t number_ = 0;
    bool inside_ = false;   // at_ is an element of this run
    bool done_ = false;     // there is no run any more; the last one is there when its elements have been read, too
    bool entered_ = false;  // somebody has looked at the first element of this run
};

}  // namespace regius::core

#endif  // REGIUS_CORE_RUNS_HPP
