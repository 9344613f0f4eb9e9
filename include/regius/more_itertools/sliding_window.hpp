// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SLIDING_WINDOW_HPP
#define REGIUS_MORE_ITERTOOLS_SLIDING_WINDOW_HPP

#include <regius/core/basic_sentinel.hpp>
#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/mapped.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/row.hpp>
#include <regius/core/row_of.hpp>
#include <regius/core/view.hpp>
#include <regius/core/windows.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <utility>

namespace regius {

template <std::ranges::view V>
class sliding_window_view;

namespace detail {
template <class V, class Indices>
class shifted_window;
}  // namespace detail

/// Every n neighbours: a window that moves on by one element.
///
///     sliding_window("ABCDE"sv, 3)            // ABC BCD CDE
///     prices | sliding_window(7)
///
/// Python    more_itertools.sliding_window(iterable, n)
/// Accepts   a range of N elements, a one-shot source and one without an end too; n counts elements, n >= 1
/// Yields    N - n + 1 windows, none if N < n, themselves ranges: windows on the argument, never copies. Over one-shot
///           sources, and where walking or reading computes, a window on a buffer that moves on with the next one; its
///           value_type is a std::vector, so that collecting windows keeps them
/// Category  random access over random-access ranges, else that of the range, bidirectional at most; sized, borrowed and
///           const-iterable where the range is. Input over one-shot sources and where walking or reading computes
/// Cost      O(1) a step, each element is computed once; the buffer is the only allocation
/// Throws    value_error from the call, "n should be at least one, not 0"
/// Lifetime  a window lives as long as the range it views; a temporary container is moved in
/// Differs   Python windows own their elements, and up to n = 20 Python pulls n - 1 elements at the call
struct sliding_window_fn {
    template <core::iterable R, core::integer N>
    [[nodiscard]] constexpr auto operator()(R&& r, N n) const {
        using V = core::all_t<R>;
        check(n);
        auto const size = core::clamped_count(n);
        if constexpr (core::revisitable<V>)
            return sliding_window_view<V>(core::all(std::forward<R>(r)), size);
        else
            return core::buffered_windows_view<V, core::no_fill>(core::all(std::forward<R>(r)), core::no_fill(),
                                                                 static_cast<std::size_t>(size), 1);
    }
    [[nodiscard]] constexpr auto operator()(core::integer auto n) const {
        check(n);
        return core::bind_back(*this, n);
    }

private:
    static constexpr void check(core::integer auto n) {
        if (std::cmp_less(n, 1)) throw value_error("n should be at least one, not " + std::to_string(n));
    }
};

inline constexpr sliding_window_fn sliding_window{};

/// Windows of N elements, N known at compile time.
///
///     for (auto [a, b, c] : sliding_window_n<3>(samples)) ...
///
/// Python    more_itertools.sliding_window(iterable, N)
/// Yields    tuples of references to the elements, values where the range makes them; where `sliding_window` has a buffer,
///           references into that, or into the view for up to eight small elements
template <std::size_t N>
struct sliding_window_n_fn {
    static_assert(N > 0, "sliding_window_n: N must be at least one");

    template <core::iterable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        using V = core::all_t<R>;
        using shifted = detail::shifted_window<V, std::make_index_sequence<N>>;
        if constexpr (!core::revisitable<V> && shifted::fits) {
            return core::buffered_windows_view<V, core::no_fill, shifted>(core::all(std::forward<R>(r)),
                                                                          core::no_fill(), N, 1);
        } else {
            auto windows = sliding_window(std::forward<R>(r), N);
            return core::mapped_view<decltype(windows), core::row_of<N>>(std::move(windows), core::row_of<N>());
        }
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

template <std::size_t N>
inline constexpr sliding_window_n_fn<N> sliding_window_n{};

namespace detail {

/// So few elements that shifting them, in registers, costs less than knowing where they begin.
template <class V, std::size_t... Is>
class shifted_window<V, std::index_sequence<Is...>> {
    using element = core::window_element<V, std::ranges::range_reference_t<V>>;
    using kept = typename element::kept;
    template <std::size_t>
    using reference = decltype(element::look(std::declval<kept const&>()));

    // Apart from each other: where they are in memory after all, a compiler moves two at once, and to read together
    // what was stored one by one has to wait.
    struct alignas(2 * alignof(kept)) place {
        kept element;
    };
    place places_[sizeof...(Is) + 1]{};

public:
    static constexpr bool fits = element::plain && sizeof(kept) == alignof(kept) && sizeof...(Is) <= 8;
    using value_type = core::row_value<reference<Is>...>;

