// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_INTERLEAVE_HPP
#define REGIUS_MORE_ITERTOOLS_INTERLEAVE_HPP

#include <regius/core/alike.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/lengths.hpp>
#include <regius/core/none.hpp>
#include <regius/core/pace.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/state.hpp>
#include <regius/core/view.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <bool Longest, std::ranges::view... Vs>
class interleave_view;

/// One element of each range in turn, until the shortest ends.
///
///     interleave("ABC"sv, "xy"sv, "123"sv)            // A x 1 B y 2
///
/// Python    more_itertools.interleave(*iterables)
/// Accepts   any number of ranges whose elements have a common type
/// Yields    the elements: references, where all are references to one type
/// Category  random access, sized, common and borrowed where all ranges are; else forward or input
/// Cost      one index for all random-access ranges together; allocates nothing
/// Lifetime  lvalue ranges are borrowed, rvalues are owned
/// Differs   none in what is pulled from one-shot sources: an element of each before the first of them is handed out,
///           and those that a range gave in the turn in which another ended are lost
struct interleave_fn {
    template <core::iterable... Rs>
    requires(sizeof...(Rs) > 0) && core::alike_elements<Rs...>
    [[nodiscard]] constexpr auto operator()(Rs&&... ranges) const {
        return interleave_view<false, core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const noexcept { return std::ranges::empty_view<none_t>(); }
};

inline constexpr interleave_fn interleave{};

/// One element of each range in turn, leaving out those that have ended, until the longest ends.
///
///     interleave_longest("ABC"sv, "xy"sv, "123"sv)    // A x 1 B y 2 C 3
///
/// Python    more_itertools.interleave_longest(*iterables), roundrobin(*iterables)
/// Category  bidirectional, sized, common and borrowed where all ranges are random access; else forward or input
/// Differs   none in what is pulled: a one-shot source that has ended is not asked again
struct interleave_longest_fn {
    template <core::iterable... Rs>
    requires(sizeof...(Rs) > 0) && core::alike_elements<Rs...>
    [[nodiscard]] constexpr auto operator()(Rs&&... ranges) const {
        return interleave_view<true, core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const noexcept { return interleave_fn()(); }
};

inline constexpr interleave_longest_fn interleave_longest{};

namespace detail {

/// Elements that can be counted through.
template <bool Longest, class... Vs>
concept interleave_indexed = (core::indexable<Vs> && ...) && (!Longest || (std::ranges::sized_range<Vs> && ...));

template <class V, class... Vs>
struct interleave_iterators {
    static constexpr bool uniform = (std::same_as<std::ranges::iterator_t<V>, std::ranges::iterator_t<Vs>> && ...);
    using type = std::conditional_t<uniform, std::array<std::ranges::iterator_t<V>, 1 + sizeof...(Vs)>,
                                    std::tuple<std::ranges::iterator_t<V>, std::ranges::iterator_t<Vs>...>>;
};

/// The elements stand in a table, a range a column, and are read row by row.
template <bool Longest, class... Vs>
class interleave_index_cursor {
    static constexpr std::ptrdiff_t width = sizeof...(Vs);
    using iterators = interleave_iterators<Vs...>;

    typename iterators::type begins_{};
    std::array<std::ptrdiff_t, Longest ? sizeof...(Vs) : 0> lengths_{};
    std::ptrdiff_t rows_ = 0;
    std::ptrdiff_t row_ = 0;
    std::ptrdiff_t column_ = 0;

    [[nodiscard]] constexpr bool missing() const {
        if constexpr (Longest)
            return row_ >= lengths_[static_cast<std::size_t>(column_)];
        else
            return false;
    }
    constexpr void settle() {
        while (row_ != rows_ && missing()) step();
    }
    constexpr void step() {
        if (++column_ == width) {
            column_ = 0;
            ++row_;
        }
    }
    [[nodiscard]] constexpr std::ptrdiff_t number() const { return row_ * width + column_; }

public:
    using value_type = core::alike_value<Vs...>;
    using reference = core::alike_reference<Vs...>;

    interleave_index_cursor() = default;
    constexpr interleave_index_cursor(std::ptrdiff_t row, std::ptrdiff_t rows, Vs&... ranges)
        : begins_{std::ranges::begin(ranges)...}, rows_(rows), row_(row) {
        if constexpr (Longest) lengths_ = {core::length(ranges)...};
        settle();
    }

