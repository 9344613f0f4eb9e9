// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_LAST_HPP
#define REGIUS_MORE_ITERTOOLS_LAST_HPP

#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/picked.hpp>
#include <regius/core/pipe.hpp>

#include <concepts>
#include <ranges>
#include <utility>

namespace regius {

/// The last element of a range.
///
///     last("spam"sv)                  // m
///     last(lines(path), "no line")
///
/// Python    more_itertools.last(iterable[, default])
/// Returns   a reference where the element outlives the call (an lvalue container), else a value
/// Cost      O(1) where the range can be walked from its end, else O(N)
/// Throws    value_error when there is no element and no default
struct last_fn {
    template <std::ranges::input_range R>
    constexpr core::picked_t<R> operator()(R&& source) const {
        core::picker<R> found;
        find(source, found);
        if (!found) throw value_error("last() was called on an empty iterable, and no default was provided.");
        return found.get();
    }

    template <std::ranges::input_range R, std::convertible_to<std::ranges::range_value_t<R>> T>
    constexpr std::ranges::range_value_t<R> operator()(R&& source, T&& otherwise) const {
        core::picker<R> found;
        find(source, found);
        if (!found) return std::forward<T>(otherwise);
        return found.get();
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }

    template <class T>
    requires(!std::ranges::input_range<T>)
    [[nodiscard]] constexpr auto operator()(T otherwise) const {
        return core::bind_back(*this, std::move(otherwise));
    }

private:
    template <class R>
    static constexpr void find(R& source, auto& found) {
        if constexpr (std::ranges::bidirectional_range<R> && std::ranges::common_range<R>) {
            auto it = std::ranges::end(source);
            if (std::ranges::begin(source) != it) found(*--it);
        } else {
            core::for_each(source, found);
        }
    }
};

inline constexpr last_fn last{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_LAST_HPP