    constexpr void clear() {}
    template <class X>
    [[gnu::always_inline]] constexpr void take(std::size_t, X&& x) {
        places_[sizeof...(Is)].element = static_cast<kept>(element::keep(std::forward<X>(x)));
        ((places_[Is].element = places_[Is + 1].element), ...);
    }
    constexpr void drop(std::size_t) {}
    [[gnu::always_inline]] constexpr auto window(std::size_t) const {
        return core::row<reference<Is>...>(std::in_place, element::look(places_[Is].element)...);
    }
};

/// Walks with the first and the last element of the window: what is behind the last one may be the end.
template <class V>
class sliding_window_cursor {
    using iterator = std::ranges::iterator_t<V>;

    iterator first_{};
    iterator last_{};

public:
    using value_type = std::ranges::subrange<iterator>;
    using difference_type = std::ranges::range_difference_t<V>;

    sliding_window_cursor() = default;
    constexpr sliding_window_cursor(V& base, std::ptrdiff_t n)
        : first_(std::ranges::begin(base)),
          last_(std::ranges::next(first_, static_cast<difference_type>(n - 1), std::ranges::end(base))) {}

    constexpr value_type read() const { return {first_, std::ranges::next(last_)}; }
    constexpr void next() {
        ++first_;
        ++last_;
    }
    constexpr void prev()
    requires std::ranges::bidirectional_range<V>
    {
        --first_;
        --last_;
    }
    [[nodiscard]] constexpr bool done(std::ranges::sentinel_t<V> const& end) const { return last_ == end; }
    [[nodiscard]] constexpr bool equal(sliding_window_cursor const& that) const { return last_ == that.last_; }
};

template <core::indexable V>
class sliding_window_cursor<V> {
    using iterator = std::ranges::iterator_t<V>;
    using difference = std::ranges::range_difference_t<V>;

    iterator first_{};
    difference n_ = 1;

public:
    using value_type = std::ranges::subrange<iterator>;
    using difference_type = difference;

    sliding_window_cursor() = default;
    constexpr sliding_window_cursor(iterator at, difference n) : first_(at), n_(n) {}

    constexpr value_type read() const { return {first_, first_ + n_}; }
    constexpr void next() { ++first_; }
    constexpr void prev() { --first_; }
    constexpr void advance(difference n) { first_ += n; }
    [[nodiscard]] constexpr bool equal(sliding_window_cursor const& that) const { return first_ == that.first_; }
    [[nodiscard]] constexpr difference distance_to(sliding_window_cursor const& that) const {
        return that.first_ - first_;
    }
};

}  // namespace detail

template <std::ranges::view V>
class sliding_window_view : public core::view_facade<sliding_window_view<V>> {
    [[no_unique_address]] V base_;
    std::ptrdiff_t n_;

    template <class Self>
    using cursor = detail::sliding_window_cursor<core::member_of<Self, V>>;
    template <class Self>
    using difference = std::ranges::range_difference_t<core::member_of<Self, V>>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = core::infinite<V>;

    constexpr sliding_window_view(V base, std::ptrdiff_t n) : base_(std::move(base)), n_(n) {}

    template <class Self>
    requires core::revisitable<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        if constexpr (core::indexable<core::member_of<Self, V>>)
            return cursor<Self>(std::ranges::begin(self.base_), static_cast<difference<Self>>(self.n_));
        else
            return cursor<Self>(self.base_, self.n_);
    }
    template <class Self>
    requires core::revisitable<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        using W = core::member_of<Self, V>;
        if constexpr (core::infinite<W>)
            return std::unreachable_sentinel;
        else if constexpr (core::indexable<W>)
            return cursor<Self>(std::ranges::begin(self.base_) + static_cast<difference<Self>>(count(self)),
                                static_cast<difference<Self>>(self.n_));
        else
            return core::sentinel_at(std::ranges::end(self.base_));
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr std::size_t count(Self& self) {
        return core::window_count<core::no_fill>(static_cast<std::size_t>(std::ranges::size(self.base_)),
                                                 static_cast<std::size_t>(self.n_), 1);
    }
};

}  // namespace regius

template <class V>
inline constexpr bool std::ranges::enable_borrowed_range<regius::sliding_window_view<V>> =
    std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_MORE_ITERTOOLS_SLIDING_WINDOW_HPP
