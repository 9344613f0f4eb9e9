// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_ONE_HPP
#define REGIUS_MORE_ITERTOOLS_ONE_HPP

#include <regius/core/flow.hpp>
#include <regius/core/picked.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/repr.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <string>
#include <utility>

namespace regius {

namespace detail {

/// Reads two elements at most: the one that is wanted, and the one that must not be there.
template <class R>
constexpr void one_find(R& source, core::picker<R>& found) {
    std::string surplus;
    core::for_each_while(source, [&](auto&& x) {
        if (!found) {
            found(std::forward<decltype(x)>(x));
            return true;
        }
        surplus = "Expected exactly one item in iterable, but got ";
        if constexpr (core::reprable<std::ranges::range_value_t<R>>) {
            core::append_repr(surplus, found.look());
            surplus += ", ";
            core::append_repr(surplus, x);
            surplus += ", and perhaps more.";
        } else {
            surplus += "two, and perhaps more.";
        }
        return false;
    });
    if (!surplus.empty()) throw value_error(surplus);
}

}  // namespace detail

/// The only element of a range that must have exactly one.
///
///     one(matches)
///
/// Python    more_itertools.one(iterable)
/// Returns   a reference where the element outlives the call (an lvalue container), else a value
/// Cost      at most two elements are read
/// Throws    value_error when there is none, or more than one: the text names the first two
struct one_fn {
    template <std::ranges::input_range R>
    constexpr core::picked_t<R> operator()(R&& source) const {
        core::picker<R> found;
        detail::one_find<R>(source, found);
        if (!found) throw value_error("too few items in iterable (expected 1)");
        return found.get();
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr one_fn one{};

/// The only element of a range that may be empty.
///
///     only(matches, fallback)
///
/// Python    more_itertools.only(iterable, default=None)
/// Returns   without a default, an optional: of a reference where the element outlives the call (an lvalue
///           container), else of a value; with one, a value
/// Cost      at most two elements are read
/// Throws    value_error when there is more than one: the text names the first two
struct only_fn {
    template <std::ranges::input_range R>
    constexpr core::picked_or_none_t<R> operator()(R&& source) const {
        core::picker<R> found;
        detail::one_find<R>(source, found);
        return found.get_or_none();
    }

    template <std::ranges::input_range R, std::convertible_to<std::ranges::range_value_t<R>> T>
    constexpr std::ranges::range_value_t<R> operator()(R&& source, T&& otherwise) const {
        core::picker<R> found;
        detail::one_find<R>(source, found);
        if (!found) return std::forward<T>(otherwise);
        return found.get();
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr only_fn only{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_ONE_HPP
