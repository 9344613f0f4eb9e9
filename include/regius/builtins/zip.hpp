// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_ZIP_HPP
#define REGIUS_BUILTINS_ZIP_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/lengths.hpp>
#include <regius/core/pace.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/row.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <bool Strict, std::ranges::view... Vs>
class zip_view;

/// Walk several ranges side by side, until the shortest ends.
///
///     for (auto [name, age] : zip(names, ages)) ...
///     zip("abc"sv, range(3))                  // (a, 0) (b, 1) (c, 2)
///
/// Python    zip(*iterables)
/// Accepts   any number of ranges; none gives an empty range
/// Yields    tuples of their elements: references where the ranges have elements to refer to
/// Category  random access, sized, common, borrowed and const-iterable where all ranges are; else forward or input
/// Cost      one index for all random-access ranges together; allocates nothing
/// Lifetime  lvalue ranges are borrowed, rvalues are owned
/// Differs   none in what is pulled from one-shot sources: from left to right, and an element that a range on the left
///           has given when one on the right ends is lost
struct zip_fn {
    template <core::iterable... Rs>
    requires(sizeof...(Rs) > 0)
    [[nodiscard]] constexpr auto operator()(Rs&&... ranges) const {
        return zip_view<false, core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const noexcept { return std::ranges::empty_view<std::tuple<>>(); }
};

inline constexpr zip_fn zip{};

/// Walk several ranges of the same length side by side; a difference in length is an error where it shows.
///
///     zip_strict(names, ages)                 // value_error behind the last pair if there are more names than ages
///
/// Python    zip(*iterables, strict=True)
/// Yields    as zip
/// Category  forward at most: the error must not be stepped over
/// Throws    value_error: "zip() argument 2 is shorter than argument 1"
struct zip_strict_fn {
    template <core::iterable... Rs>
    requires(sizeof...(Rs) > 0)
    [[nodiscard]] constexpr auto operator()(Rs&&... ranges) const {
        return zip_view<true, core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const noexcept { return zip(); }
};

inline constexpr zip_strict_fn zip_strict{};

namespace detail {

[[noreturn]] inline void zip_throw(std::size_t argument, char const* what) {
    throw value_error("zip() argument " + std::to_string(argument + 1) + " is " + what + " than argument" +
                      (argument > 1 ? "s 1-" + std::to_string(argument) : " 1"));
}

/// All ranges have an end and a begin to count from.
template <class... Vs>
class zip_index_cursor {
    std::tuple<std::ranges::iterator_t<Vs>...> begins_;
    std::ptrdiff_t at_ = 0;

    template <class...>
    friend class zip_index_cursor;

public:
    using value_type = std::tuple<std::ranges::range_value_t<Vs>...>;

    zip_index_cursor() = default;
    constexpr zip_index_cursor(std::ptrdiff_t at, std::ranges::iterator_t<Vs>... begins)
        : begins_(std::move(begins)...), at_(at) {}
    template <class... Ws>
    requires(!std::same_as<zip_index_cursor<Ws...>, zip_index_cursor>) && (sizeof...(Ws) == sizeof...(Vs)) &&
                (std::convertible_to<std::ranges::iterator_t<Ws> const&, std::ranges::iterator_t<Vs>> && ...)
    constexpr zip_index_cursor(zip_index_cursor<Ws...> const& that) : begins_(that.begins_), at_(that.at_) {}

    constexpr auto read() const {
        return std::apply(
            [this](auto const&... begin) {
                return core::row<std::ranges::range_reference_t<Vs>...>(
                    std::in_place, begin[static_cast<std::ranges::range_difference_t<Vs>>(at_)]...);
            },
            begins_);
    }
    constexpr auto move() const {
        return std::apply(
            [this](auto const&... begin) {
                return core::row<std::ranges::range_rvalue_reference_t<Vs>...>(
                    std::in_place,
                    std::ranges::iter_move(begin + static_cast<std::ranges::range_difference_t<Vs>>(at_))...);
            },
            begins_);
    }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(zip_index_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(zip_index_cursor const& that) const { return that.at_ - at_; }
};

template <bool Strict, class... Vs>
class zip_cursor {
    using pace = core::pace<Vs...>;
    core::state_of<pace, pace::shared> pace_;
    std::tuple<Vs...>* ranges_ = nullptr;
    bool done_ = true;

    /// The next element of each range, from left to right; all ranges start when they have not.
    constexpr void pull(bool fresh) {
        auto const ended = pace_->pull_all(*ranges_, fresh);
        done_ = ended != sizeof...(Vs);
        if constexpr (Strict) {
            if (done_) check(ended, fresh);
        }
    }

    constexpr void check(std::size_t ended, bool fresh) {
        if (ended != 0) zip_throw(ended, "shorter");
        if (auto const longer = pace_->first_open(*ranges_, fresh); longer != sizeof...(Vs))
            zip_throw(longer, "longer");
    }

public:
    using value_type = std::tuple<std::ranges::range_value_t<Vs>...>;

