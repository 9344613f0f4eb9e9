// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_NCYCLES_HPP
#define REGIUS_MORE_ITERTOOLS_NCYCLES_HPP

#include <regius/core/clamped_count.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <utility>

namespace regius {

template <std::ranges::view V>
class ncycles_view;

/// All elements n times over.
///
///     ncycles("ab"sv, 3)                      // a b a b a b
///
/// Python    more_itertools.ncycles(iterable, n)
/// Accepts   a range with an end; nothing comes of n <= 0
/// Yields    the elements of the range; copies of them where they had to be read into a vector
/// Category  random access over random-access ranges, else forward; sized and const-iterable where the range is
/// Cost      one-shot sources, and ranges where walking or reading computes, are read into a vector by the call; others
///           are walked n times
/// Throws    value_error from size() when the number of elements does not fit std::ptrdiff_t
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct ncycles_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r, core::integer auto n) const {
        auto const times = std::cmp_less(n, 0) ? 0 : core::clamped_count(n);
        if constexpr (core::revisitable<core::all_t<R>>)
            return ncycles_view(core::all(std::forward<R>(r)), times);
        else
            return ncycles_view(core::pool(std::forward<R>(r)), times);
    }
    [[nodiscard]] constexpr auto operator()(core::integer auto n) const { return core::bind_back(*this, n); }
};

inline constexpr ncycles_fn ncycles{};

namespace detail {

template <class V>
class ncycles_cursor {
    std::ranges::iterator_t<V> it_{};
    V* base_ = nullptr;
    std::ptrdiff_t left_ = 0;  // rounds, this one among them

public:
    using value_type = std::ranges::range_value_t<V>;

    ncycles_cursor() = default;
    constexpr ncycles_cursor(V& base, std::ptrdiff_t n) : it_(std::ranges::begin(base)), base_(&base), left_(n) {
        if (it_ == std::ranges::end(base)) left_ = 0;
    }
    constexpr decltype(auto) read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() {
        if (++it_ == std::ranges::end(*base_)) {
            it_ = std::ranges::begin(*base_);
            --left_;
        }
    }
    [[nodiscard]] constexpr bool done() const { return left_ == 0; }
    [[nodiscard]] constexpr bool equal(ncycles_cursor const& that) const {
        return left_ == that.left_ && it_ == that.it_;
    }
};

template <class V>
requires std::ranges::random_access_range<V> && std::ranges::sized_range<V>
class ncycles_cursor<V> {
    using difference = std::ranges::range_difference_t<V>;

    std::ranges::iterator_t<V> origin_{};
    std::ptrdiff_t size_ = 0;
    std::ptrdiff_t round_ = 0;
    std::ptrdiff_t at_ = 0;

public:
    using value_type = std::ranges::range_value_t<V>;

    ncycles_cursor() = default;
    constexpr ncycles_cursor(V& base, std::ptrdiff_t round)
        : origin_(std::ranges::begin(base)),
          size_(static_cast<std::ptrdiff_t>(std::ranges::size(base))),
          round_(size_ == 0 ? 0 : round) {}
    constexpr decltype(auto) read() const { return origin_[static_cast<difference>(at_)]; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(origin_ + static_cast<difference>(at_)); }
    constexpr void next() {
        if (++at_ == size_) {
            at_ = 0;
            ++round_;
        }
    }
    constexpr void prev() {
        if (at_-- == 0) {
            at_ = size_ - 1;
            --round_;
        }
    }
    constexpr void advance(std::ptrdiff_t n) {
        if (size_ == 0) return;
        round_ += n / size_;
        at_ += n % size_;
        if (at_ < 0) {
            at_ += size_;
            --round_;
        } else if (at_ >= size_) {
            at_ -= size_;
            ++round_;
        }
    }
    [[nodiscard]] constexpr bool equal(ncycles_cursor const& that) const {
        return at_ == that.at_ && round_ == that.round_;
    }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(ncycles_cursor const& that) const {
        return (that.round_ - round_) * size_ + (that.at_ - at_);
    }
};

}  // namespace detail

template <std::ranges::view V>
class ncycles_view : public core::view_facade<ncycles_view<V>> {
    [[no_unique_address]] V base_;
    std::ptrdiff_t n_;

    template <class W>
    static constexpr bool indexed = std::ranges::random_access_range<W> && std::ranges::sized_range<W>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = true;

    constexpr ncycles_view(V base, std::ptrdiff_t n) : base_(std::move(base)), n_(n) {}

    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        using W = core::member_of<Self, V>;
        return detail::ncycles_cursor<W>(self.base_, indexed<W> ? 0 : self.n_);
    }
    template <class Self>
    requires std::ranges::forward_range<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        using W = core::member_of<Self, V>;
        if constexpr (indexed<W>)
            return detail::ncycles_cursor<W>(self.base_, self.n_);
        else
            return std::default_sentinel;
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr std::size_t count(Self& self) {
        auto const size = static_cast<std::ptrdiff_t>(std::ranges::size(self.base_));
        if (size != 0 && self.n_ > std::numeric_limits<std::ptrdiff_t>::max() / size)
            throw value_error("ncycles: the number of elements does not fit");
        return static_cast<std::size_t>(size * self.n_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        if (std::ranges::begin(self.base_) == std::ranges::end(self.base_)) return true;
        for (auto left = self.n_; left != 0; --left)
            if (!core::for_each_while(self.base_, sink)) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_NCYCLES_HPP
