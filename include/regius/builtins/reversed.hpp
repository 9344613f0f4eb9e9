// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_REVERSED_HPP
#define REGIUS_BUILTINS_REVERSED_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/strided.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V>
class reversed_view;

namespace core {

/// A range whose end can be reached, to go backwards from.
template <class R>
concept reversible =
    iterable<R> && std::ranges::bidirectional_range<R> && !infinite<R> &&
    (std::ranges::common_range<R> || (std::ranges::random_access_range<R> && std::ranges::sized_range<R>));

}  // namespace core

/// The elements backwards.
///
///     reversed("abc"sv)                       // c b a
///     range(4) | reversed()                   // 3 2 1 0
///
/// Python    reversed(seq)
/// Accepts   a bidirectional range that has an end
/// Yields    the elements of the range, as the range yields them
/// Category  that of the range, random access at most; sized, common, borrowed and const-iterable where the range is
/// Cost      none above the range; each element is read once
/// Lifetime  an lvalue range is borrowed, an rvalue is owned
struct reversed_fn {
    template <core::reversible R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        using V = core::all_t<R>;
        if constexpr (std::ranges::random_access_range<V> && std::ranges::sized_range<V>) {
            auto const n = static_cast<std::ptrdiff_t>(std::ranges::size(r));
            return core::strided_view<V>(core::all(std::forward<R>(r)), n == 0 ? 0 : n - 1, -1, n);
        } else {
            return reversed_view<V>(core::all(std::forward<R>(r)));
        }
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr reversed_fn reversed{};

namespace detail {

/// Stands on its element, so that reading it does not step: a step may ask a predicate.
template <class V>
class reversed_cursor {
    std::ranges::iterator_t<V> first_{};
    std::ranges::iterator_t<V> it_{};
    bool done_ = true;

public:
    using value_type = std::ranges::range_value_t<V>;
    using difference_type = std::ranges::range_difference_t<V>;

    reversed_cursor() = default;
    constexpr reversed_cursor(std::ranges::iterator_t<V> first, std::ranges::iterator_t<V> it)
        : first_(std::move(first)), it_(std::move(it)) {
        step();
    }
    constexpr explicit reversed_cursor(std::ranges::iterator_t<V> first) : first_(first), it_(first) {}

    constexpr decltype(auto) read() const { return *it_; }
    constexpr decltype(auto) move() const { return std::ranges::iter_move(it_); }
    constexpr void next() { step(); }
    constexpr void prev() {
        if (!done_) ++it_;
        done_ = false;
    }
    [[nodiscard]] constexpr bool equal(reversed_cursor const& that) const {
        return done_ == that.done_ && it_ == that.it_;
    }

private:
    constexpr void step() {
        done_ = it_ == first_;
        if (!done_) --it_;
    }
};

}  // namespace detail

template <std::ranges::view V>
class reversed_view : public core::view_facade<reversed_view<V>> {
    [[no_unique_address]] V base_;

    template <class Self>
    using cursor = detail::reversed_cursor<core::member_of<Self, V>>;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = core::rereadable<V>;

    constexpr explicit reversed_view(V base) : base_(std::move(base)) {}

    template <class Self>
    requires std::ranges::bidirectional_range<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return cursor<Self>(std::ranges::begin(self.base_), std::ranges::end(self.base_));
    }
    template <class Self>
    requires std::ranges::bidirectional_range<core::member_of<Self, V>>
    static constexpr auto last(Self& self) {
        return cursor<Self>(std::ranges::begin(self.base_));
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr auto count(Self& self) {
        return std::ranges::size(self.base_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        auto const origin = std::ranges::begin(self.base_);
        for (auto it = std::ranges::end(self.base_); it != origin;)
            if (!sink(*--it)) return false;
        return true;
    }
};

}  // namespace regius

template <class V>
inline constexpr bool std::ranges::enable_borrowed_range<regius::reversed_view<V>> =
    std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_BUILTINS_REVERSED_HPP
