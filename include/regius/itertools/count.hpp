// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_COUNT_HPP
#define REGIUS_ITERTOOLS_COUNT_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <class T>
class count_view;

/// Numbers without end: start, start + step, start + 2 * step, ...
///
///     for (auto [i, x] : zip(count(1), lines)) ...
///     count(2.5, 0.5)                         // 2.5 3 3.5 ...
///
/// Python    itertools.count(start=0, step=1)
/// Accepts   numbers; step may be 0 or negative
/// Yields    std::ptrdiff_t, or the common type of that with start and step where it is larger; floating-point numbers are
///           added up one step after the other, as in CPython
/// Category  random access for integers, forward for floating-point numbers; without an end
/// Differs   integers wrap around at the end of their type, where Python's would grow
struct count_fn {
    template <class Start = std::ptrdiff_t, class Step = std::ptrdiff_t>
    requires(core::integer<Start> || std::floating_point<Start>) && (core::integer<Step> || std::floating_point<Step>)
    [[nodiscard]] constexpr auto operator()(Start start = 0, Step step = 1) const {
        if constexpr (core::integer<Start> && core::integer<Step>) {
            using number = std::common_type_t<std::ptrdiff_t, Start, Step>;
            return count_view<number>(static_cast<number>(start), static_cast<number>(step));
        } else {
            using number = std::common_type_t<Start, Step>;
            return count_view<number>(static_cast<number>(start), static_cast<number>(step));
        }
    }
};

inline constexpr count_fn count{};

namespace detail {

template <class T>
class count_cursor {
    T value_{};
    T step_{};

public:
    count_cursor() = default;
    constexpr count_cursor(T value, T step) : value_(value), step_(step) {}
    constexpr T read() const { return value_; }
    constexpr void next() { value_ += step_; }
    [[nodiscard]] constexpr bool equal(count_cursor const& that) const { return value_ == that.value_; }
};

template <core::integer T>
class count_cursor<T> {
    // Unsigned arithmetic wraps around instead of being undefined; the place is counted, since step may be 0.
    std::uintmax_t start_ = 0;
    std::uintmax_t step_ = 1;
    std::ptrdiff_t at_ = 0;

public:
    count_cursor() = default;
    constexpr count_cursor(T start, T step)
        : start_(static_cast<std::uintmax_t>(start)), step_(static_cast<std::uintmax_t>(step)) {}
    constexpr T read() const { return static_cast<T>(start_ + static_cast<std::uintmax_t>(at_) * step_); }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(count_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(count_cursor const& that) const { return that.at_ - at_; }
};

}  // namespace detail

template <class T>
class count_view : public core::view_facade<count_view<T>> {
    T start_{};
    T step_{};

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = true;

    count_view() = default;
    constexpr count_view(T start, T step) : start_(start), step_(step) {}

    static constexpr auto first(count_view const& self) { return detail::count_cursor<T>(self.start_, self.step_); }
    static constexpr std::unreachable_sentinel_t last(count_view const&) { return {}; }
    static constexpr bool flow(count_view const& self, auto& sink) {
        for (auto at = first(self);; at.next())
            if (!sink(at.read())) return false;
    }
};

}  // namespace regius

template <class T>
inline constexpr bool std::ranges::enable_borrowed_range<regius::count_view<T>> = true;

#endif  // REGIUS_ITERTOOLS_COUNT_HPP
