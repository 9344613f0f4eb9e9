// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TO_VECTOR_HPP
#define REGIUS_CORE_TO_VECTOR_HPP

#include <regius/core/flow.hpp>
#include <regius/core/iterator.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Walks n elements of anything and says that it is random access, so that the constructor of std::vector allocates
/// once and fills without asking for room; it reads each place once, in order.
template <class I>
class counted_cursor {
    I* it_ = nullptr;
    std::ptrdiff_t at_ = 0;

public:
    using value_type = std::iter_value_t<I>;

    counted_cursor() = default;
    constexpr counted_cursor(I& it, std::ptrdiff_t at) : it_(&it), at_(at) {}
    constexpr std::iter_reference_t<I> read() const { return (*it_)[static_cast<std::iter_difference_t<I>>(at_)]; }
    constexpr void next() { ++at_; }
    constexpr void prev() { --at_; }
    constexpr void advance(std::ptrdiff_t n) { at_ += n; }
    [[nodiscard]] constexpr bool equal(counted_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr std::ptrdiff_t distance_to(counted_cursor const& that) const { return that.at_ - at_; }
};
template <class I>
struct cursors::legacy_category<counted_cursor<I>> {
    using iterator_category = std::random_access_iterator_tag;
};

/// A filter can say of each element of its source whether it keeps it: r.for_each_marked(sink) calls sink(element, kept). It
/// also knows how many it keeps at most: r.size_limit().
template <class R>
concept marks_elements = requires(R& r) { r.for_each_marked([](auto&&, bool) {}); };

/// Few elements, of which some are left out, are written to where they stay: one that is not wanted is overwritten by the
/// next, which costs no branch.
template <class Vector, class R>
void overwrite_vector(Vector& out, R& r, std::size_t most) {
    out.resize(most);
    auto* at = out.data();
    r.for_each_marked([&at](auto&& x, bool wanted) {
        *at = static_cast<typename Vector::value_type>(std::forward<decltype(x)>(x));
        at += wanted;
    });
    out.resize(static_cast<std::size_t>(at - out.data()));
}

/// Elements on their way into a vector whose size is not known are gathered in a block, which is appended when it is
/// full. An element that is not wanted is overwritten by the next, which costs no branch. The block and its fill are
/// variables of their own: in one object the fill would go through memory, as the elements might lie over it.
template <class Vector, class R>
void append_in_blocks(Vector& out, R& r) {
    using T = typename Vector::value_type;
    constexpr std::size_t room = 2048 / sizeof(T) < 16 ? 16 : 2048 / sizeof(T);

    // Room for all that may come, where that is known and not too much; pages that are not written cost nothing.
    constexpr std::size_t room_at_once = std::size_t{1} << 26;
    constexpr std::size_t few = std::size_t{1} << 17;  // in bytes; more is not worth to be initialised first
    if constexpr (requires { r.size_limit(); }) {
        auto const most = r.size_limit();
        if constexpr (marks_elements<R>)
            if (most <= few / sizeof(T)) return overwrite_vector(out, r, most);
        if (most <= room_at_once / sizeof(T)) out.reserve(most);
    }

    T block[room];
    std::size_t used = 0;
    auto const add = [&](auto&& x, bool wanted) {
        block[used] = static_cast<T>(std::forward<decltype(x)>(x));
        used += wanted;
        if (used == room) {
            out.insert(out.end(), block, block + room);
            used = 0;
        }
    };
    if constexpr (marks_elements<R>)
        r.for_each_marked([&add](auto&& x, bool wanted) { add(std::forward<decltype(x)>(x), wanted); });
    else
        for_each(r, [&add](auto&& x) { add(std::forward<decltype(x)>(x), true); });
    out.insert(out.end(), block, block + used);
}

template <class T>
inline constexpr bool plain_element = std::is_trivially_copyable_v<T> && std::is_trivially_default_constructible_v<T> &&
                                      sizeof(T) <= 64 && !std::same_as<T, bool>;

/// A range that fills a vector quicker than it gives its elements one after the other.
template <class R, class Vector>
concept knows_better =
    !std::same_as<typename Vector::value_type, bool> && requires(R& r, Vector& out) { r.collect_into(out); };

/// The elements of a range in a new std::vector.
template <class Vector, class R>
constexpr Vector to_vector(R&& r) {
    using T = typename Vector::value_type;
    using reference = std::ranges::range_reference_t<R>;
    constexpr bool moves = gives_elements_away<R> && !std::is_trivially_copyable_v<T>;
    if constexpr (std::same_as<std::remove_cvref_t<R>, Vector>) {
        return std::forward<R>(r);
    } else if constexpr (std::ranges::contiguous_range<R> && std::ranges::sized_range<R> && !moves) {
        auto const data = std::ranges::data(r);
        return Vector(data, data + std::ranges::size(r));
    } else if constexpr (std::ranges::random_access_range<R> && std::ranges::sized_range<R> && !moves) {
        auto it = std::ranges::begin(r);
        using walker = basic_iterator<counted_cursor<decltype(it)>>;
        auto const n = static_cast<std::ptrdiff_t>(std::ranges::size(r));
        return Vector(walker({it, 0}), walker({it, n}));
    } else {
        Vector out;
        if constexpr (knows_better<R, Vector>) {
            if (!std::is_constant_evaluated()) {
                r.collect_into(out);
                return out;
            }
        } else if constexpr (plain_element<T> && std::is_convertible_v<reference, T>) {
            if constexpr (std::ranges::sized_range<R>) {
                auto const n = static_cast<std::size_t>(std::ranges::size(r));
                out.resize(n);
                auto* at = out.data();
                for_each_while(r, [&at, last = at + n](auto&& x) {
                    *at = static_cast<T>(std::forward<decltype(x)>(x));
                    return ++at != last;
                });
                out.resize(static_cast<std::size_t>(at - out.data()));
                return out;
            } else if (!std::is_constant_evaluated()) {
                append_in_blocks(out, r);
                if (out.size() < out.capacity() / 2) out.shrink_to_fit();
                return out;
            }
        } else if constexpr (std::ranges::sized_range<R>) {
            out.reserve(static_cast<std::size_t>(std::ranges::size(r)));
        }
        for_each(std::forward<R>(r), [&out](auto&& x) { out.emplace_back(std::forward<decltype(x)>(x)); });
        return out;
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_TO_VECTOR_HPP