    constexpr reference read() const {
        auto const at = [this](auto const& begin) -> decltype(auto) {
            return begin[static_cast<std::iter_difference_t<std::remove_cvref_t<decltype(begin)>>>(row_)];
        };
        if constexpr (iterators::uniform)
            return at(begins_[static_cast<std::size_t>(column_)]);
        else
            return core::choose<reference, sizeof...(Vs)>(
                static_cast<std::size_t>(column_),
                [&](auto i) -> decltype(auto) { return at(std::get<i()>(begins_)); });
    }
    constexpr void next() {
        step();
        settle();
    }
    constexpr void prev() {
        do {
            if (column_ == 0) {
                column_ = width;
                --row_;
            }
            --column_;
        } while (missing());
    }
    constexpr void advance(std::ptrdiff_t n)
    requires(!Longest)
    {
        auto const to = number() + n;
        row_ = to / width;
        column_ = to % width;
    }
    [[nodiscard]] constexpr bool equal(interleave_index_cursor const& that) const {
        return row_ == that.row_ && column_ == that.column_;
    }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(interleave_index_cursor const& that) const
    requires(!Longest)
    {
        return that.number() - number();
    }
};

template <class... Vs>
struct interleave_state {
    core::pace<Vs...> pace{};
    std::array<bool, sizeof...(Vs)> ended{};
    std::size_t column = sizeof...(Vs) - 1;  // of the element handed out last
    bool done = false;

    interleave_state() = default;
    constexpr interleave_state(interleave_state const& that) { *this = that; }
    /// What a one-shot source has handed out does not come along: the rest of that turn is lost.
    constexpr interleave_state& operator=(interleave_state const& that) {
        pace = that.pace;
        ended = that.ended;
        column = pace.shared ? sizeof...(Vs) - 1 : that.column;
        done = that.done;
        return *this;
    }
};

template <bool Longest, class... Vs>
class interleave_cursor {
    using state = interleave_state<Vs...>;
    using tuple = std::tuple<std::remove_const_t<Vs>...>;
    using ranges = std::conditional_t<(std::is_const_v<Vs> && ...), tuple const, tuple>;

    ranges* ranges_ = nullptr;
    core::state_of<state, core::pace<Vs...>::shared> state_;

    /// The next element of each range, from left to right; whether there is one to hand out.
    constexpr bool pull(bool fresh) {
        if constexpr (Longest)
            return [&]<std::size_t... Is>(std::index_sequence<Is...>) {
                ((state_->ended[Is] = state_->ended[Is] || !state_->pace.template pull<Is>(*ranges_, fresh)), ...);
                return !(state_->ended[Is] && ...);
            }(std::index_sequence_for<Vs...>());
        else
            return state_->pace.pull_all(*ranges_, fresh) == sizeof...(Vs);
    }
    constexpr void find(bool fresh) {
        if (state_->done) return;
        do {
            if (++state_->column != sizeof...(Vs)) continue;
            state_->column = 0;
            state_->done = !pull(fresh);
        } while (!state_->done && state_->ended[state_->column]);
    }

public:
    using value_type = core::alike_value<Vs...>;
    using reference = core::alike_reference<Vs...>;

    interleave_cursor() = default;
    constexpr interleave_cursor(ranges& sources, auto&& from) : ranges_(&sources), state_(from) { find(true); }

    constexpr reference read() const {
        return core::choose<reference, sizeof...(Vs)>(
            state_->column, [this](auto i) -> decltype(auto) { return *state_->pace.template at<i()>(); });
    }
    constexpr void next() { find(false); }
    [[nodiscard]] constexpr bool done() const { return state_->done; }
    [[nodiscard]] constexpr bool equal(interleave_cursor const& that) const
    requires(std::ranges::forward_range<Vs> && ...)
    {
        if (state_->done || that.state_->done) return state_->done == that.state_->done;
        return state_->column == that.state_->column && core::choose<bool, sizeof...(Vs)>(state_->column, [&](auto i) {
                   return state_->pace.template at<i()>() == that.state_->pace.template at<i()>();
               });
    }
};

}  // namespace detail

template <bool Longest, std::ranges::view... Vs>
class interleave_view : public core::view_facade<interleave_view<Longest, Vs...>> {
    static constexpr bool shared = core::pace<Vs...>::shared;
    static constexpr bool indexed = detail::interleave_indexed<Longest, Vs...>;

