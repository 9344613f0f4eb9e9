// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_RANGE_HPP
#define REGIUS_BUILTINS_RANGE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <ranges>
#include <string>
#include <type_traits>
#include <utility>

namespace regius {

template <core::integer I, bool Stepped>
class range_view;

/// The numbers from start up to stop, stop not included, in steps.
///
///     for (int i : range(10)) ...             // 0 1 .. 9
///     range(2, 11, 3)                         // 2 5 8
///     range(v.size() - 1, -1, -1)             // the indices of v backwards
///     range(2, 11, 3)[-1]                     // 8
///
/// Python    range(stop), range(start, stop[, step])
/// Accepts   integers of any type, mixed; not floating-point numbers
/// Yields    values of the common type of the arguments: int for range(10), std::size_t for range(v.size())
/// Category  random access, sized, common, borrowed
/// Cost      O(1) contains, index and []; compiles to the loop
/// Throws    value_error when step is 0, or when an element does not fit the common type: range(-1, 5u);
///           value_error from size() when the number of elements does not fit std::ptrdiff_t
/// Differs   in Python integers have no largest value; a bound may lie outside the common type as long as no element
///           does, so that range(5u, -1, -1) counts down to 0
struct range_fn {
    template <core::integer I>
    [[nodiscard]] constexpr auto operator()(I stop) const {
        return range_view<I, false>(I{0}, stop);
    }
    template <core::integer A, core::integer B>
    [[nodiscard]] constexpr auto operator()(A start, B stop) const {
        return range_view<std::common_type_t<A, B>, false>(start, stop);
    }
    template <core::integer A, core::integer B, core::integer C>
    [[nodiscard]] constexpr auto operator()(A start, B stop, C step) const {
        return range_view<std::common_type_t<A, B, C>, true>(start, stop, step);
    }
    template <class... Numbers>
    requires(sizeof...(Numbers) >= 1 && sizeof...(Numbers) <= 3) && (std::floating_point<Numbers> || ...)
    void operator()(Numbers...) const = delete;  // range counts: it takes integers, as in Python
};

inline constexpr range_fn range{};

namespace detail {

// Numbers are compared and subtracted as unsigned ones of the widest kind, which wrap around and never overflow.
using range_wide = std::uintmax_t;

template <class I>
class range_cursor {
    I value_{};

public:
    using difference_type = std::ptrdiff_t;

    range_cursor() = default;
    constexpr explicit range_cursor(I value) : value_(value) {}
    constexpr I read() const { return value_; }
    constexpr void next() { ++value_; }
    constexpr void prev() { --value_; }
    constexpr void advance(difference_type n) {
        value_ = static_cast<I>(static_cast<range_wide>(value_) + static_cast<range_wide>(n));
    }
    [[nodiscard]] constexpr bool equal(range_cursor const& that) const { return value_ == that.value_; }
    [[nodiscard]] constexpr difference_type distance_to(range_cursor const& that) const {
        return static_cast<difference_type>(static_cast<range_wide>(that.value_) - static_cast<range_wide>(value_));
    }
};

/// The value behind the last one may not fit I, so places are compared by their number.
template <class I>
class range_step_cursor {
    range_wide value_ = 0;
    range_wide step_ = 0;
    range_wide at_ = 0;

public:
    using difference_type = std::ptrdiff_t;

    range_step_cursor() = default;
    constexpr range_step_cursor(range_wide first, range_wide step, range_wide at)
        : value_(first + at * step), step_(step), at_(at) {}
    constexpr I read() const { return static_cast<I>(value_); }
    constexpr void next() {
        value_ += step_;
        ++at_;
    }
    constexpr void prev() {
        value_ -= step_;
        --at_;
    }
    constexpr void advance(difference_type n) {
        value_ += static_cast<range_wide>(n) * step_;
        at_ += static_cast<range_wide>(n);
    }
    [[nodiscard]] constexpr bool equal(range_step_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr difference_type distance_to(range_step_cursor const& that) const {
        return static_cast<difference_type>(that.at_ - at_);
    }
};

[[noreturn]] inline void range_throw_fit(std::string number) {
    throw value_error("range() cannot reach " + std::move(number) +
                      ": it does not fit the common type of the arguments");
}

}  // namespace detail

template <core::integer I, bool Stepped>
class range_view : public core::view_facade<range_view<I, Stepped>> {
    using wide = detail::range_wide;

    I first_{};
    I last_{};  // one past the last number, where there is no step
    struct steps {
        wide step = 1;
        wide count = 0;
        bool up = true;
    };
    struct no_steps {};
    [[no_unique_address]] std::conditional_t<Stepped, steps, no_steps> steps_;

    template <class N>
    static constexpr I fitting(N number) {
        if (!std::in_range<I>(number)) detail::range_throw_fit(std::to_string(number));
        return static_cast<I>(number);
    }

    constexpr wide step() const {
        if constexpr (Stepped)
            return steps_.step;
        else
            return 1;
    }
    constexpr wide length() const {
        if constexpr (Stepped)
            return steps_.count;
        else
            return static_cast<wide>(last_) - static_cast<wide>(first_);
    }

public:
    static constexpr bool simple = true;
    static constexpr bool rereadable = true;

    range_view() = default;

