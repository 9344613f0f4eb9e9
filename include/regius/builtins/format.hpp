// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_FORMAT_HPP
#define REGIUS_BUILTINS_FORMAT_HPP

#include <regius/core/repr.hpp>

#include <concepts>
#include <string_view>
#include <version>

// Where the standard library has <format> (GCC 13, Clang 17, Visual Studio 2022), and only there, this header does
// something. It is one of its own because <format> costs more than the containers it prints; in C++23 they include it.
#if defined(__cpp_lib_format)

#include <format>
#include <tuple>

namespace regius::core {

template <class... Ts>
class row;

}  // namespace regius::core

namespace regius {

struct cache_counts;

}  // namespace regius

/// The containers of this library in std::format, as repr prints them.
///
///     std::format("{}", counter(words))       // counter({'apple': 3, 'pear': 1})
///     std::format("{:>20}", deque{1, 2})      // fill, alignment, width and precision are those of a text
///
/// Python    format(x, spec), f"{x:spec}"
/// Accepts   dict, counter, defaultdict, ordered_dict, chain_map and deque, where repr prints what is in them; what
///           cache_info() of a cache gives
/// Throws    std::format_error for a spec that does not fit a text
/// Differs   Python's containers refuse a spec that is not empty
template <class T>
requires(std::derived_from<T, regius::core::printed<T>> || std::same_as<T, regius::cache_counts>) &&
        regius::core::reprable<T const&>
struct std::formatter<T, char> : private std::formatter<std::string_view, char> {
    // And no set_debug_format: inside a range that std::format prints, C++23 would put the text in quotes.
    using std::formatter<std::string_view, char>::parse;

    template <class Context>
    auto format(T const& x, Context& context) const {
        return std::formatter<std::string_view, char>::format(regius::repr(x), context);
    }
};

/// What c[x] of a counter is, as the count that it reads as.
template <class T>
requires std::derived_from<T, regius::core::stands_for<typename T::read_as>>
struct std::formatter<T, char> : std::formatter<typename T::read_as, char> {
    template <class Context>
    auto format(T const& x, Context& context) const {
        return std::formatter<typename T::read_as, char>::format(static_cast<typename T::read_as>(x), context);
    }
};

#if defined(__cpp_lib_format_ranges)

/// The rows of zip, enumerate, pairwise and the like, as the tuples that they are.
template <class... Ts>
requires std::formattable<std::tuple<Ts...>, char>
struct std::formatter<regius::core::row<Ts...>, char> : std::formatter<std::tuple<Ts...>, char> {};

#endif

#endif  // __cpp_lib_format

#endif  // REGIUS_BUILTINS_FORMAT_HPP
