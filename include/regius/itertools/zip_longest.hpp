// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_ZIP_LONGEST_HPP
#define REGIUS_ITERTOOLS_ZIP_LONGEST_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/fill.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/lengths.hpp>
#include <regius/core/pace.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/row.hpp>
#include <regius/core/smaller.hpp>
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

template <class Fill, std::ranges::view... Vs>
class zip_longest_view;

/// Walk several ranges side by side until the longest ends; a fill value stands in for what is missing.
///
///     zip_longest('-', "ABCD"sv, "xy"sv)      // Ax By C- D-
///
/// Python    itertools.zip_longest(*iterables, fillvalue=None)
/// Accepts   a fill value with which the elements of each range have a common type, and ranges
/// Yields    tuples of that common type: const references, where the fill value has the type of the elements
/// Category  random access and sized where all ranges are; else input
/// Cost      one index for all random-access ranges together; allocates nothing
/// Lifetime  lvalue ranges are borrowed, rvalues are owned, the fill value is copied
/// Differs   the fill value comes first and has no default
struct zip_longest_fn {
    template <class Fill, core::iterable... Rs>
    requires(sizeof...(Rs) > 0) && (core::stands_in_for_elements<Fill, Rs> && ...)
    [[nodiscard]] constexpr auto operator()(Fill&& fill, Rs&&... ranges) const {
        return zip_longest_view<std::decay_t<Fill>, core::all_t<Rs>...>(std::forward<Fill>(fill),
                                                                        core::all(std::forward<Rs>(ranges))...);
    }
    template <class Fill>
    [[nodiscard]] constexpr auto operator()(Fill&&) const noexcept {
        return std::ranges::empty_view<std::tuple<>>();
    }
};

inline constexpr zip_longest_fn zip_longest{};

namespace detail {

template <class V>
concept zip_longest_indexed = std::ranges::random_access_range<V> && std::ranges::sized_range<V>;

template <class Fill, class... Vs>
class zip_longest_index_cursor {
    std::tuple<std::ranges::iterator_t<Vs>...> begins_;
    std::array<std::ptrdiff_t, sizeof...(Vs)> sizes_{};
    Fill const* fill_ = nullptr;
    std::ptrdiff_t at_ = 0;

public:
    using value_type = std::tuple<std::remove_cvref_t<core::filled_reference_t<Vs, Fill>>...>;
    using reference = core::row<core::filled_reference_t<Vs, Fill>...>;

    zip_longest_index_cursor() = default;
    constexpr zip_longest_index_cursor(std::ptrdiff_t at, Fill const& fill, Vs&... ranges)
        : begins_(std::ranges::begin(ranges)...),
          sizes_{static_cast<std::ptrdiff_t>(std::ranges::size(ranges))...},
          fill_(&fill),
          at_(at) {}
    constexpr reference read() const {
        return [this]<std::size_t... Is>(std::index_sequence<Is...>) {
            return reference(std::in_place, core::element_or_fill<core::filled_reference_t<Vs, Fill>>(
                                                std::get<Is>(begins_), at_, at_ < sizes_[Is], *fill_)...);
        }(std::index_sequence_for<Vs...>());
    }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(zip_longest_index_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(zip_longest_index_cursor const& that) const {
        return that.at_ - at_;
    }
};

/// A range that has ended is asked for nothing more.
template <class... Vs>
struct zip_longest_state {
    core::pace<Vs...> pace;
    std::array<bool, sizeof...(Vs)> ended{};
};

template <class Fill, class... Vs>
class zip_longest_cursor {
    std::tuple<Vs...>* ranges_;
    zip_longest_state<Vs...>* state_;
    Fill const* fill_;
    bool done_ = false;

    constexpr void pull(bool fresh) {
        [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            ((state_->ended[Is] = state_->ended[Is] || !state_->pace.template pull<Is>(*ranges_, fresh)), ...);
            done_ = (state_->ended[Is] && ...);
        }(std::index_sequence_for<Vs...>());
    }
    template <std::size_t I, class V>
    constexpr core::filled_reference_t<V, Fill> element() const {
        if (!state_->ended[I]) return static_cast<core::filled_reference_t<V, Fill>>(*state_->pace.template at<I>());
        return static_cast<core::filled_reference_t<V, Fill>>(*fill_);
    }

public:
    using value_type = std::tuple<std::remove_cvref_t<core::filled_reference_t<Vs, Fill>>...>;
    using reference = core::row<core::filled_reference_t<Vs, Fill>...>;

