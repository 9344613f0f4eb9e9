// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_MARK_ENDS_HPP
#define REGIUS_MORE_ITERTOOLS_MARK_ENDS_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/resumed.hpp>
#include <regius/core/row.hpp>
#include <regius/core/view.hpp>
#include <regius/core/view_reader.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <tuple>
#include <utility>

namespace regius {

template <std::ranges::view V>
class mark_ends_view;

/// Each element with whether it is the first, and whether it is the last.
///
///     for (auto [is_first, is_last, x] : mark_ends(words)) std::cout << x << (is_last ? "\n" : ", ");
///
/// Python    more_itertools.mark_ends(iterable)
/// Accepts   a range
/// Yields    tuples (is_first, is_last, element): the element as the range yields it. Over one-shot sources, which are
///           read one ahead, it was kept, and may be moved from
/// Category  random access over random-access ranges whose size is known, else forward; sized, borrowed and const-iterable
///           where the range is. Input over one-shot sources
/// Cost      each element is read once; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct mark_ends_fn {
    template <core::iterable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return mark_ends_view<core::all_t<R>>(core::all(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr mark_ends_fn mark_ends{};

namespace detail {

template <class V>
struct mark_ends_types {
    using value_type = std::tuple<bool, bool, std::ranges::range_value_t<V>>;
    using reference = core::row<bool, bool, std::ranges::range_reference_t<V>>;
};

/// Knows the last element by the one behind it, which is only walked to, not read.
template <class V>
class mark_ends_cursor {
    std::ranges::iterator_t<V> it_{};
    std::ranges::iterator_t<V> ahead_{};
    std::ranges::sentinel_t<V> end_{};
    bool first_ = true;

public:
    using value_type = typename mark_ends_types<V>::value_type;
    using reference = typename mark_ends_types<V>::reference;
    using difference_type = std::ranges::range_difference_t<V>;

    mark_ends_cursor() = default;
    constexpr explicit mark_ends_cursor(V& base)
        : it_(std::ranges::begin(base)), ahead_(it_), end_(std::ranges::end(base)) {
        if (ahead_ != end_) ++ahead_;
    }
    constexpr reference read() const { return reference(std::in_place, first_, ahead_ == end_, *it_); }
    constexpr void next() {
        first_ = false;
        it_ = ahead_;
        if (ahead_ != end_) ++ahead_;
    }
    [[nodiscard]] constexpr bool done() const { return it_ == end_; }
    [[nodiscard]] constexpr bool equal(mark_ends_cursor const& that) const { return it_ == that.it_; }
};

template <core::indexable V>
class mark_ends_cursor<V> {
    std::ranges::iterator_t<V> origin_{};
    std::ptrdiff_t size_ = 0;
    std::ptrdiff_t at_ = 0;

public:
    using value_type = typename mark_ends_types<V>::value_type;
    using reference = typename mark_ends_types<V>::reference;

    mark_ends_cursor() = default;
    constexpr explicit mark_ends_cursor(V& base) : origin_(std::ranges::begin(base)) {
        if constexpr (std::ranges::sized_range<V>)
            size_ = static_cast<std::ptrdiff_t>(std::ranges::size(base));
        else
            size_ = std::numeric_limits<std::ptrdiff_t>::max();
    }
    constexpr reference read() const {
        return reference(std::in_place, at_ == 0, at_ == size_ - 1,
                         origin_[static_cast<std::ranges::range_difference_t<V>>(at_)]);
    }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(mark_ends_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(mark_ends_cursor const& that) const { return that.at_ - at_; }
    [[nodiscard]] constexpr mark_ends_cursor at_end() const {
        auto end = *this;
        end.at_ = size_;
        return end;
    }
};

}  // namespace detail

template <std::ranges::view V>
class mark_ends_view : public core::view_facade<mark_ends_view<V>> {
    [[no_unique_address]] V base_;

    template <class Self>
    using cursor = detail::mark_ends_cursor<core::member_of<Self, V>>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit mark_ends_view(V base) : base_(std::move(base)) {}

    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return cursor<Self>(self.base_);
    }
    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        using W = core::member_of<Self, V>;
        if constexpr (core::infinite<W>)
            return std::unreachable_sentinel;
        else if constexpr (core::indexable<W>)
            return cursor<Self>(self.base_).at_end();
        else
            return std::default_sentinel;
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr auto count(Self& self) {
        return std::ranges::size(self.base_);
    }
};

/// Keeps the element and the one that was read ahead.
template <std::ranges::view V>
requires(!std::ranges::forward_range<V>)
class mark_ends_view<V> : public core::view_facade<mark_ends_view<V>> {
    using kept = core::kept_element<V>;
    using reader = core::view_reader<mark_ends_view>;
    using value_type = std::tuple<bool, bool, typename kept::value_type>;
    using reference = core::row<bool, bool, typename kept::handed>;
    friend reader;

    [[no_unique_address]] V base_;
    core::resumed<V> place_;
    kept now_;
    kept ahead_;
    bool begun_ = false;
    bool first_ = true;

    constexpr void pull() {
        ahead_.reset();
        if (place_.next(base_)) ahead_.take(place_.read());
    }
    constexpr void start() {
        if constexpr (core::restartable<V>) {
            place_ = core::resumed<V>();
            begun_ = false;
        }
        first_ = !begun_;
        if (!begun_) pull();
        begun_ = true;
        take();
    }
    constexpr void take() {
        now_ = std::move(ahead_);
        if (now_) pull();
    }
    constexpr void step() {
        first_ = false;
        take();
    }
    [[nodiscard]] constexpr bool done() const { return !now_; }
    constexpr reference read() const { return reference(std::in_place, first_, !ahead_, now_.hand()); }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit mark_ends_view(V base) : base_(std::move(base)) {}

    static constexpr auto first(mark_ends_view& self) {
        self.start();
        return reader(self);
    }
};

}  // namespace regius

template <class V>
inline constexpr bool std::ranges::enable_borrowed_range<regius::mark_ends_view<V>> =
    std::ranges::forward_range<V> && std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_MORE_ITERTOOLS_MARK_ENDS_HPP
