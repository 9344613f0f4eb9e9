// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_WINDOWED_HPP
#define REGIUS_MORE_ITERTOOLS_WINDOWED_HPP

#include <regius/core/box.hpp>
#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/fill.hpp>
#include <regius/core/iterator.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/reused.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>
#include <regius/core/windows.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

template <std::ranges::view V, class Fill>
class windowed_view;

/// Windows of n elements, each `step` elements further than the one before; the last is filled up.
///
///     windowed(samples, 3)                    // 1 2 3, 2 3 4, ...
///     windowed("ABCDEF"sv, 3, '!', 2)         // ABC CDE EF!
///     "AB"sv | windowed(3, '!')               // AB!
///
/// Python    more_itertools.windowed(seq, n, fillvalue=None, step=1)
/// Accepts   a range, a one-shot source and one without an end too; n >= 1; a fill value with which the elements have a
///           common type; step >= 1
/// Yields    windows until one has reached the end, themselves ranges of n elements: const references to the elements,
///           where the fill value has their type. Over one-shot sources, and where walking or reading computes, a window
///           on a buffer that the next one overwrites. The value_type of the view is a std::vector, so that collecting
///           windows keeps them
/// Category  random access and const-iterable over random-access ranges that are in place, sized where they are; else input
/// Cost      O(1) a step, each element is computed once; the buffer is the only allocation
/// Throws    value_error from the call, "n must be > 0", "step must be >= 1"
/// Lifetime  a window lives as long as the view; an lvalue range is borrowed, an rvalue is owned, the fill value is copied
/// Differs   the fill value is a value-initialised element if none is given, as C++ has no None of every type
struct windowed_fn {
    template <core::iterable R, core::integer N, core::stands_in_for_elements<R> Fill, core::integer Step = int>
    [[nodiscard]] constexpr auto operator()(R&& r, N n, Fill&& fill, Step step = 1) const {
        using V = core::all_t<R>;
        using kept = core::kept_fill_t<Fill, R>;
        check(n, step);
        if constexpr (core::revisitable<V> && core::indexable<V>)
            return windowed_view<V, kept>(core::all(std::forward<R>(r)), kept(std::forward<Fill>(fill)),
                                          core::clamped_count(n), core::clamped_count(step));
        else
            return core::buffered_windows_view<V, core::box<kept>,
                                               core::window_buffer<V, core::filled_reference_t<V, kept>>>(
                core::all(std::forward<R>(r)), core::box<kept>(kept(std::forward<Fill>(fill))),
                static_cast<std::size_t>(core::clamped_count(n)), static_cast<std::size_t>(core::clamped_count(step)));
    }
    template <core::iterable R, core::integer N>
    requires std::default_initializable<std::ranges::range_value_t<R>>
    [[nodiscard]] constexpr auto operator()(R&& r, N n) const {
        return (*this)(std::forward<R>(r), n, std::ranges::range_value_t<R>());
    }

    [[nodiscard]] constexpr auto operator()(core::integer auto n) const {
        check(n, 1);
        return core::bind_back(*this, n);
    }
    template <class Fill, core::integer Step = int>
    [[nodiscard]] constexpr auto operator()(core::integer auto n, Fill&& fill, Step step = 1) const {
        check(n, step);
        return core::bind_back(*this, n, std::decay_t<Fill>(std::forward<Fill>(fill)), step);
    }

private:
    static constexpr void check(core::integer auto n, core::integer auto step) {
        if (std::cmp_less(n, 1)) throw value_error("n must be > 0");
        if (std::cmp_less(step, 1)) throw value_error("step must be >= 1");
    }
};

inline constexpr windowed_fn windowed{};

namespace detail {

/// Where windows lie on `size` elements: the number of the window is counted, not where it begins, so that the last one
/// and the end need no care.
template <class V, class Fill>
class windowed_cursor {
    using iterator = std::ranges::iterator_t<V>;
    using element = core::basic_iterator<core::filled_cursor<V, Fill>>;

    iterator origin_{};
    std::ptrdiff_t size_ = 0;
    std::ptrdiff_t n_ = 1;
    std::ptrdiff_t step_ = 1;
    Fill const* fill_ = nullptr;
    std::ptrdiff_t at_ = 0;

public:
    using window = core::reused<element>;
    using value_type = std::vector<typename element::value_type>;

    windowed_cursor() = default;
    constexpr windowed_cursor(iterator origin, std::ptrdiff_t size, std::ptrdiff_t n, std::ptrdiff_t step,
                              Fill const& fill, std::ptrdiff_t at)
        : origin_(origin), size_(size), n_(n), step_(step), fill_(&fill), at_(at) {}

    /// The window that begins with element `begin` and has `found` elements of the range.
    constexpr window cut(std::ptrdiff_t begin, std::ptrdiff_t found) const {
        auto const it = origin_ + static_cast<std::ranges::range_difference_t<V>>(begin);
        return {element({it, found, *fill_, 0}), element({it, found, *fill_, n_})};
    }
    constexpr window read() const { return cut(at_ * step_, core::smaller(n_, size_ - at_ * step_)); }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(windowed_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(windowed_cursor const& that) const { return that.at_ - at_; }
};

}  // namespace detail

template <std::ranges::view V, class Fill>
class windowed_view : public core::view_facade<windowed_view<V, Fill>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] core::box<Fill> fill_;
    std::ptrdiff_t n_;
    std::ptrdiff_t step_;

    template <class Self>
    static constexpr auto at(Self& self, std::ptrdiff_t place) {
        using W = core::member_of<Self, V>;
        std::ptrdiff_t size = std::numeric_limits<std::ptrdiff_t>::max();
        if constexpr (std::ranges::sized_range<W>) size = static_cast<std::ptrdiff_t>(std::ranges::size(self.base_));
        return detail::windowed_cursor<W, Fill>(std::ranges::begin(self.base_), size, self.n_, self.step_, *self.fill_,
                                                place);
    }

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = core::infinite<V>;

    constexpr windowed_view(V base, Fill fill, std::ptrdiff_t n, std::ptrdiff_t step)
        : base_(std::move(base)), fill_(std::move(fill)), n_(n), step_(step) {}

    template <class Self>
    requires core::indexable<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return at(self, 0);
    }
    template <class Self>
    requires core::indexable<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        if constexpr (infinite)
            return std::unreachable_sentinel;
        else
            return at(self, static_cast<std::ptrdiff_t>(count(self)));
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr std::size_t count(Self& self) {
        return core::window_count<Fill>(static_cast<std::size_t>(std::ranges::size(self.base_)),
                                        static_cast<std::size_t>(self.n_), static_cast<std::size_t>(self.step_));
    }
    /// Full windows first: that they are full, and how many there are, is then known outside of the loop.
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr bool flow(Self& self, auto& sink) {
        auto const size = static_cast<std::ptrdiff_t>(std::ranges::size(self.base_));
        auto const full = core::window_count<core::no_fill>(
            static_cast<std::size_t>(size), static_cast<std::size_t>(self.n_), static_cast<std::size_t>(self.step_));
        auto const windows = first(self);
        std::ptrdiff_t begin = 0;
        for (auto left = full; left != 0; --left, begin += self.step_)
            if (!sink(windows.cut(begin, self.n_))) return false;
        return full == count(self) || sink(windows.cut(begin, size - begin));
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_WINDOWED_HPP
