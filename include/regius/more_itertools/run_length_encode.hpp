// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_RUN_LENGTH_ENCODE_HPP
#define REGIUS_MORE_ITERTOOLS_RUN_LENGTH_ENCODE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/held.hpp>
#include <regius/core/kept_key.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/row.hpp>
#include <regius/core/tap.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V>
class run_length_view;
template <std::ranges::view V>
class run_length_kept_view;

namespace core {

/// Elements that can be compared with a kept one, which is where a run ends.
template <class R, class Kept = kept_key<R, std::ranges::range_reference_t<R>>>
concept comparable_elements = requires(Kept const& kept, std::ranges::range_reference_t<R>& x) {
    { kept == x } -> std::convertible_to<bool>;
};

}  // namespace core

namespace detail {

/// A run can be told from where it begins.
template <class V>
concept run_length_in_place =
    std::ranges::forward_range<V> && core::rewalkable<V> && core::rereadable<V> &&
    std::same_as<core::kept_key<V, std::ranges::range_value_t<V>>, std::ranges::range_value_t<V>>;

}  // namespace detail

/// Each run of equal elements as one of them and how many there are.
///
///     for (auto [x, n] : run_length_encode("abbcccdddd"sv)) ...       // (a, 1) (b, 2) (c, 3) (d, 4)
///     pixels | run_length_encode()
///
/// Python    more_itertools.run_length.encode(iterable)
/// Accepts   a range whose elements compare with ==, a one-shot source and one without an end too
/// Yields    tuples of the first element of the run, as the range yields it, and a std::ptrdiff_t. Over one-shot sources,
///           and where elements are computed, a kept copy of that element, to be moved from at will; text that may be
///           gone by then is kept as std::string
/// Category  forward, const-iterable where the range is. Input over one-shot sources and computed elements
/// Cost      one comparison an element, one element of a one-shot source read ahead; allocates nothing
/// Lifetime  an lvalue range is borrowed, an rvalue is owned; a kept element lives until the next run
struct run_length_encode_fn {
    template <core::iterable R>
    requires core::comparable_elements<R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        using V = core::all_t<R>;
        if constexpr (detail::run_length_in_place<V>)
            return run_length_view<V>(core::all(std::forward<R>(r)));
        else
            return run_length_kept_view<V>(core::all(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr run_length_encode_fn run_length_encode{};

namespace detail {

template <class V>
class run_length_cursor {
    std::ranges::iterator_t<V> first_{};
    std::ranges::iterator_t<V> last_{};
    std::ranges::sentinel_t<V> end_{};
    std::ptrdiff_t count_ = 0;

    constexpr void find() {
        first_ = last_;
        if (last_ == end_) return;
        count_ = 1;
        while (++last_ != end_ && static_cast<bool>(*first_ == *last_)) ++count_;
    }

public:
    using value_type = std::tuple<std::ranges::range_value_t<V>, std::ptrdiff_t>;

    run_length_cursor() = default;
    constexpr explicit run_length_cursor(V& base) : last_(std::ranges::begin(base)), end_(std::ranges::end(base)) {
        find();
    }
    constexpr auto read() const {
        return core::row<std::ranges::range_reference_t<V>, std::ptrdiff_t>(std::in_place, *first_, count_);
    }
    constexpr void next() { find(); }
    [[nodiscard]] constexpr bool done() const { return first_ == end_; }
    [[nodiscard]] constexpr bool equal(run_length_cursor const& that) const { return first_ == that.first_; }
};

}  // namespace detail

template <std::ranges::view V>
class run_length_view : public core::view_facade<run_length_view<V>> {
    [[no_unique_address]] V base_;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit run_length_view(V base) : base_(std::move(base)) {}

    template <class Self>
    requires detail::run_length_in_place<core::member_of<Self, V>>
    static constexpr auto first(Self& self) {
        return detail::run_length_cursor<core::member_of<Self, V>>(self.base_);
    }
};

template <std::ranges::view V>
class run_length_kept_view : public core::view_facade<run_length_kept_view<V>> {
    using kept = core::kept_key<V, std::ranges::range_reference_t<V>>;
    using element = typename core::slot<kept>::reference;

    [[no_unique_address]] V base_;
    core::tap<V> tap_;
    std::optional<kept> run_;
    std::optional<kept> next_;  // begins the next run; it has been read already
    std::ptrdiff_t count_ = 0;

    constexpr void fill() {
        run_.reset();
        if (next_) {
            run_.emplace(*std::move(next_));
            next_.reset();
        } else if (tap_.pull(base_)) {
            run_.emplace(tap_.read());
        } else {
            return;
        }
        for (count_ = 1; tap_.pull(base_); ++count_) {
            auto&& x = tap_.read();
            if (!static_cast<bool>(*run_ == x)) {
                next_.emplace(std::forward<decltype(x)>(x));
                return;
            }
        }
    }

    class cursor {
        run_length_kept_view* view_;

    public:
        using value_type = std::tuple<kept, std::ptrdiff_t>;
        constexpr explicit cursor(run_length_kept_view& view) : view_(&view) {
            view.tap_.rewind();
            if constexpr (restartable) view.next_.reset();
            view.fill();
        }
        constexpr auto read() const {
            return core::row<element, std::ptrdiff_t>(std::in_place, static_cast<element>(*view_->run_), view_->count_);
        }
        constexpr void next() { view_->fill(); }
        [[nodiscard]] constexpr bool done() const { return !view_->run_; }
    };

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit run_length_kept_view(V base) : base_(std::move(base)) {}

    static constexpr auto first(run_length_kept_view& self) { return cursor(self); }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_RUN_LENGTH_ENCODE_HPP
