// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_STRIDED_HPP
#define REGIUS_CORE_STRIDED_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

template <class V>
class strided_cursor {
    using difference = std::ranges::range_difference_t<V>;

    std::ranges::iterator_t<V> origin_{};
    difference step_ = 1;
    difference at_ = 0;

    template <class>
    friend class strided_cursor;

public:
    using value_type = std::ranges::range_value_t<V>;
    using difference_type = difference;

    strided_cursor() = default;
    constexpr strided_cursor(std::ranges::iterator_t<V> origin, difference step, difference at)
        : origin_(std::move(origin)), step_(step), at_(at) {}
    template <class W>
    requires(!std::same_as<V, W>) && std::convertible_to<std::ranges::iterator_t<W> const&, std::ranges::iterator_t<V>>
    constexpr strided_cursor(strided_cursor<W> const& that) : origin_(that.origin_), step_(that.step_), at_(that.at_) {}

    constexpr decltype(auto) read() const { return origin_[at_ * step_]; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(origin_ + at_ * step_); }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(difference n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(strided_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr difference distance_to(strided_cursor const& that) const { return that.at_ - at_; }
};

/// Positions cannot be computed: it walks, and stays on the last element when there is no next one.
template <class V>
requires(!std::ranges::random_access_range<V>)
class strided_cursor<V> {
    using difference = std::ranges::range_difference_t<V>;

    std::ranges::iterator_t<V> it_{};
    difference step_ = 1;
    difference left_ = 0;

public:
    using value_type = std::ranges::range_value_t<V>;
    using difference_type = difference;

    strided_cursor() = default;
    constexpr strided_cursor(std::ranges::iterator_t<V> it, difference step, difference left)
        : it_(std::move(it)), step_(step), left_(left) {}

    constexpr decltype(auto) read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() {
        if (--left_ != 0) std::ranges::advance(it_, step_);
    }
    constexpr void prev() {
        if (left_++ != 0) std::ranges::advance(it_, -step_);
    }
    [[nodiscard]] constexpr bool done() const { return left_ == 0; }
    [[nodiscard]] constexpr difference remaining() const { return left_; }
    [[nodiscard]] constexpr bool equal(strided_cursor const& that) const { return left_ == that.left_; }
};

/// `count` elements of a range that can be walked both ways: that at `start`, and then every step-th, backwards if step is
/// negative.
template <std::ranges::view V>
class strided_view : public view_facade<strided_view<V>> {
    [[no_unique_address]] V base_;
    std::ranges::range_difference_t<V> start_;
    std::ranges::range_difference_t<V> step_;
    std::ranges::range_difference_t<V> count_;

    static constexpr bool indexed = std::ranges::random_access_range<V>;

    template <class Self>
    static constexpr auto place(Self& self, std::ranges::range_difference_t<V> at) {
        return strided_cursor<member_of<Self, V>>(std::ranges::begin(self.base_) + self.start_, self.step_, at);
    }

public:
    static constexpr bool simple = simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;

    constexpr strided_view(V base, std::ptrdiff_t start, std::ptrdiff_t step, std::ptrdiff_t count)
        : base_(std::move(base)),
          start_(static_cast<std::ranges::range_difference_t<V>>(start)),
          step_(static_cast<std::ranges::range_difference_t<V>>(step)),
          count_(static_cast<std::ranges::range_difference_t<V>>(count)) {}

    template <class Self>
    requires walks<Self, V>
    static constexpr auto first(Self& self) {
        if constexpr (indexed)
            return place(self, 0);
        else
            return strided_cursor<member_of<Self, V>>(std::ranges::next(std::ranges::begin(self.base_), self.start_),
                                                      self.step_, self.count_);
    }
    template <class Self>
    requires walks<Self, V> && indexed
    static constexpr auto last(Self& self) {
        return place(self, self.count_);
    }
    static constexpr std::size_t count(auto& self) { return static_cast<std::size_t>(self.count_); }

    static constexpr bool flow(auto& self, auto& sink) {
        if constexpr (!indexed) {
            return for_each_from(first(self), sink);
        } else {
            auto const origin = std::ranges::begin(self.base_) + self.start_;
            auto const n = self.count_;
            if (self.step_ == 1) {
                for (decltype(+n) i = 0; i != n; ++i)
                    if (!sink(origin[i])) return false;
            } else {
                decltype(+n) at = 0;
                for (auto i = n; i != 0; --i, at += self.step_)
                    if (!sink(origin[at])) return false;
            }
            return true;
        }
    }
};

}  // namespace regius::core

template <class V>
inline constexpr bool std::ranges::enable_borrowed_range<regius::core::strided_view<V>> =
    std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_CORE_STRIDED_HPP