    struct nothing {};

    std::tuple<Vs...> ranges_;
    [[no_unique_address]] std::conditional_t<indexed, nothing, detail::interleave_state<Vs...>> state_{};

    template <class Self>
    static constexpr bool indexed_too = detail::interleave_indexed<Longest, core::member_of<Self, Vs>...>;

    template <class Self>
    static constexpr auto place(Self& self, std::ptrdiff_t row) {
        return std::apply(
            [&](auto&... r) {
                return detail::interleave_index_cursor<Longest, core::member_of<Self, Vs>...>(row, rows(self), r...);
            },
            self.ranges_);
    }
    static constexpr std::ptrdiff_t rows(auto& self) {
        return Longest ? core::longest_length(self.ranges_) : core::shortest_length(self.ranges_);
    }

public:
    static constexpr bool simple = !shared && (core::simple_view<Vs> && ...);
    static constexpr bool rereadable = (core::rereadable<Vs> && ...);
    static constexpr bool restartable = !shared;
    static constexpr bool infinite = Longest ? (core::infinite<Vs> || ...) : (core::infinite<Vs> && ...);

    constexpr explicit interleave_view(Vs... ranges) : ranges_(std::move(ranges)...) {}

    template <class Self>
    requires indexed && indexed_too<Self>
    static constexpr auto first(Self& self) {
        return place(self, 0);
    }
    template <class Self>
    requires(!indexed) && (core::walks<Self, Vs> && ...) && (!shared || !std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        using cursor = detail::interleave_cursor<Longest, core::member_of<Self, Vs>...>;
        if constexpr (std::is_const_v<Self>)
            return cursor(self.ranges_, detail::interleave_state<Vs const...>());
        else
            return cursor(self.ranges_, self.state_);
    }
    template <class Self>
    requires indexed && indexed_too<Self>
    static constexpr auto last(Self& self) {
        if constexpr (infinite)
            return std::unreachable_sentinel;
        else
            return place(self, rows(self));
    }
    template <class Self>
    requires(((std::ranges::sized_range<core::member_of<Self, Vs>> ||
               (core::infinite<core::member_of<Self, Vs>> && !Longest)) &&
              ...) &&
             !shared && !infinite)
    static constexpr std::size_t count(Self& self) {
        if constexpr (Longest)
            return std::apply([](auto&... r) { return (static_cast<std::size_t>(std::ranges::size(r)) + ...); },
                              self.ranges_);
        else
            return static_cast<std::size_t>(rows(self)) * sizeof...(Vs);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        if constexpr (indexed) {
            // No range has ended before the shortest has: no question to ask about the elements until then.
            using reference = core::alike_reference<core::member_of<decltype(self), Vs>...>;
            auto const shortest = core::shortest_length(self.ranges_);
            bool const whole = std::apply(
                [&](auto... begin) {
                    for (std::ptrdiff_t i = 0; i != shortest; ++i)
                        if (!(sink(static_cast<reference>(
                                  begin[static_cast<std::iter_difference_t<decltype(begin)>>(i)])) &&
                              ...))
                            return false;
                    return true;
                },
                std::apply([](auto&... r) { return std::tuple(std::ranges::begin(r)...); }, self.ranges_));
            if (!whole || !Longest) return whole;
            auto const end = place(self, rows(self));
            for (auto at = place(self, shortest); !at.equal(end); at.next())
                if (!sink(at.read())) return false;
            return true;
        } else {
            return core::for_each_from(first(self), sink);
        }
    }
};

}  // namespace regius

template <bool Longest, class... Vs>
inline constexpr bool std::ranges::enable_borrowed_range<regius::interleave_view<Longest, Vs...>> =
    (std::ranges::enable_borrowed_range<Vs> && ...) && regius::detail::interleave_indexed<Longest, Vs...>;

#endif  // REGIUS_MORE_ITERTOOLS_INTERLEAVE_HPP