    zip_cursor()
    requires std::default_initializable<pace>
    = default;
    constexpr zip_cursor(std::tuple<Vs...>& ranges, pace& p) : pace_(p), ranges_(&ranges) { pull(true); }

    constexpr auto read() const {
        return pace_->with_iterators(
            [](auto const&... it) { return core::row<std::ranges::range_reference_t<Vs>...>(std::in_place, *it...); });
    }
    constexpr auto move() const {
        return pace_->with_iterators([](auto const&... it) {
            return core::row<std::ranges::range_rvalue_reference_t<Vs>...>(std::in_place,
                                                                           std::ranges::iter_move(it)...);
        });
    }
    constexpr void next() { pull(false); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(zip_cursor const& that) const
    requires(std::ranges::forward_range<Vs> && ...)
    {
        return done_ == that.done_ && (done_ || pace_->same_place(*that.pace_));
    }
};

}  // namespace detail

template <bool Strict, std::ranges::view... Vs>
class zip_view : public core::view_facade<zip_view<Strict, Vs...>> {
    static constexpr bool indexed = (core::indexable<Vs> && ...);
    using pace = core::pace<Vs...>;

    std::tuple<Vs...> ranges_;
    [[no_unique_address]] pace pace_;

    template <class Self>
    static constexpr bool const_too = !std::is_const_v<Self> || (core::indexable<Vs const> && ...);

public:
    static constexpr bool simple = indexed && !Strict && (core::simple_view<Vs> && ...);
    static constexpr bool rereadable = (core::rereadable<Vs> && ...);
    static constexpr bool restartable = (core::restartable<Vs> && ...);
    static constexpr bool infinite = (core::infinite<Vs> && ...);

    constexpr explicit zip_view(Vs... ranges) : ranges_(std::move(ranges)...) {}

    template <class Self>
    requires(indexed && !Strict) && const_too<Self>
    static constexpr auto first(Self& self) {
        return std::apply(
            [](auto&... r) {
                return detail::zip_index_cursor<core::member_of<Self, Vs>...>(0, std::ranges::begin(r)...);
            },
            self.ranges_);
    }
    template <class Self>
    requires(!indexed || Strict) && (!std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        return detail::zip_cursor<Strict, Vs...>(self.ranges_, self.pace_);
    }
    template <class Self>
    requires(indexed && !Strict) && const_too<Self>
    static constexpr auto last(Self& self) {
        if constexpr (infinite)
            return std::unreachable_sentinel;
        else
            return std::apply(
                [&self](auto&... r) {
                    return detail::zip_index_cursor<core::member_of<Self, Vs>...>(core::shortest_length(self.ranges_),
                                                                                  std::ranges::begin(r)...);
                },
                self.ranges_);
    }
    template <class Self>
    requires(((std::ranges::sized_range<core::member_of<Self, Vs>> || core::infinite<core::member_of<Self, Vs>>) &&
              ...) &&
             !infinite)
    static constexpr auto count(Self& self) {
        return static_cast<std::size_t>(core::shortest_length(self.ranges_));
    }

    static constexpr bool flow(auto& self, auto& sink) {
        using row = core::row<std::ranges::range_reference_t<core::member_of<decltype(self), Vs>>...>;
        if constexpr (indexed) {
            auto const n = core::shortest_length(self.ranges_);
            bool const whole = std::apply(
                [&](auto... begin) {
                    for (std::ptrdiff_t i = 0; i != n; ++i)
                        if (!sink(
                                row(std::in_place, begin[static_cast<std::iter_difference_t<decltype(begin)>>(i)]...)))
                            return false;
                    return true;
                },
                std::apply([](auto&... r) { return std::tuple(std::ranges::begin(r)...); }, self.ranges_));
            if constexpr (Strict) {
                if (whole) check(self, n);
            }
            return whole;
        } else {
            return core::for_each_from(first(self), sink);
        }
    }

private:
    template <class Self>
    static constexpr void check(Self& self, std::ptrdiff_t shortest) {
        std::apply(
            [&](auto&... r) {
                bool const open[] = {core::length(r) != shortest...};
                auto const which = [&open](bool is) {
                    std::size_t i = 0;
                    while (i != sizeof...(Vs) && open[i] != is) ++i;
                    return i;
                };
                if (which(false) != 0) detail::zip_throw(which(false), "shorter");
                if (which(true) != sizeof...(Vs)) detail::zip_throw(which(true), "longer");
            },
            self.ranges_);
    }
};

}  // namespace regius

template <class... Vs>
inline constexpr bool std::ranges::enable_borrowed_range<regius::zip_view<false, Vs...>> =
    (std::ranges::enable_borrowed_range<Vs> && ...) && (regius::core::indexable<Vs> && ...);

#endif  // REGIUS_BUILTINS_ZIP_HPP
