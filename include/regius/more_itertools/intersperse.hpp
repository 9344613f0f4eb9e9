// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_INTERSPERSE_HPP
#define REGIUS_MORE_ITERTOOLS_INTERSPERSE_HPP

#include <regius/core/basic_sentinel.hpp>
#include <regius/core/box.hpp>
#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/fill.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/kept_element.hpp>
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

template <std::ranges::view V, class Filler>
class intersperse_view;

/// The elements with a filler between every n of them.
///
///     intersperse(", ", words)                // one , two , three
///     range(1, 6) | intersperse(0, 2)         // 1 2 0 3 4 0 5
///
/// Python    more_itertools.intersperse(e, iterable, n=1)
/// Accepts   a filler with which the elements have a common type, and a range; n >= 1
/// Yields    that common type: const references to the elements, where the filler has their type; over one-shot sources
///           to a kept element, good until the next is asked for
/// Category  that of the range, random access at most, sized where it is; input over one-shot sources
/// Cost      each element is read once; allocates nothing
/// Throws    value_error from the call, "n must be > 0"
/// Lifetime  an lvalue range is borrowed, an rvalue is owned, the filler is copied
/// Differs   Python pulls n elements at a time, this one
struct intersperse_fn {
    template <class Filler, core::iterable R, core::integer N = int>
    requires core::stands_in_for_elements<Filler, R>
    [[nodiscard]] constexpr auto operator()(Filler&& filler, R&& r, N n = 1) const {
        using kept = core::kept_fill_t<Filler, R>;
        check(n);
        return intersperse_view<core::all_t<R>, kept>(core::all(std::forward<R>(r)), kept(std::forward<Filler>(filler)),
                                                      core::clamped_count(n));
    }
    template <class Filler, core::integer N = int>
    [[nodiscard]] constexpr auto operator()(Filler&& filler, N n = 1) const {
        check(n);
        return core::bind_back(filler_first(), std::decay_t<Filler>(std::forward<Filler>(filler)), n);
    }

private:
    struct filler_first {
        template <class R, class Filler, class N>
        requires std::invocable<intersperse_fn const&, Filler, R, N>
        constexpr auto operator()(R&& r, Filler&& filler, N n) const {
            return intersperse_fn()(std::forward<Filler>(filler), std::forward<R>(r), n);
        }
    };
    static constexpr void check(core::integer auto n) {
        if (std::cmp_less(n, 1)) throw value_error("n must be > 0");
    }
};

inline constexpr intersperse_fn intersperse{};

namespace detail {

/// Stands on an element, or on the filler before it. `since_` counts the elements since the last filler: n on the next.
template <class V, class Filler>
class intersperse_cursor {
    using iterator = std::ranges::iterator_t<V>;

    iterator it_{};
    std::ptrdiff_t n_ = 1;
    std::ptrdiff_t since_ = 0;
    Filler const* filler_ = nullptr;

public:
    using reference = core::filled_reference_t<V, Filler>;
    using value_type = std::remove_cvref_t<reference>;
    using difference_type = std::ranges::range_difference_t<V>;

    intersperse_cursor() = default;
    constexpr intersperse_cursor(iterator it, std::ptrdiff_t n, std::ptrdiff_t since, Filler const& filler)
        : it_(std::move(it)), n_(n), since_(since), filler_(&filler) {}

    constexpr reference read() const {
        return since_ == n_ ? static_cast<reference>(*filler_) : static_cast<reference>(*it_);
    }
    constexpr void next() {
        if (since_ == n_) {
            since_ = 0;
        } else {
            ++it_;
            ++since_;
        }
    }
    constexpr void prev()
    requires std::ranges::bidirectional_range<V>
    {
        if (since_ == 0) {
            since_ = n_;
        } else {
            --it_;
            --since_;
        }
    }
    /// A filler follows only where an element does.
    [[nodiscard]] constexpr bool done(std::ranges::sentinel_t<V> const& last) const { return it_ == last; }
    [[nodiscard]] constexpr bool equal(intersperse_cursor const& that) const
    requires std::ranges::forward_range<V>
    {
        return it_ == that.it_ && since_ == that.since_;
    }
};

/// The same by numbers.
template <class V, class Filler>
requires core::indexable<V>
class intersperse_cursor<V, Filler> {
    using iterator = std::ranges::iterator_t<V>;

    iterator origin_{};
    std::ptrdiff_t n_ = 1;
    std::ptrdiff_t since_ = 0;
    std::ptrdiff_t at_ = 0;  // elements before this place
    Filler const* filler_ = nullptr;

    [[nodiscard]] constexpr std::ptrdiff_t number() const { return at_ + at_ / n_ - (since_ == n_); }

public:
    using reference = core::filled_reference_t<V, Filler>;
    using value_type = std::remove_cvref_t<reference>;

