// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_BATCHED_HPP
#define REGIUS_ITERTOOLS_BATCHED_HPP

#include <regius/core/chunks.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/mapped.hpp>
#include <regius/core/non_propagating.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/reused.hpp>
#include <regius/core/row_of.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>
#include <regius/core/view_reader.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

template <std::ranges::view V, bool Strict>
class batched_view;
template <std::ranges::view V, bool Strict>
class batched_buffer_view;

namespace detail {

template <bool Strict>
struct batched_base {
    template <core::iterable R, core::integer N>
    [[nodiscard]] constexpr auto operator()(R&& r, N n) const {
        using V = core::all_t<R>;
        auto const size = core::chunk_size<std::ranges::range_difference_t<V>>(n);
        if constexpr (core::chunks_in_place<V>)
            return batched_view<V, Strict>(core::all(std::forward<R>(r)), size);
        else
            return batched_buffer_view<V, Strict>(core::all(std::forward<R>(r)), static_cast<std::size_t>(size));
    }
    [[nodiscard]] constexpr auto operator()(core::integer auto n) const {
        (void)core::chunk_size(n);
        return core::bind_back(*this, n);
    }
};

}  // namespace detail

/// Cut a range into consecutive batches of n elements; only the last may be shorter.
///
///     batched("ABCDEFG"sv, 3)                 // ABC DEF G
///     "ABCDEFG"sv | batched(3)                // the same
///
/// Python    itertools.batched(iterable, n)
/// Accepts   a range of N elements, a one-shot source and one without an end too; n counts elements, n >= 1
/// Yields    ceil(N / n) batches, themselves ranges: windows on the argument, never copies. Over one-shot sources, and
///           where walking computes, a window on a buffer that the next batch overwrites; its value_type is a
///           std::vector, so that collecting batches keeps them
/// Category  random access over random-access ranges, else forward; sized, borrowed and const-iterable where the range
///           is. Input over one-shot sources and where walking computes
/// Cost      O(1) a step over random access, else O(n); the buffer is the only allocation
/// Throws    value_error from the call, "n must be at least one"
/// Lifetime  a window lives as long as the range it views; a temporary container is moved in
/// Differs   Python batches own their elements
struct batched_fn : detail::batched_base<false> {};

inline constexpr batched_fn batched{};

/// Batches of exactly n elements.
///
/// Python    itertools.batched(iterable, n, strict=True)
/// Throws    value_error, "batched(): incomplete batch", where a shorter last batch would come
/// Category  as batched, forward at most
struct batched_strict_fn : detail::batched_base<true> {};

inline constexpr batched_strict_fn batched_strict{};

/// Batches of exactly N elements, N known at compile time.
///
///     for (auto [x, y] : batched_n<2>(coordinates)) ...
///
/// Yields    tuples of references to the elements, values where the range makes them; references into the buffer of
///           `batched` where that has one
/// Category  forward at most
/// Throws    value_error, "batched(): incomplete batch", where elements are left over: a shorter tuple would be of
///           another type
template <std::size_t N>
struct batched_n_fn {
    static_assert(N > 0, "batched_n: N must be at least one");

    template <core::iterable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        auto batches = batched_strict(std::forward<R>(r), N);
        return core::mapped_view<decltype(batches), core::row_of<N>>(std::move(batches), core::row_of<N>());
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

template <std::size_t N>
inline constexpr batched_n_fn<N> batched_n{};

namespace detail {

[[noreturn]] inline void batched_refuse() { throw value_error("batched(): incomplete batch"); }

template <class V, bool Strict>
class batched_cursor {
    using iterator = std::ranges::iterator_t<V>;

    iterator first_{};
    iterator last_{};  // one past the current batch
    std::ranges::sentinel_t<V> end_{};
    std::ranges::range_difference_t<V> n_ = 1;

    constexpr void find() {
        auto const missing = std::ranges::advance(last_, n_, end_);
        if (Strict && missing != 0 && first_ != end_) batched_refuse();
    }

public:
    using value_type = std::ranges::subrange<iterator>;
    using difference_type = std::ranges::range_difference_t<V>;

    batched_cursor() = default;
    constexpr batched_cursor(V& base, difference_type n)
        : first_(std::ranges::begin(base)), last_(first_), end_(std::ranges::end(base)), n_(n) {
        find();
    }
    constexpr value_type read() const { return {first_, last_}; }
    constexpr void next() {
        first_ = last_;
        find();
    }
    [[nodiscard]] constexpr bool done() const { return first_ == end_; }
    [[nodiscard]] constexpr bool equal(batched_cursor const& that) const { return first_ == that.first_; }
};

template <class V, bool Strict>
requires(std::ranges::random_access_range<V> && std::ranges::sized_range<V> && !Strict)
class batched_cursor<V, Strict> {
    using iterator = std::ranges::iterator_t<V>;
    using difference = std::ranges::range_difference_t<V>;

    iterator origin_{};
    difference size_ = 0;
    difference n_ = 1;
    difference at_ = 0;  // where the batch begins; a multiple of n_, but size_ at the end

public:
    using value_type = std::ranges::subrange<iterator>;
    using difference_type = difference;