    template <class A, class B>
    constexpr range_view(A start, B stop)
    requires(!Stepped)
    {
        if (std::cmp_less(start, stop)) {
            first_ = fitting(start);
            last_ = static_cast<I>(stop);  // fits: it is above an element
        }
    }

    template <class A, class B, class C>
    constexpr range_view(A start, B stop, C step)
    requires Stepped
    {
        if (step == 0) throw value_error("range() arg 3 must not be zero");
        bool const up = steps_.up = std::cmp_greater(step, 0);
        steps_.step = static_cast<wide>(step);
        wide const stride = up ? steps_.step : 0 - steps_.step;
        if (up ? !std::cmp_less(start, stop) : !std::cmp_greater(start, stop)) return;
        first_ = fitting(start);
        wide const from = static_cast<wide>(first_);
        if (up || std::in_range<I>(stop)) {
            wide const to = static_cast<wide>(stop);
            steps_.count = ((up ? to - from : from - to) - 1) / stride + 1;
        } else {
            // Down to a negative stop from unsigned numbers: everything down to zero, and nothing below it.
            steps_.count = from / stride + 1;
            wide const below = stride - from % stride;
            if (below < 0 - static_cast<wide>(stop)) detail::range_throw_fit("-" + std::to_string(below));
        }
    }

    static constexpr auto first(range_view const& self) {
        if constexpr (Stepped)
            return detail::range_step_cursor<I>(static_cast<wide>(self.first_), self.steps_.step, 0);
        else
            return detail::range_cursor<I>(self.first_);
    }
    static constexpr auto last(range_view const& self) {
        if constexpr (Stepped)
            return detail::range_step_cursor<I>(static_cast<wide>(self.first_), self.steps_.step, self.steps_.count);
        else
            return detail::range_cursor<I>(self.last_);
    }
    static constexpr std::size_t count(range_view const& self) {
        if (self.length() > static_cast<wide>(std::numeric_limits<std::ptrdiff_t>::max()))
            throw value_error("the length of a range does not fit std::ptrdiff_t");
        return static_cast<std::size_t>(self.length());
    }
    static constexpr bool flow(range_view const& self, auto& sink) {
        if constexpr (Stepped) {
            wide value = static_cast<wide>(self.first_);
            for (wide n = self.steps_.count; n != 0; --n, value += self.steps_.step)
                if (!sink(static_cast<I>(value))) return false;
        } else {
            for (I value = self.first_, end = self.last_; value != end; ++value)
                if (!sink(I{value})) return false;
        }
        return true;
    }

    [[nodiscard]] constexpr bool empty() const noexcept { return length() == 0; }

    /// Whether x is one of the numbers.
    ///
    /// Cost      O(1)
    [[nodiscard]] constexpr bool contains(core::integer auto x) const noexcept {
        return std::in_range<I>(x) && place_of(static_cast<I>(x)) < length();
    }

    /// The position of x.
    ///
    /// Throws    value_error, "x is not in range"
    [[nodiscard]] constexpr std::ptrdiff_t index(core::integer auto x) const {
        if (!contains(x)) throw value_error(std::to_string(x) + " is not in range");
        return static_cast<std::ptrdiff_t>(place_of(static_cast<I>(x)));
    }

    /// How often x is among the numbers: once or not at all.
    ///
    /// Cost      O(1)
    [[nodiscard]] constexpr std::size_t count(core::integer auto x) const noexcept { return contains(x); }

    /// The i-th number; the (-i)-th from the end where i is negative.
    ///
    /// Throws    index_error, "range object index out of range"
    [[nodiscard]] constexpr I operator[](core::integer auto i) const {
        wide at = static_cast<wide>(i);
        if (std::cmp_less(i, 0)) at += length();
        bool const inside = std::cmp_less(i, 0) ? length() != 0 && 0 - static_cast<wide>(i) <= length() : at < length();
        if (!inside) throw index_error("range object index out of range");
        return static_cast<I>(static_cast<wide>(first_) + at * step());
    }

    /// Ranges are equal when their numbers are: range(0, 3, 2) == range(0, 4, 2).
    template <class J, bool T>
    [[nodiscard]] friend constexpr bool operator==(range_view const& a, range_view<J, T> const& b) noexcept {
        return a.equals(b);
    }

private:
    template <core::integer, bool>
    friend class range_view;

    /// The position of x, or something beyond the last one where x is not a number of this range.
    constexpr wide place_of(I x) const noexcept {
        wide const distance = static_cast<wide>(x) - static_cast<wide>(first_);
        if constexpr (!Stepped) {
            return x < first_ ? length() : distance;
        } else {
            if (steps_.up ? x < first_ : x > first_) return length();
            wide const stride = steps_.up ? steps_.step : 0 - steps_.step;
            wide const way = steps_.up ? distance : 0 - distance;
            return way % stride == 0 ? way / stride : length();
        }
    }

    template <class J, bool T>
    constexpr bool equals(range_view<J, T> const& that) const noexcept {
        if (length() != that.length()) return false;
        if (length() == 0) return true;
        return std::cmp_equal(first_, that.first_) && (length() == 1 || step() == that.step());
    }
};

}  // namespace regius

template <class I, bool Stepped>
inline constexpr bool std::ranges::enable_borrowed_range<regius::range_view<I, Stepped>> = true;

#endif  // REGIUS_BUILTINS_RANGE_HPP
