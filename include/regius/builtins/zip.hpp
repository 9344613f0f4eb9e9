// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_ZIP_HPP
#define REGIUS_BUILTINS_ZIP_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/lengths.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/zipped.hpp>

#include <cstddef>
#include <ranges>
#include <string>
#include <tuple>
#include <utility>

namespace regius {

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
        return core::zipped_view<core::zipped_at_end, core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const noexcept { return std::ranges::empty_view<std::tuple<>>(); }
};

inline constexpr zip_fn zip{};

namespace detail {

/// Whether all ranges have ended with the shortest.
struct zip_same_length {
    static constexpr bool matters = true;

    /// Range number `ended` had no next element; those before it had one.
    template <class Ranges>
    static constexpr void walked(std::size_t ended, auto& pace, Ranges& ranges, bool fresh) {
        if (ended != 0) refuse(ended, "shorter");
        [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            ((pace.template pull<Is + 1>(ranges, fresh) ? refuse(Is + 1, "longer") : void()), ...);
        }(std::make_index_sequence<std::tuple_size_v<Ranges> - 1>());
    }
    static constexpr void counted(std::ptrdiff_t shortest, auto& ranges) {
        std::size_t i = 0;
        bool longer = false;  // the ranges before number i
        auto const check = [&](bool is_longer) {
            if (i != 0 && longer != is_longer) refuse(i, longer ? "shorter" : "longer");
            longer = is_longer;
            ++i;
        };
        std::apply([&](auto&... r) { (check(core::length(r) != shortest), ...); }, ranges);
    }

private:
    [[noreturn]] static void refuse(std::size_t argument, char const* what) {
        throw value_error("zip() argument " + std::to_string(argument + 1) + " is " + what + " than argument" +
                          (argument > 1 ? "s 1-" + std::to_string(argument) : " 1"));
    }
};

}  // namespace detail

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
        return core::zipped_view<detail::zip_same_length, core::all_t<Rs>...>(core::all(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const noexcept { return zip(); }
};

inline constexpr zip_strict_fn zip_strict{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_ZIP_HPP
