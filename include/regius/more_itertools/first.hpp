// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_FIRST_HPP
#define REGIUS_MORE_ITERTOOLS_FIRST_HPP

#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/picked.hpp>
#include <regius/core/pipe.hpp>

#include <concepts>
#include <ranges>
#include <utility>

namespace regius {

/// The first element of a range.
///
///     first("spam"sv)                 // s
///     first(matches, fallback)        // fallback if there are none
///
/// Python    more_itertools.first(iterable[, default])
/// Returns   a reference where the element outlives the call (an lvalue container), else a value
/// Cost      one element is read, and taken from a one-shot source
/// Throws    value_error when there is no element and no default
struct first_fn {
    template <std::ranges::input_range R>
    constexpr core::picked_t<R> operator()(R&& source) const {
        core::picker<R> found;
        take_one(source, found);
        if (!found) throw value_error("first() was called on an empty iterable, and no default value was provided.");
        return found.get();
    }

    template <std::ranges::input_range R, std::convertible_to<std::ranges::range_value_t<R>> T>
    constexpr std::ranges::range_value_t<R> operator()(R&& source, T&& otherwise) const {
        core::picker<R> found;
        take_one(source, found);
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
    static constexpr void take_one(auto& source, auto& found) {
        core::for_each_while(source, [&](auto&& x) {
            found(std::forward<decltype(x)>(x));
            return false;
        });
    }
};

inline constexpr first_fn first{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_FIRST_HPP
