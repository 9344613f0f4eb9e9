// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_REPEAT_HPP
#define REGIUS_ITERTOOLS_REPEAT_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <limits>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <class T, bool Bounded>
class repeat_view;

/// One value again and again, n times or without end.
///
///     repeat('-', 10)
///     map(pow, numbers, repeat(2))
///
/// Python    itertools.repeat(object[, times])
/// Yields    T const&, the same object each time; nothing where n is 0 or negative
/// Category  random access, const-iterable; sized with n, without an end without it
/// Lifetime  the value is copied into the view, and the elements live as long as it
struct repeat_fn {
    template <class T>
    [[nodiscard]] constexpr auto operator()(T&& x) const {
        return repeat_view<std::decay_t<T>, false>(std::forward<T>(x), 0);
    }
    template <class T>
    [[nodiscard]] constexpr auto operator()(T&& x, core::integer auto n) const {
        std::ptrdiff_t const times = std::cmp_less(n, 0)                ? 0
                                     : std::in_range<std::ptrdiff_t>(n) ? static_cast<std::ptrdiff_t>(n)
                                                                        : std::numeric_limits<std::ptrdiff_t>::max();
        return repeat_view<std::decay_t<T>, true>(std::forward<T>(x), times);
    }
};

inline constexpr repeat_fn repeat{};

namespace detail {

template <class T>
class repeat_cursor {
    T const* value_ = nullptr;
    std::ptrdiff_t at_ = 0;

public:
    repeat_cursor() = default;
    constexpr repeat_cursor(T const& value, std::ptrdiff_t at) : value_(&value), at_(at) {}
    constexpr T const& read() const { return *value_; }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(repeat_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(repeat_cursor const& that) const { return that.at_ - at_; }
};

}  // namespace detail

template <class T, bool Bounded>
class repeat_view : public core::view_facade<repeat_view<T, Bounded>> {
    [[no_unique_address]] core::box<T> value_;
    std::ptrdiff_t n_ = 0;

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = !Bounded;

    constexpr repeat_view(T value, std::ptrdiff_t n) : value_(std::move(value)), n_(n) {}

    static constexpr auto first(repeat_view const& self) { return detail::repeat_cursor<T>(*self.value_, 0); }
    static constexpr auto last(repeat_view const& self) {
        if constexpr (Bounded)
            return detail::repeat_cursor<T>(*self.value_, self.n_);
        else
            return std::unreachable_sentinel;
    }
    static constexpr std::size_t count(repeat_view const& self)
    requires Bounded
    {
        return static_cast<std::size_t>(self.n_);
    }
    static constexpr bool flow(repeat_view const& self, auto& sink) {
        for (std::ptrdiff_t left = self.n_; !Bounded || left != 0; left -= Bounded)
            if (!sink(*self.value_)) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_REPEAT_HPP
