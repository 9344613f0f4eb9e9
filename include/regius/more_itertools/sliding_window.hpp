// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SLIDING_WINDOW_HPP
#define REGIUS_MORE_ITERTOOLS_SLIDING_WINDOW_HPP

#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/row.hpp>
#include <regius/core/row_of.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>
#include <regius/core/windows.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Shape = std::identity>
class sliding_window_view;

namespace detail {
template <class V, class Indices>
class sliding_window_rows;
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
        using rows = detail::sliding_window_rows<V, std::make_index_sequence<N>>;
        if constexpr (core::revisitable<V>)
            return sliding_window_view<V, core::row_of<N>>(core::all(std::forward<R>(r)), std::ptrdiff_t{N});
        else
            return core::buffered_windows_view<V, core::no_fill, rows>(core::all(std::forward<R>(r)), core::no_fill(),
                                                                       N, 1);
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

template <std::size_t N>
inline constexpr sliding_window_n_fn<N> sliding_window_n{};

namespace detail {

/// What a view has as its value_type where a window is kept: the elements of a row, not references to them.
template <class Window>
struct sliding_window_value : std::type_identity<Window> {};
template <class... Ts>
struct sliding_window_value<core::row<Ts...>> : std::type_identity<std::tuple<std::remove_cvref_t<Ts>...>> {};

template <class V, std::size_t... Is>
class sliding_window_rows<V, std::index_sequence<Is...>> : public core::window_buffer<V> {
    using base = core::window_buffer<V>;
    template <std::size_t>
    using value = typename base::value_type::value_type;

public:
    using value_type = std::tuple<value<Is>...>;
    [[gnu::always_inline]] constexpr auto window(std::size_t) const {
        return core::row_of<sizeof...(Is)>()(base::window(sizeof...(Is)));
    }
};

/// So few elements that shifting them, in registers, costs less than knowing where they begin.
template <class V, std::size_t... Is>
requires(core::window_element<V>::plain &&
         sizeof(typename core::window_element<V>::kept) == alignof(typename core::window_element<V>::kept) &&
         sizeof...(Is) <= 8)
class sliding_window_rows<V, std::index_sequence<Is...>> {
    using element = core::window_element<V>;
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
    using value_type = std::tuple<std::remove_cvref_t<reference<Is>>...>;

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
template <class V, class Shape>
class sliding_window_cursor {
    using iterator = std::ranges::iterator_t<V>;

    struct unneeded {};

    iterator first_{};
    iterator last_{};
    [[no_unique_address]] std::conditional_t<core::indexable<V>, unneeded, std::ranges::sentinel_t<V>> end_{};

public:
    using difference_type = std::ranges::range_difference_t<V>;
    using value_type = typename sliding_window_value<
        std::remove_cvref_t<std::invoke_result_t<Shape, std::ranges::subrange<iterator>>>>::type;

    sliding_window_cursor() = default;
    constexpr sliding_window_cursor(V& base, std::ptrdiff_t n) : first_(std::ranges::begin(base)) {
        if constexpr (!core::indexable<V>) end_ = std::ranges::end(base);
        if constexpr (std::ranges::sized_range<V>)
            n = core::smaller(n, static_cast<std::ptrdiff_t>(std::ranges::size(base)) + 1);
        last_ = std::ranges::next(first_, static_cast<difference_type>(n - 1), std::ranges::end(base));
    }

    constexpr auto read() const { return Shape()(std::ranges::subrange<iterator>(first_, std::ranges::next(last_))); }
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
    constexpr void advance(difference_type n)
    requires core::indexable<V>
    {
        first_ += n;
        last_ += n;
    }
    [[nodiscard]] constexpr bool done() const
    requires(!core::indexable<V>)
    {
        return last_ == end_;
    }
    [[nodiscard]] constexpr bool equal(sliding_window_cursor const& that) const { return last_ == that.last_; }
    [[nodiscard]] constexpr difference_type distance_to(sliding_window_cursor const& that) const
    requires core::indexable<V>
    {
        return that.last_ - last_;
    }
};

}  // namespace detail

template <std::ranges::view V, class Shape>
class sliding_window_view : public core::view_facade<sliding_window_view<V, Shape>> {
    [[no_unique_address]] V base_;
    std::ptrdiff_t n_;

    template <class Self>
    using cursor = detail::sliding_window_cursor<core::member_of<Self, V>, Shape>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = core::infinite<V>;

    constexpr sliding_window_view(V base, std::ptrdiff_t n) : base_(std::move(base)), n_(n) {}

    template <class Self>
    requires core::revisitable<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return cursor<Self>(self.base_, self.n_);
    }
    template <class Self>
    requires core::indexable<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        if constexpr (infinite) {
            return std::unreachable_sentinel;
        } else {
            auto at = first(self);
            at.advance(static_cast<std::ranges::range_difference_t<V>>(count(self)));
            return at;
        }
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr std::size_t count(Self& self) {
        return core::window_count<core::no_fill>(static_cast<std::size_t>(std::ranges::size(self.base_)),
                                                 static_cast<std::size_t>(self.n_), 1);
    }
};

}  // namespace regius

template <class V, class Shape>
inline constexpr bool std::ranges::enable_borrowed_range<regius::sliding_window_view<V, Shape>> =
    std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_MORE_ITERTOOLS_SLIDING_WINDOW_HPP
