// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_BEFORE_AND_AFTER_HPP
#define REGIUS_MORE_ITERTOOLS_BEFORE_AND_AFTER_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/function_first.hpp>
#include <regius/core/held.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/view.hpp>
#include <regius/core/view_reader.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Pred, bool After>
class before_and_after_view;

namespace detail {

/// What the two views share: the source, and the element that it stands on.
template <class V, class Pred>
class before_and_after_source {
    V base_;
    core::box<Pred> pred_;
    std::optional<core::held<V>> at_;
    bool ended_ = false;

    /// Step to the next element; whether there is one.
    bool step() {
        if (ended_) return false;
        if (at_)
            at_->step();
        else
            at_.emplace(std::ranges::begin(base_));
        ended_ = at_->base() == std::ranges::end(base_);
        return !ended_;
    }

public:
    bool before = true;
    bool pending = false;  // the element has been read, and was not one of those before

    before_and_after_source(V base, Pred pred) : base_(std::move(base)), pred_(std::move(pred)) {}

    template <bool After>
    bool next() {
        if constexpr (After) {
            if (std::exchange(pending, false)) return true;
            if (!step()) return false;
            at_->load();
            return true;
        } else {
            if (!before || !step()) return before = false;
            before = static_cast<bool>(at_->ask(*pred_));
            pending = !before;
            return before;
        }
    }
    decltype(auto) read() const { return at_->read(); }
};

}  // namespace detail

/// The elements up to the first for which a question is answered with no, and those from there on.
///
///     auto [capitals, rest] = before_and_after(is_upper, "ABCdEf"sv);      // A B C, then d E f
///
/// Python    more_itertools.before_and_after(predicate, it)
/// Accepts   a predicate of one element (a member pointer too) and a range
/// Returns   a std::pair of views. The first is to be read to its end before the second is
/// Yields    the elements of the range, as the range yields them
/// Category  input: the two read one source, in turn
/// Cost      pred once an element, up to the first no; one allocation
/// Lifetime  the views share the source: an lvalue range is borrowed, an rvalue is owned by them together; pred is copied
/// Threads   both belong to one thread
/// Differs   where the second is read too early, it takes what comes next from the first, one for one
struct before_and_after_fn : core::function_first<before_and_after_fn> {
    template <class Pred, core::iterable R>
    requires core::predicate_of_the_elements<Pred, R>
    [[nodiscard]] auto operator()(Pred&& pred, R&& r) const {
        using V = core::all_t<R>;
        using P = std::decay_t<Pred>;
        core::shared<detail::before_and_after_source<V, P>> const source(std::in_place, core::all(std::forward<R>(r)),
                                                                         std::forward<Pred>(pred));
        return std::pair(before_and_after_view<V, P, false>(source), before_and_after_view<V, P, true>(source));
    }

    using function_first::operator();
};

inline constexpr before_and_after_fn before_and_after{};

template <std::ranges::view V, class Pred, bool After>
class before_and_after_view : public core::view_facade<before_and_after_view<V, Pred, After>> {
    using source = detail::before_and_after_source<V, Pred>;
    using reader = core::view_reader<before_and_after_view>;
    using value_type = std::ranges::range_value_t<V>;
    friend reader;

    core::shared<source> source_;
    bool done_ = false;

    void step() { done_ = !source_->template next<After>(); }
    [[nodiscard]] bool done() const { return done_; }
    decltype(auto) read() const { return source_->read(); }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = false;
    static constexpr bool infinite = After && core::infinite<V>;

    explicit before_and_after_view(core::shared<source> s) : source_(std::move(s)) {}
    before_and_after_view(before_and_after_view&&) = default;
    before_and_after_view& operator=(before_and_after_view&&) = default;

    static auto first(before_and_after_view& self) {
        self.step();
        return reader(self);
    }
    static bool flow(before_and_after_view& self, auto& sink) {
        for (self.step(); !self.done(); self.step())
            if (!sink(self.read())) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_BEFORE_AND_AFTER_HPP
