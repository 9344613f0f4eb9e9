// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ITERATOR_HPP
#define REGIUS_CORE_ITERATOR_HPP

#include <compare>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace regius::core {

// A tool writes a cursor: a small class that knows how to read and how to step. `basic_iterator` makes the C++20
// iterator of it, of the strongest category that the cursor's members allow:
//
//     read() const                input: the element (a reference, or a value made on the spot)
//     next()
//     done() const                compares with std::default_sentinel, or
//     done(last) const            with the basic_sentinel of core/basic_sentinel.hpp that holds `last`; a cursor without
//                                 either ends at another cursor
//     equal(that) const           forward: cursors over the same view are at the same place
//     prev()                      bidirectional
//     advance(n)                  random access
//     distance_to(that) const
//     remaining([last]) const     sized sentinel: how many elements are left
//     move() const                iter_move, where it is not what read() suggests
//     value_type                  where it is not read() without its reference
//     difference_type             where it is not std::ptrdiff_t
//
// What a loop does for every element is always inlined, here and in core/reading.hpp: without optimisation the calls
// would be most of its time.

namespace cursors {

template <class C>
concept forward = std::copyable<C> && std::default_initializable<C> && requires(C const& c) {
    { c.equal(c) } -> std::convertible_to<bool>;
};
template <class C>
concept bidirectional = forward<C> && requires(C& c) { c.prev(); };

template <class C>
using reference = decltype(std::declval<C const&>().read());

template <class C>
struct suggested {
    using value_type = std::remove_cvref_t<reference<C>>;
    using difference_type = std::ptrdiff_t;
};
template <class C, bool Says>
using says_or_suggests = std::conditional_t<Says, C, suggested<C>>;
template <class C>
using value = typename says_or_suggests<C, requires { typename C::value_type; }>::value_type;
template <class C>
using difference = typename says_or_suggests<C, requires { typename C::difference_type; }>::difference_type;

template <class C>
concept random_access = bidirectional<C> && requires(C& c, C const& k, difference<C> n) {
    c.advance(n);
    k.distance_to(k);
};

template <class C>
using category = std::conditional_t<
    random_access<C>, std::random_access_iterator_tag,
    std::conditional_t<bidirectional<C>, std::bidirectional_iterator_tag,
                       std::conditional_t<forward<C>, std::forward_iterator_tag, std::input_iterator_tag>>>;

/// C++17 algorithms call an iterator forward only if it hands out true references.
template <class C>
struct legacy_category {};
template <forward C>
struct legacy_category<C> {
    using iterator_category =
        std::conditional_t<std::is_lvalue_reference_v<reference<C>>, category<C>, std::input_iterator_tag>;
};

}  // namespace cursors

/// What an iterator of random access has beyond += and [], all of it made of those and of distance_to.
template <class Iterator, class Cursor>
struct iterator_arithmetic {};
template <class Iterator, cursors::random_access Cursor>
struct iterator_arithmetic<Iterator, Cursor> {
    using difference_type = cursors::difference<Cursor>;

    friend constexpr Iterator& operator-=(Iterator& it, difference_type n) { return it += -n; }
    [[nodiscard]] friend constexpr Iterator operator+(Iterator it, difference_type n) { return it += n; }
    [[nodiscard]] friend constexpr Iterator operator+(difference_type n, Iterator it) { return it += n; }
    [[nodiscard]] friend constexpr Iterator operator-(Iterator it, difference_type n) { return it -= n; }
    [[nodiscard]] friend constexpr difference_type operator-(Iterator const& a, Iterator const& b) {
        return b.cursor().distance_to(a.cursor());
    }
    [[nodiscard]] friend constexpr std::strong_ordering operator<=>(Iterator const& a, Iterator const& b) {
        return difference_type{0} <=> difference_type{a.cursor().distance_to(b.cursor())};
    }
};

template <class Cursor>
class basic_iterator : public cursors::legacy_category<Cursor>,
                       public iterator_arithmetic<basic_iterator<Cursor>, Cursor> {
    [[no_unique_address]] Cursor cursor_;

public:
    using iterator_concept = cursors::category<Cursor>;
    using value_type = cursors::value<Cursor>;
    using difference_type = cursors::difference<Cursor>;
    using reference = cursors::reference<Cursor>;

    constexpr basic_iterator()
    requires std::default_initializable<Cursor>
        : cursor_() {}
    constexpr explicit basic_iterator(Cursor cursor) : cursor_(std::move(cursor)) {}

    /// An iterator becomes a const_iterator where its cursor does.
    template <class Other>
    requires(!std::same_as<Other, Cursor> && std::convertible_to<Other const&, Cursor>)
    constexpr basic_iterator(basic_iterator<Other> const& that) : cursor_(that.cursor()) {}

    [[nodiscard, gnu::always_inline]] constexpr Cursor const& cursor() const noexcept { return cursor_; }

    [[nodiscard, gnu::always_inline]] constexpr reference operator*() const { return cursor_.read(); }
    [[nodiscard]] constexpr auto operator->() const
    requires std::is_lvalue_reference_v<reference>
    {
        return std::addressof(cursor_.read());
    }
    [[nodiscard]] constexpr reference operator[](difference_type n) const
    requires cursors::random_access<Cursor>
    {
        return *(*this + n);
    }

    [[gnu::always_inline]] constexpr basic_iterator& operator++() {
        cursor_.next();
        return *this;
    }
    constexpr void operator++(int) { cursor_.next(); }
    constexpr basic_iterator operator++(int)
    requires cursors::forward<Cursor>
    {
        auto before = *this;
        cursor_.next();
        return before;
    }
    constexpr basic_iterator& operator--()
    requires cursors::bidirectional<Cursor>
    {
        cursor_.prev();
        return *this;
    }
    constexpr basic_iterator operator--(int)
    requires cursors::bidirectional<Cursor>
    {
        auto before = *this;
        cursor_.prev();
        return before;
    }
    constexpr basic_iterator& operator+=(difference_type n)
    requires cursors::random_access<Cursor>
    {
        cursor_.advance(n);
        return *this;
    }

    [[nodiscard, gnu::always_inline]] friend constexpr bool operator==(basic_iterator const& a, basic_iterator const& b)
    requires cursors::forward<Cursor>
    {
        return a.cursor_.equal(b.cursor_);
    }
    [[nodiscard, gnu::always_inline]] friend constexpr bool operator==(basic_iterator const& it,
                                                                       std::default_sentinel_t)
    requires requires(Cursor const& c) { c.done(); }
    {
        return it.cursor_.done();
    }
    [[nodiscard]] friend constexpr difference_type operator-(std::default_sentinel_t, basic_iterator const& it)
    requires requires(Cursor const& c) { c.remaining(); }
    {
        return static_cast<difference_type>(it.cursor_.remaining());
    }
    [[nodiscard]] friend constexpr difference_type operator-(basic_iterator const& it, std::default_sentinel_t)
    requires requires(Cursor const& c) { c.remaining(); }
    {
        return -static_cast<difference_type>(it.cursor_.remaining());
    }
    // Without this iter_move is what read() suggests.
    [[nodiscard]] friend constexpr decltype(auto) iter_move(basic_iterator const& it)
    requires requires(Cursor const& c) { c.move(); }
    {
        return it.cursor_.move();
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_ITERATOR_HPP
