// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_PADDED_HPP
#define REGIUS_MORE_ITERTOOLS_PADDED_HPP

#include <regius/core/box.hpp>
#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/fill.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/resumed.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>
#include <regius/core/view_reader.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Fill, bool Bounded>
class padded_view;

namespace core {

template <class T>
concept character_type = std::integral<T> && !integer<T> && !std::same_as<std::remove_cv_t<T>, bool>;

/// A number does not stand in for a character, so that `words | padded("-", 5)` is what it looks like.
template <class Fill, class R>
concept padding_for = stands_in_for_elements<Fill, R> &&
                      !(character_type<std::ranges::range_value_t<R>> && integer<std::remove_cvref_t<Fill>>);

}  // namespace core

/// The elements, then a fill value until there are n elements, or without an end.
///
///     padded(row, '?', 5)                     // 1 2 3 ? ?
///     row | padded('?', 5)
///     padded(row, 0, 4, true)                 // filled up to the next multiple of 4
///     padded(row, 0)                          // zeros for ever after
///
/// Python    more_itertools.padded(iterable, fillvalue=None, n=None, next_multiple=False)
/// Accepts   a range, and a fill value with which its elements have a common type; n >= 1
/// Yields    that common type: const references to the elements, where the fill value has their type
/// Category  random access and sized over random-access ranges whose size is known, else forward; input over one-shot
///           sources
/// Cost      each element is read once; allocates nothing
/// Throws    value_error from the call, "n must be at least 1"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, the fill value is copied
/// Differs   the fill value is a value-initialised element if none is given, as C++ has no None of every type
struct padded_fn {
    template <core::iterable R, core::padding_for<R> Fill>
    [[nodiscard]] constexpr auto operator()(R&& r, Fill&& fill) const {
        return made<false>(std::forward<R>(r), std::forward<Fill>(fill), 1, false);
    }
    template <core::iterable R, core::padding_for<R> Fill, core::integer N>
    [[nodiscard]] constexpr auto operator()(R&& r, Fill&& fill, N n, bool next_multiple = false) const {
        check(n);
        return made<true>(std::forward<R>(r), std::forward<Fill>(fill), core::clamped_count(n), next_multiple);
    }
    template <core::iterable R>
    requires std::default_initializable<std::ranges::range_value_t<R>> &&
             (!core::character_type<std::ranges::range_value_t<R>>)
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return (*this)(std::forward<R>(r), std::ranges::range_value_t<R>());
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
    template <class Fill>
    [[nodiscard]] constexpr auto operator()(Fill&& fill) const {
        return core::bind_back(*this, std::decay_t<Fill>(std::forward<Fill>(fill)));
    }
    template <class Fill, core::integer N>
    requires(!(core::iterable<Fill> && core::padding_for<N, Fill>))
    [[nodiscard]] constexpr auto operator()(Fill&& fill, N n) const {
        check(n);
        return core::bind_back(*this, std::decay_t<Fill>(std::forward<Fill>(fill)), n);
    }
    template <class Fill, core::integer N, std::same_as<bool> B>
    [[nodiscard]] constexpr auto operator()(Fill&& fill, N n, B next_multiple) const {
        check(n);
        return core::bind_back(*this, std::decay_t<Fill>(std::forward<Fill>(fill)), n, next_multiple);
    }

private:
    static constexpr void check(core::integer auto n) {
        if (std::cmp_less(n, 1)) throw value_error("n must be at least 1");
    }
    template <bool Bounded, class R, class Fill>
    static constexpr auto made(R&& r, Fill&& fill, std::ptrdiff_t n, bool next_multiple) {
        using kept = core::kept_fill_t<Fill, R>;
        return padded_view<core::all_t<R>, kept, Bounded>(core::all(std::forward<R>(r)), kept(std::forward<Fill>(fill)),
                                                          n, next_multiple);
    }
};

inline constexpr padded_fn padded{};

namespace detail {

/// How many elements there must be.
template <bool Bounded>
struct padded_goal {
    std::ptrdiff_t n = 1;
    bool next_multiple = false;

    /// Whether something is missing after `size` elements.
    [[nodiscard]] constexpr bool missing(std::ptrdiff_t size) const {
        if constexpr (!Bounded) return true;
        return next_multiple ? size % n != 0 : size < n;
    }
    [[nodiscard]] constexpr std::ptrdiff_t size(std::ptrdiff_t size) const {
        if (!missing(size)) return size;
        return next_multiple ? size - size % n + n : n;
    }
};

template <class V, class Fill, bool Bounded>
class padded_cursor {
    std::ranges::iterator_t<V> it_{};
    std::ranges::sentinel_t<V> end_{};
    Fill const* fill_ = nullptr;
    padded_goal<Bounded> goal_;
    std::ptrdiff_t at_ = 0;

public:
    using reference = core::filled_reference_t<V, Fill>;
    using value_type = std::remove_cvref_t<reference>;