    constexpr zip_longest_cursor(std::tuple<Vs...>& ranges, zip_longest_state<Vs...>& state, Fill const& fill)
        : ranges_(&ranges), state_(&state), fill_(&fill) {
        pull(true);
    }
    constexpr reference read() const {
        return [this]<std::size_t... Is>(std::index_sequence<Is...>) {
            return reference(std::in_place, this->template element<Is, Vs>()...);
        }(std::index_sequence_for<Vs...>());
    }
    constexpr void next() { pull(false); }
    [[nodiscard]] constexpr bool done() const { return done_; }
};

}  // namespace detail

template <class Fill, std::ranges::view... Vs>
class zip_longest_view : public core::view_facade<zip_longest_view<Fill, Vs...>> {
    static constexpr bool indexed = (detail::zip_longest_indexed<Vs> && ...);
    struct nothing {};

    std::tuple<Vs...> ranges_;
    [[no_unique_address]] core::box<Fill> fill_;
    [[no_unique_address]] std::conditional_t<indexed, nothing, detail::zip_longest_state<Vs...>> state_{};

    template <class Self>
    static constexpr bool const_too = !std::is_const_v<Self> || (detail::zip_longest_indexed<Vs const> && ...);
    template <class Self>
    static constexpr auto place(Self& self, std::ptrdiff_t at) {
        return std::apply(
            [&](auto&... r) {
                return detail::zip_longest_index_cursor<Fill, core::member_of<Self, Vs>...>(at, *self.fill_, r...);
            },
            self.ranges_);
    }

public:
    static constexpr bool simple = indexed && (core::simple_view<Vs> && ...);
    static constexpr bool rereadable = (core::rereadable<Vs> && ...);
    static constexpr bool restartable = (core::restartable<Vs> && ...);
    static constexpr bool infinite = (core::infinite<Vs> || ...);

    constexpr explicit zip_longest_view(Fill fill, Vs... ranges)
        : ranges_(std::move(ranges)...), fill_(std::move(fill)) {}

    template <class Self>
    requires indexed && const_too<Self>
    static constexpr auto first(Self& self) {
        return place(self, 0);
    }
    template <class Self>
    requires(!indexed) && (!std::is_const_v<Self>)
    static constexpr auto first(Self& self) {
        if constexpr (restartable) self.state_ = {};
        return detail::zip_longest_cursor<Fill, Vs...>(self.ranges_, self.state_, *self.fill_);
    }
    template <class Self>
    requires indexed && const_too<Self>
    static constexpr auto last(Self& self) {
        return place(self, static_cast<std::ptrdiff_t>(count(self)));
    }
    template <class Self>
    requires(std::ranges::sized_range<core::member_of<Self, Vs>> && ...) && restartable
    static constexpr std::size_t count(Self& self) {
        return static_cast<std::size_t>(core::longest_length(self.ranges_));
    }
    static constexpr bool flow(auto& self, auto& sink) {
        if constexpr (indexed)
            return flow_indexed(self, sink, std::index_sequence_for<Vs...>());
        else
            return core::for_each_from(first(self), sink);
    }

private:
    template <class Self, std::size_t... Is>
    static constexpr bool flow_indexed(Self& self, auto& sink, std::index_sequence<Is...>) {
        using row = typename decltype(first(self))::reference;
        std::ptrdiff_t const lengths[] = {core::length(std::get<Is>(self.ranges_))...};
        auto const begins = std::tuple(std::ranges::begin(std::get<Is>(self.ranges_))...);
        auto const longest = core::longest_length(self.ranges_);
        std::ptrdiff_t i = 0;
        auto const go_to = [&](std::ptrdiff_t stop, auto... has) {
            for (; i != stop; ++i)
                if (!sink(row(std::in_place,
                              core::element_or_fill<core::filled_reference_t<core::member_of<Self, Vs>, Fill>>(
                                  std::get<Is>(begins), i, has, *self.fill_)...)))
                    return false;
            return true;
        };
        // Whether a range has ended is asked where one ends, not at each element.
        if (!go_to(core::shortest_length(self.ranges_), std::bool_constant<(Is >= 0)>()...)) return false;
        while (i != longest) {
            auto stop = longest;
            ((stop = lengths[Is] > i ? core::smaller(stop, lengths[Is]) : stop), ...);
            if (!go_to(stop, lengths[Is] > i...)) return false;
        }
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_ZIP_LONGEST_HPP
