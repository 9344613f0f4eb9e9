// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ZIPPED_HPP
#define REGIUS_CORE_ZIPPED_HPP

#include <regius/core/concepts.hpp>
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
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Where all ranges can be read by their numbers.
template <class... Vs>
class zipped_index_cursor {
    std::tuple<std::ranges::iterator_t<Vs>...> begins_;
    std::ptrdiff_t at_ = 0;

    template <class...>
    friend class zipped_index_cursor;

public:
    using value_type = std::tuple<std::ranges::range_value_t<Vs>...>;

    zipped_index_cursor() = default;
    constexpr zipped_index_cursor(std::ptrdiff_t at, std::ranges::iterator_t<Vs>... begins)
        : begins_(std::move(begins)...), at_(at) {}
    template <class... Ws>
    requires(!std::same_as<zipped_index_cursor<Ws...>, zipped_index_cursor>) && (sizeof...(Ws) == sizeof...(Vs)) &&
                (std::convertible_to<std::ranges::iterator_t<Ws> const&, std::ranges::iterator_t<Vs>> && ...)
    constexpr zipped_index_cursor(zipped_index_cursor<Ws...> const& that) : begins_(that.begins_), at_(that.at_) {}

    constexpr auto read() const {
        return std::apply(
            [this](auto const&... begin) {
                return row<std::ranges::range_reference_t<Vs>...>(
                    std::in_place, begin[static_cast<std::ranges::range_difference_t<Vs>>(at_)]...);
            },
            begins_);
    }
    constexpr auto move() const {
        return std::apply(
            [this](auto const&... begin) {
                return row<std::ranges::range_rvalue_reference_t<Vs>...>(
                    std::in_place,
                    std::ranges::iter_move(begin + static_cast<std::ranges::range_difference_t<Vs>>(at_))...);
            },
            begins_);
    }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(zipped_index_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(zipped_index_cursor const& that) const { return that.at_ - at_; }
};

/// Where they are walked, each by itself.
template <class AtEnd, class... Vs>
class zipped_cursor {
    using pace = core::pace<Vs...>;
    state_of<pace, pace::shared> pace_;
    std::tuple<Vs...>* ranges_ = nullptr;
    bool done_ = true;

    /// The next element of each range, from left to right; all ranges start when they have not.
    constexpr void pull(bool fresh) {
        auto const ended = pace_->pull_all(*ranges_, fresh);
        done_ = ended != sizeof...(Vs);
        if (done_) AtEnd::walked(ended, *pace_, *ranges_, fresh);
    }

public:
    using value_type = std::tuple<std::ranges::range_value_t<Vs>...>;

    zipped_cursor()
    requires std::default_initializable<pace>
    = default;
    constexpr zipped_cursor(std::tuple<Vs...>& ranges, pace& p) : pace_(p), ranges_(&ranges) { pull(true); }

    constexpr auto read() const {
        return pace_->with_iterators(
            [](auto const&... it) { return row<std::ranges::range_reference_t<Vs>...>(std::in_place, *it...); });
    }
    constexpr auto move() const {
        return pace_->with_iterators([](auto const&... it) {
            return row<std::ranges::range_rvalue_reference_t<Vs>...>(std::in_place, std::ranges::iter_move(it)...);
        });
    }
    constexpr void next() { pull(false); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(zipped_cursor const& that) const
    requires(std::ranges::forward_range<Vs> && ...)
    {
        return done_ == that.done_ && (done_ || pace_->same_place(*that.pace_));
    }
};

/// What there is to do when the shortest of the ranges has ended, which must not be stepped over then: nothing.
struct zipped_at_end {
    static constexpr bool matters = false;
    static constexpr void walked(auto&&...) noexcept {}
    static constexpr void counted(auto&&...) noexcept {}
};

/// Several ranges side by side, until the shortest ends.
template <class AtEnd, std::ranges::view... Vs>
class zipped_view : public view_facade<zipped_view<AtEnd, Vs...>> {
    static constexpr bool indexed = (indexable<Vs> && ...);
    static constexpr bool numbered = indexed && !AtEnd::matters;
    using pace = core::pace<Vs...>;

    std::tuple<Vs...> ranges_;
    [[no_unique_address]] pace pace_;

    template <class Self>
    static constexpr bool walkable = !std::is_const_v<Self> || (numbered && (indexable<Vs const> && ...));

    template <class Self>
    static constexpr auto place(Self& self, std::ptrdiff_t at) {
        return std::apply(
            [at](auto&... r) { return zipped_index_cursor<member_of<Self, Vs>...>(at, std::ranges::begin(r)...); },
            self.ranges_);
    }

public:
    static constexpr bool simple = numbered && (simple_view<Vs> && ...);
    static constexpr bool rereadable = (core::rereadable<Vs> && ...);
    static constexpr bool restartable = (core::restartable<Vs> && ...);
    static constexpr bool infinite = (core::infinite<Vs> && ...);

    constexpr explicit zipped_view(Vs... ranges) : ranges_(std::move(ranges)...) {}

    template <class Self>
    requires walkable<Self>
    static constexpr auto first(Self& self) {
        if constexpr (numbered)
            return place(self, 0);
        else
            return zipped_cursor<AtEnd, Vs...>(self.ranges_, self.pace_);
    }
    template <class Self>
    requires(numbered && walkable<Self>)
    static constexpr auto last(Self& self) {
        if constexpr (infinite)
            return std::unreachable_sentinel;
        else
            return place(self, shortest_length(self.ranges_));
    }
    template <class Self>
    requires(((std::ranges::sized_range<member_of<Self, Vs>> || core::infinite<member_of<Self, Vs>>) && ...) &&
             !infinite)
    static constexpr auto count(Self& self) {
        return static_cast<std::size_t>(shortest_length(self.ranges_));
    }

    static constexpr bool flow(auto& self, auto& sink) {
        if constexpr (indexed) {
            auto const n = shortest_length(self.ranges_);
            auto const walk = [n, &sink](auto... begin) {
                using elements = row<std::iter_reference_t<decltype(begin)>...>;
                for (std::ptrdiff_t i = 0; i != n; ++i)
                    if (!sink(
                            elements(std::in_place, begin[static_cast<std::iter_difference_t<decltype(begin)>>(i)]...)))
                        return false;
                return true;
            };
            bool const whole = std::apply([&](auto&... r) { return walk(std::ranges::begin(r)...); }, self.ranges_);
            if (whole) AtEnd::counted(n, self.ranges_);
            return whole;
        } else {
            return for_each_from(first(self), sink);
        }
    }
};

}  // namespace regius::core

template <class... Vs>
inline constexpr bool
    std::ranges::enable_borrowed_range<regius::core::zipped_view<regius::core::zipped_at_end, Vs...>> =
        (std::ranges::enable_borrowed_range<Vs> && ...) && (regius::core::indexable<Vs> && ...);

#endif  // REGIUS_CORE_ZIPPED_HPP