    padded_cursor() = default;
    constexpr padded_cursor(V& base, Fill const& fill, padded_goal<Bounded> goal)
        : it_(std::ranges::begin(base)), end_(std::ranges::end(base)), fill_(&fill), goal_(goal) {}
    constexpr reference read() const {
        return it_ != end_ ? static_cast<reference>(*it_) : static_cast<reference>(*fill_);
    }
    constexpr void next() {
        if (it_ != end_) ++it_;
        ++at_;
    }
    [[nodiscard]] constexpr bool done() const { return it_ == end_ && !goal_.missing(at_); }
    [[nodiscard]] constexpr bool equal(padded_cursor const& that) const { return at_ == that.at_; }
};

}  // namespace detail

template <std::ranges::view V, class Fill, bool Bounded>
class padded_view : public core::view_facade<padded_view<V, Fill, Bounded>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Fill> fill_;
    detail::padded_goal<Bounded> goal_;

    template <class W>
    static constexpr bool indexed = std::ranges::random_access_range<W> && std::ranges::sized_range<W>;

    template <class Self>
    static constexpr auto at(Self& self, std::ptrdiff_t size, std::ptrdiff_t place) {
        return core::filled_cursor<core::member_of<Self, V>, Fill>(std::ranges::begin(self.base_), size, *self.fill_,
                                                                   place);
    }
    static constexpr std::ptrdiff_t base_size(auto& self) {
        return static_cast<std::ptrdiff_t>(std::ranges::size(self.base_));
    }

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool infinite = core::infinite<V> || !Bounded;

    constexpr padded_view(V base, Fill fill, std::ptrdiff_t n, bool next_multiple)
        : base_(std::move(base)), fill_(std::move(fill)), goal_{n, next_multiple} {}

    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        using W = core::member_of<Self, V>;
        if constexpr (indexed<W>)
            return at(self, base_size(self), 0);
        else
            return detail::padded_cursor<W, Fill, Bounded>(self.base_, *self.fill_, self.goal_);
    }
    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        if constexpr (!Bounded)
            return std::unreachable_sentinel;
        else if constexpr (indexed<core::member_of<Self, V>>)
            return at(self, base_size(self), self.goal_.size(base_size(self)));
        else
            return std::default_sentinel;
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>> && Bounded
    static constexpr std::size_t count(Self& self) {
        return static_cast<std::size_t>(self.goal_.size(base_size(self)));
    }
    static constexpr bool flow(auto& self, auto& sink) {
        using reference = core::filled_reference_t<core::member_of<decltype(self), V>, Fill>;
        std::ptrdiff_t size = 0;
        bool const whole = core::for_each_while(self.base_, [&](auto&& x) -> bool {
            ++size;
            return sink(static_cast<reference>(std::forward<decltype(x)>(x)));
        });
        if (!whole) return false;
        for (; self.goal_.missing(size); ++size)
            if (!sink(static_cast<reference>(*self.fill_))) return false;
        return true;
    }
};

/// Keeps the place, so that a second loop over a one-shot source goes on where the first was left.
template <std::ranges::view V, class Fill, bool Bounded>
requires(!std::ranges::forward_range<V>)
class padded_view<V, Fill, Bounded> : public core::view_facade<padded_view<V, Fill, Bounded>> {
    using reader = core::view_reader<padded_view>;
    using reference = core::filled_reference_t<V, Fill>;
    using value_type = std::remove_cvref_t<reference>;
    friend reader;

    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Fill> fill_;
    detail::padded_goal<Bounded> goal_;
    core::resumed<V> place_;
    std::ptrdiff_t size_ = 0;  // elements up to this place
    bool filling_ = false;
    bool done_ = false;

    constexpr void start() {
        if constexpr (core::restartable<V>) {
            place_ = core::resumed<V>();
            size_ = 0;
        }
        step();
    }
    constexpr void step() {
        filling_ = !place_.next(base_);
        done_ = filling_ && !goal_.missing(size_);
        if (!done_) ++size_;
    }
    [[nodiscard]] constexpr bool done() const { return done_; }
    constexpr reference read() const {
        return filling_ ? static_cast<reference>(*fill_) : static_cast<reference>(place_.read());
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V> || !Bounded;

    constexpr padded_view(V base, Fill fill, std::ptrdiff_t n, bool next_multiple)
        : base_(std::move(base)), fill_(std::move(fill)), goal_{n, next_multiple} {}

    static constexpr auto first(padded_view& self) {
        self.start();
        return reader(self);
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_PADDED_HPP
