// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PAIRS_HPP
#define REGIUS_CORE_PAIRS_HPP

#include <concepts>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

namespace pairs {

struct first_fn {
    template <class E>
    constexpr decltype(auto) operator()(E&& e) const
    requires requires {
        get<0>(std::forward<E>(e));
        get<1>(std::forward<E>(e));
    } || requires {
        std::get<0>(std::forward<E>(e));
        std::get<1>(std::forward<E>(e));
    }
    {
        using std::get;
        return get<0>(std::forward<E>(e));
    }
};

struct second_fn {
    template <class E>
    constexpr decltype(auto) operator()(E&& e) const
    requires std::invocable<first_fn, E>
    {
        using std::get;
        return get<1>(std::forward<E>(e));
    }
};

}  // namespace pairs

/// The key and the value of what a range of pairs holds: pairs, tuples, elements of zip and enumerate.
inline constexpr pairs::first_fn key_of{};
inline constexpr pairs::second_fn value_of{};

template <class E>
concept pair_like = std::invocable<pairs::first_fn, E>;

template <class R>
concept pair_range = std::ranges::input_range<R> && pair_like<std::ranges::range_reference_t<R>>;

namespace pairs {

template <class T>
struct owned {
    using type = T;
};
template <class C>
requires std::same_as<C, char> || std::same_as<C, wchar_t> || std::same_as<C, char8_t> || std::same_as<C, char16_t> ||
         std::same_as<C, char32_t>
struct owned<C const*> {
    using type = std::basic_string<C>;
};

template <class T>
struct detached : owned<T> {};
template <class C, class Traits>
struct detached<std::basic_string_view<C, Traits>> {
    using type = std::basic_string<C, Traits>;
};

}  // namespace pairs

/// The type of the keys that a container makes from values of type T: T, but a std::string for a char const*,
/// whose equality would be that of the addresses.
template <class T>
using owned_key = typename pairs::owned<std::decay_t<T>>::type;

/// The type of the keys that a container makes from T, taken from the range R: T again, but a std::string for the
/// string_views of a one-shot range, each of which is good only until the next is asked for (the lines of a file).
template <class R, class T>
using key_from = typename std::conditional_t<std::ranges::forward_range<R>, pairs::owned<std::decay_t<T>>,
                                             pairs::detached<owned_key<T>>>::type;

}  // namespace regius::core

#endif  // REGIUS_CORE_PAIRS_HPP
