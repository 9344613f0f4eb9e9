// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_COMPRESS_HPP
#define REGIUS_ITERTOOLS_COMPRESS_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/held.hpp>
#include <regius/core/lengths.hpp>
#include <regius/core/pace.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/state.hpp>
#include <regius/core/truth.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, std::ranges::view Selectors>
class compress_view;

/// The elements whose selector is true.
///
///     compress("ABCDEF"sv, std::array{1, 0, 1, 0, 1, 1})      // A C E F, as "ABCDEF"sv | compress(std::array{...})
///
/// Python    itertools.compress(data, selectors)
/// Accepts   a range and a range of truth values: numbers, pointers, optionals, containers (an empty one is false); the
///           shorter one ends it
/// Yields    the elements of the range, as the range yields them
/// Category  bidirectional over random-access ranges, else forward at most, where both can be read in place; else input
/// Cost      each element of both is read once; allocates nothing
/// Lifetime  lvalue ranges are borrowed, rvalues are owned, selectors behind a `|` too
struct compress_fn {
    template <core::iterable R, core::iterable Selectors>
    requires core::has_truth_value<std::ranges::range_reference_t<Selectors>>
    [[nodiscard]] constexpr auto operator()(R&& r, Selectors&& selectors) const {
        return compress_view<core::all_t<R>, core::all_t<Selectors>>(core::all(std::forward<R>(r)),
                                                                     core::all(std::forward<Selectors>(selectors)));
    }

    template <core::iterable Selectors>
    requires core::has_truth_value<std::ranges::range_reference_t<Selectors>>
    [[nodiscard]] constexpr auto operator()(Selectors&& selectors) const {
        return core::bind_back(*this, core::all(std::forward<Selectors>(selectors)));
    }
};

inline constexpr compress_fn compress{};

namespace detail {

/// Where data and selectors are walked side by side.
template <class V, class Selectors>
class compress_place {
    using pace = core::pace<V, Selectors>;

    core::state_of<pace, pace::shared> pace_;
    std::tuple<V, Selectors>* both_ = nullptr;
    bool done_ = true;

    constexpr void pull(bool fresh) { done_ = pace_->pull_all(*both_, fresh) != 2; }

public:
    compress_place()
    requires std::default_initializable<pace>
    = default;
    constexpr compress_place(std::tuple<V, Selectors>& both, pace& p) : pace_(p), both_(&both) { pull(true); }

    constexpr void step() { pull(false); }
    constexpr auto const& data() const { return pace_->template at<0>(); }
    [[nodiscard]] constexpr bool selected() const { return core::truth(*pace_->template at<1>()); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool same(compress_place const& that) const {
        return done_ == that.done_ && (done_ || pace_->same_place(*that.pace_));
    }
};

/// By one number for both.
template <core::indexable V, core::indexable Selectors>
class compress_place<V, Selectors> {
    std::ranges::iterator_t<V> data_{};
    std::ranges::iterator_t<Selectors> selectors_{};
    std::ptrdiff_t size_ = 0;
    std::ptrdiff_t at_ = 0;

public:
    compress_place() = default;
    constexpr compress_place(auto& both, bool end)
        : data_(std::ranges::begin(std::get<0>(both))),
          selectors_(std::ranges::begin(std::get<1>(both))),
          size_(core::shortest_length(both)),
          at_(end ? size_ : 0) {}

    constexpr void step() { ++at_; }
    constexpr void back() { --at_; }
    constexpr auto data() const { return data_ + static_cast<std::ranges::range_difference_t<V>>(at_); }
    [[nodiscard]] constexpr bool selected() const {
        return core::truth(selectors_[static_cast<std::ranges::range_difference_t<Selectors>>(at_)]);
    }
    [[nodiscard]] constexpr bool done() const { return at_ == size_; }
    [[nodiscard]] constexpr bool same(compress_place const& that) const { return at_ == that.at_; }
};

template <class V, class Selectors>
class compress_cursor {
    static constexpr bool in_place = core::rereadable<V> && core::rereadable<Selectors>;
    struct unkept {};

    compress_place<V, Selectors> at_;
    [[no_unique_address]]
    std::conditional_t<in_place, unkept, core::slot<std::ranges::range_reference_t<V>>> element_;

    /// Each element is read once, chosen or not, and before its selector.
    constexpr bool chosen() {
        if constexpr (!in_place) element_.load(at_.data());
        return at_.selected();
    }
    constexpr void find() {
        while (!at_.done() && !chosen()) at_.step();
    }

public:
    using value_type = core::kept_value_t<V>;
    using reference = std::ranges::range_reference_t<V>;

    compress_cursor()
    requires std::default_initializable<compress_place<V, Selectors>>
    = default;
    constexpr explicit compress_cursor(compress_place<V, Selectors> at) : at_(std::move(at)) { find(); }

    constexpr reference read() const {
        if constexpr (in_place)
            return *at_.data();
        else
            return static_cast<reference>(element_.read());
    }
    constexpr void next() {
        at_.step();
        find();
    }
    constexpr void prev()
    requires(in_place && core::indexable<V> && core::indexable<Selectors>)
    {
        do at_.back();
        while (!at_.selected());
    }
    [[nodiscard]] constexpr bool done() const { return at_.done(); }
    [[nodiscard]] constexpr bool equal(compress_cursor const& that) const
    requires(in_place && std::ranges::forward_range<V> && std::ranges::forward_range<Selectors>)
    {
        return at_.same(that.at_);
    }
};

}  // namespace detail

template <std::ranges::view V, std::ranges::view Selectors>
class compress_view : public core::view_facade<compress_view<V, Selectors>> {
    std::tuple<V, Selectors> both_;
    [[no_unique_address]] core::pace<V, Selectors> pace_;

    template <class Self>
    using cursor = detail::compress_cursor<core::member_of<Self, V>, core::member_of<Self, Selectors>>;
    template <class Self>
    static constexpr bool indexed =
        core::indexable<core::member_of<Self, V>> && core::indexable<core::member_of<Self, Selectors>>;

    template <class Self>
    static constexpr auto place(Self& self, bool end = false) {
        using place = detail::compress_place<core::member_of<Self, V>, core::member_of<Self, Selectors>>;
        if constexpr (indexed<Self>)
            return place(self.both_, end);
        else
            return place(self.both_, self.pace_);
    }

public:
    static constexpr bool simple = indexed<compress_view> && core::simple_view<V> && core::simple_view<Selectors>;
    static constexpr bool rereadable = core::rereadable<V> && core::rereadable<Selectors>;
    static constexpr bool restartable = core::restartable<V> && core::restartable<Selectors>;
    static constexpr bool infinite = core::infinite<V> && core::infinite<Selectors>;

    constexpr compress_view(V data, Selectors selectors) : both_(std::move(data), std::move(selectors)) {}

    template <class Self>
    requires(indexed<Self> || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return cursor<Self>(place(self));
    }
    template <class Self>
    requires(indexed<Self> && rereadable && !infinite)
    static constexpr auto last(Self& self) {
        return cursor<Self>(place(self, true));
    }
    static constexpr bool flow(auto& self, auto& sink) {
        for (auto at = place(self); !at.done(); at.step()) {
            auto&& element = *at.data();
            if (at.selected() && !sink(std::forward<decltype(element)>(element))) return false;
        }
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_COMPRESS_HPP