    batched_cursor() = default;
    constexpr batched_cursor(V& base, difference n, bool end = false)
        : origin_(std::ranges::begin(base)),
          size_(static_cast<difference>(std::ranges::size(base))),
          n_(n),
          at_(end ? size_ : 0) {}
    constexpr value_type read() const { return {origin_ + at_, origin_ + (size_ - at_ < n_ ? size_ : at_ + n_)}; }
    constexpr void next() { at_ = size_ - at_ < n_ ? size_ : at_ + n_; }
    constexpr void prev() { at_ = (at_ - 1) / n_ * n_; }
    constexpr void advance(difference n) {
        auto const batch = number() + n;
        at_ = batch >= (size_ - 1) / n_ + 1 ? size_ : batch * n_;
    }
    [[nodiscard]] constexpr bool equal(batched_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr difference distance_to(batched_cursor const& that) const {
        return that.number() - number();
    }

private:
    [[nodiscard]] constexpr difference number() const { return at_ / n_ + (at_ % n_ != 0); }
};

}  // namespace detail

template <std::ranges::view V, bool Strict>
class batched_view : public core::view_facade<batched_view<V, Strict>> {
    [[no_unique_address]] V base_;
    std::ranges::range_difference_t<V> n_;

    template <class Self>
    using cursor = detail::batched_cursor<core::member_of<Self, V>, Strict>;
    template <class Self>
    static constexpr bool indexed = std::ranges::random_access_range<core::member_of<Self, V>> &&
                                    std::ranges::sized_range<core::member_of<Self, V>> && !Strict;

public:
    static constexpr bool simple = core::simple_view<V>;
    static constexpr bool rereadable = true;
    static constexpr bool infinite = core::infinite<V>;

    constexpr batched_view(V base, std::ranges::range_difference_t<V> n) : base_(std::move(base)), n_(n) {}

    template <class Self>
    requires core::walks<Self, V>
    static constexpr auto first(Self& self) {
        return cursor<Self>(self.base_, self.n_);
    }
    template <class Self>
    requires core::walks<Self, V> && indexed<Self>
    static constexpr auto last(Self& self) {
        return cursor<Self>(self.base_, self.n_, true);
    }
    template <class Self>
    requires std::ranges::sized_range<core::member_of<Self, V>>
    static constexpr auto count(Self& self) {
        auto const size = std::ranges::size(self.base_);
        auto const n = static_cast<decltype(+size)>(self.n_);
        return static_cast<std::size_t>(size / n + (size % n != 0));
    }
    static constexpr bool flow(auto& self, auto& sink) {
        if constexpr (std::ranges::random_access_range<V> && std::ranges::sized_range<V>) {
            auto it = std::ranges::begin(self.base_);
            auto left = static_cast<std::ranges::range_difference_t<V>>(std::ranges::size(self.base_));
            auto const n = self.n_;
            for (; left >= n; left -= n, it += n)
                if (!sink(std::ranges::subrange(it, it + n))) return false;
            if (Strict && left != 0) detail::batched_refuse();
            return left == 0 || sink(std::ranges::subrange(it, it + left));
        } else {
            return core::for_each_from(first(self), sink);
        }
    }
};

template <std::ranges::view V, bool Strict>
class batched_buffer_view : public core::view_facade<batched_buffer_view<V, Strict>> {
    using value_type = std::vector<core::kept_value_t<V>>;

    [[no_unique_address]] V base_;
    std::size_t n_;
    value_type buffer_;
    core::non_propagating<std::ranges::iterator_t<V>> it_;

    using reader = core::view_reader<batched_buffer_view>;
    friend reader;

    [[nodiscard]] constexpr bool done() const { return buffer_.empty(); }
    constexpr auto read() { return core::reused_whole(buffer_); }

    constexpr void step() {
        core::take_chunk(buffer_, base_, it_, n_);
        check();
    }
    constexpr void check() {
        if (!Strict || buffer_.empty() || buffer_.size() == n_) return;
        buffer_.clear();
        detail::batched_refuse();
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr batched_buffer_view(V base, std::size_t n) : base_(std::move(base)), n_(n) {}

    static constexpr auto first(batched_buffer_view& self) {
        self.it_.reset();
        self.step();
        return reader(self);
    }
    static constexpr bool flow(batched_buffer_view& self, auto& sink) {
        auto& buffer = self.buffer_;
        buffer.clear();
        bool whole = core::for_each_while(self.base_, [&](auto&& x) -> bool {
            buffer.emplace_back(std::forward<decltype(x)>(x));
            if (buffer.size() != self.n_) return true;
            bool const more = sink(self.read());
            buffer.clear();
            return more;
        });
        if (whole && !buffer.empty()) {
            self.check();
            whole = sink(self.read());
        }
        return whole;
    }
};

}  // namespace regius

template <class V>
inline constexpr bool std::ranges::enable_borrowed_range<regius::batched_view<V, false>> =
    std::ranges::enable_borrowed_range<V>;

#endif  // REGIUS_ITERTOOLS_BATCHED_HPP