    intersperse_cursor() = default;
    constexpr intersperse_cursor(iterator origin, std::ptrdiff_t n, std::ptrdiff_t number, Filler const& filler)
        : origin_(std::move(origin)), n_(n), filler_(&filler) {
        advance(number);
    }

    constexpr reference read() const {
        if (since_ == n_) return static_cast<reference>(*filler_);
        return static_cast<reference>(origin_[static_cast<std::ranges::range_difference_t<V>>(at_)]);
    }
    constexpr void next() {
        if (since_ == n_) {
            since_ = 0;
        } else {
            ++at_;
            ++since_;
        }
    }
    constexpr void prev() {
        if (since_ == 0) {
            since_ = n_;
        } else {
            --at_;
            --since_;
        }
    }
    constexpr void advance(std::ptrdiff_t by) {
        auto const goal = static_cast<std::size_t>(number() + by);
        auto const group = static_cast<std::size_t>(n_) + 1;
        since_ = static_cast<std::ptrdiff_t>(goal % group);
        at_ = static_cast<std::ptrdiff_t>(goal - goal / group);
    }
    [[nodiscard]] constexpr bool equal(intersperse_cursor const& that) const {
        return at_ == that.at_ && since_ == that.since_;
    }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(intersperse_cursor const& that) const {
        return that.number() - number();
    }
};

}  // namespace detail

template <std::ranges::view V, class Filler>
class intersperse_view : public core::view_facade<intersperse_view<V, Filler>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Filler> filler_;
    std::ptrdiff_t n_;

    template <class Self>
    using cursor = detail::intersperse_cursor<core::member_of<Self, V>, Filler>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr intersperse_view(V base, Filler filler, std::ptrdiff_t n)
        : base_(std::move(base)), filler_(std::move(filler)), n_(n) {}

    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return cursor<Self>(std::ranges::begin(self.base_), self.n_, 0, *self.filler_);
    }
    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        using W = core::member_of<Self, V>;
        if constexpr (core::infinite<W>)
            return std::unreachable_sentinel;
        else if constexpr (core::indexable<W>)
            return cursor<Self>(std::ranges::begin(self.base_), self.n_, static_cast<std::ptrdiff_t>(count(self)),
                                *self.filler_);
        else
            return core::sentinel_at(std::ranges::end(self.base_));
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr std::size_t count(Self& self) {
        auto const size = static_cast<std::size_t>(std::ranges::size(self.base_));
        return size == 0 ? 0 : size + (size - 1) / static_cast<std::size_t>(self.n_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        using reference = typename cursor<std::remove_reference_t<decltype(self)>>::reference;
        std::ptrdiff_t since = 0;
        return core::for_each_while(self.base_, [&](auto&& x) -> bool {
            if (since == self.n_) {
                since = 0;
                if (!sink(static_cast<reference>(*self.filler_))) return false;
            }
            ++since;
            return sink(static_cast<reference>(std::forward<decltype(x)>(x)));
        });
    }
};

/// Keeps the element that was pulled to know whether a filler comes before it.
template <std::ranges::view V, class Filler>
requires(!std::ranges::forward_range<V>)
class intersperse_view<V, Filler> : public core::view_facade<intersperse_view<V, Filler>> {
    using kept = core::kept_element<V>;
    using reader = core::view_reader<intersperse_view>;
    using reference = std::common_reference_t<typename kept::looked, Filler const&>;
    using value_type = std::remove_cvref_t<reference>;
    friend reader;

    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Filler> filler_;
    core::resumed<V> place_;
    kept now_;
    std::ptrdiff_t n_;
    std::ptrdiff_t since_ = 0;  // elements since the last filler: n_ on the next
    bool begun_ = false;

    constexpr void pull() {
        now_.reset();
        if (place_.next(base_)) now_.take(place_.read());
    }
    constexpr void start() {
        if constexpr (core::restartable<V>) {
            place_ = core::resumed<V>();
            since_ = 0;
            begun_ = false;
        }
        if (std::exchange(begun_, true))
            step();
        else
            pull();
    }
    constexpr void step() {
        if (since_ == n_) {
            since_ = 0;
        } else {
            ++since_;
            pull();
        }
    }
    [[nodiscard]] constexpr bool done() const { return !now_; }
    constexpr reference read() const {
        return since_ == n_ ? static_cast<reference>(*filler_) : static_cast<reference>(now_.look());
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr intersperse_view(V base, Filler filler, std::ptrdiff_t n)
        : base_(std::move(base)), filler_(std::move(filler)), n_(n) {}

    static constexpr auto first(intersperse_view& self) {
        self.start();
        return reader(self);
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_INTERSPERSE_HPP
