// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_ENUMERATE_HPP
#define REGIUS_BUILTINS_ENUMERATE_HPP

#include <regius/core/basic_sentinel.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/row.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, core::integer Index>
class enumerate_view;

/// Number the elements.
///
///     for (auto [i, line] : enumerate(lines, 1)) ...
///     "ab"sv | enumerate()                    // (0, a) (1, b)
///
/// Python    enumerate(iterable, start=0)
/// Accepts   a range; start may be negative
/// Yields    [i, element]: the number, a std::ptrdiff_t unless start has a larger type, and the element as the range
///           yields it
/// Category  that of the range, random access at most; sized, borrowed and const-iterable where the range is
/// Cost      none above the range; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct enumerate_fn {
    template <core::iterable R, core::integer Start = std::ptrdiff_t>
    [[nodiscard]] constexpr auto operator()(R&& r, Start start = 0) const {
        using index = std::common_type_t<std::ptrdiff_t, Start>;
        return enumerate_view<core::all_t<R>, index>(core::all(std::forward<R>(r)), static_cast<index>(start));
    }

    template <core::integer Start = std::ptrdiff_t>
    [[nodiscard]] constexpr auto operator()(Start start = 0) const {
        return core::bind_back(*this, start);
    }
};

inline constexpr enumerate_fn enumerate{};

namespace detail {

template <class V, class Index>
class enumerate_cursor {
    std::ranges::iterator_t<V> it_;
    core::state_of<Index, !core::restartable<V>> next_;  // the number after that of the element it_ stands on

public:
    using value_type = std::tuple<Index, std::ranges::range_value_t<V>>;
    using difference_type = std::ranges::range_difference_t<V>;
    using reference = core::row<Index, std::ranges::range_reference_t<V>>;

    enumerate_cursor()
    requires std::default_initializable<std::ranges::iterator_t<V>>
    = default;
    constexpr enumerate_cursor(std::ranges::iterator_t<V> it, auto& index) : it_(std::move(it)), next_(index) {
        ++*next_;
    }

    constexpr reference read() const { return reference(std::in_place, *next_ - 1, *it_); }
    constexpr auto move() const {
        return core::row<Index, std::ranges::range_rvalue_reference_t<V>>(std::in_place, *next_ - 1,
                                                                          std::ranges::iter_move(it_));
    }
    constexpr void next() {
        ++*next_;
        ++it_;
    }
    [[nodiscard]] constexpr bool done(std::ranges::sentinel_t<V> const& last) const { return it_ == last; }
    [[nodiscard]] constexpr bool equal(enumerate_cursor const& that) const
    requires std::ranges::forward_range<V>
    {
        return it_ == that.it_;
    }
};

template <core::indexable V, class Index>
class enumerate_cursor<V, Index> {
    std::ranges::iterator_t<V> begin_{};
    Index start_{};
    std::ranges::range_difference_t<V> at_ = 0;

    template <class, class>
    friend class enumerate_cursor;

public:
    using value_type = std::tuple<Index, std::ranges::range_value_t<V>>;
    using difference_type = std::ranges::range_difference_t<V>;
    using reference = core::row<Index, std::ranges::range_reference_t<V>>;

    enumerate_cursor() = default;
    constexpr enumerate_cursor(std::ranges::iterator_t<V> begin, Index start, difference_type at = 0)
        : begin_(std::move(begin)), start_(start), at_(at) {}
    template <class W>
    requires(!std::same_as<V, W>) && std::convertible_to<std::ranges::iterator_t<W> const&, std::ranges::iterator_t<V>>
    constexpr enumerate_cursor(enumerate_cursor<W, Index> const& that)
        : begin_(that.begin_), start_(that.start_), at_(that.at_) {}

    constexpr reference read() const {
        return reference(std::in_place, static_cast<Index>(start_ + static_cast<Index>(at_)), begin_[at_]);
    }
    constexpr auto move() const {
        return core::row<Index, std::ranges::range_rvalue_reference_t<V>>(
            std::in_place, static_cast<Index>(start_ + static_cast<Index>(at_)), std::ranges::iter_move(begin_ + at_));
    }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(difference_type n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(enumerate_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr difference_type distance_to(enumerate_cursor const& that) const { return that.at_ - at_; }
};

}  // namespace detail

template <std::ranges::view V, core::integer Index>
class enumerate_view : public core::view_facade<enumerate_view<V, Index>> {
    [[no_unique_address]] V base_;
    Index index_;

    template <class Self>
    using cursor = detail::enumerate_cursor<core::member_of<Self, V>, Index>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr enumerate_view(V base, Index start) : base_(std::move(base)), index_(start) {}

    template <class Self>
    requires core::walks<Self, V> && (core::restartable<V> || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return cursor<Self>(std::ranges::begin(self.base_), self.index_);
    }
    template <class Self>
    requires core::walks<Self, V>
    static constexpr auto last(Self& self) {
        using W = core::member_of<Self, V>;
        if constexpr (core::infinite<W>)
            return std::unreachable_sentinel;
        else if constexpr (core::indexable<W>)
            return cursor<Self>(std::ranges::begin(self.base_), self.index_,
                                static_cast<std::ranges::range_difference_t<W>>(std::ranges::size(self.base_)));
        else
            return core::sentinel_at(std::ranges::end(self.base_));
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr auto count(Self& self) {
        return std::ranges::size(self.base_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        using reference = typename cursor<std::remove_reference_t<decltype(self)>>::reference;
        Index i = self.index_;
        bool const whole = core::for_each_while(self.base_, [&](auto&& x) -> bool {
            return sink(reference(std::in_place, i++, std::forward<decltype(x)>(x)));
        });
        if constexpr (!core::restartable<V>) self.index_ = i;
        return whole;
    }
};

}  // namespace regius

template <class V, class Index>
inline constexpr bool std::ranges::enable_borrowed_range<regius::enumerate_view<V, Index>> =
    regius::core::indexable<V> && std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_BUILTINS_ENUMERATE_HPP
