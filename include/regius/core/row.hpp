// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ROW_HPP
#define REGIUS_CORE_ROW_HPP

#include <concepts>
#include <cstddef>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Several elements side by side, as `zip` and `enumerate` hand them out: references where the sources have elements
/// to refer to, values where they make them.
///
///     for (auto [name, age] : zip(names, ages)) ...       // name and age are references
///
/// A tuple in all but name. C++20's std::tuple<int&> has no common reference with std::tuple<int>, which
/// std::indirectly_readable wants, and cannot be assigned through when it is const, which sorting wants.
template <class... Ts>
class row : public std::tuple<Ts...> {
    using base = std::tuple<Ts...>;

    template <class Tuple, std::size_t... Is>
    constexpr row(Tuple&& from, std::index_sequence<Is...>) : base(std::get<Is>(std::forward<Tuple>(from))...) {}

    template <class Tuple, std::size_t... Is>
    constexpr void put(Tuple&& from, std::index_sequence<Is...>) const {
        base const& to = *this;
        ((void)(std::get<Is>(to) = std::get<Is>(std::forward<Tuple>(from))), ...);
    }
    static constexpr auto indices = std::index_sequence_for<Ts...>();

public:
    row() = default;

    template <class... Us>
    requires(sizeof...(Us) == sizeof...(Ts) && sizeof...(Us) > 0 && (std::constructible_from<Ts, Us> && ...))
    constexpr explicit row(std::in_place_t, Us&&... elements) : base(std::forward<Us>(elements)...) {}

    template <class... Us>
    requires(sizeof...(Us) == sizeof...(Ts) && (std::convertible_to<Us&, Ts> && ...))
    constexpr row(std::tuple<Us...>& that) : row(that, indices) {}
    template <class... Us>
    requires(sizeof...(Us) == sizeof...(Ts) && (std::convertible_to<Us const&, Ts> && ...))
    constexpr row(std::tuple<Us...> const& that) : row(that, indices) {}
    template <class... Us>
    requires(sizeof...(Us) == sizeof...(Ts) && (std::convertible_to<Us, Ts> && ...))
    constexpr row(std::tuple<Us...>&& that) : row(std::move(that), indices) {}

    row(row const&) = default;
    row(row&&) = default;
    row& operator=(row const&) = default;
    row& operator=(row&&) = default;
    using base::operator=;

    /// Through the references: to the elements that the row refers to. The tuple of C++23 does it itself.
    template <class... Us>
    requires(sizeof...(Us) == sizeof...(Ts) && (std::is_assignable_v<Ts const&, Us const&> && ...) &&
             !std::is_assignable_v<base const&, std::tuple<Us...> const&>)
    constexpr row const& operator=(std::tuple<Us...> const& that) const {
        put(that, indices);
        return *this;
    }
    template <class... Us>
    requires(sizeof...(Us) == sizeof...(Ts) && (std::is_assignable_v<Ts const&, Us> && ...) &&
             !std::is_assignable_v<base const&, std::tuple<Us...>>)
    constexpr row const& operator=(std::tuple<Us...>&& that) const {
        put(std::move(that), indices);
        return *this;
    }

    /// Two elements are a std::pair to whoever keeps one, as std::tuple is in C++23.
    template <class... Us>
    requires(sizeof...(Ts) == 2 && (std::convertible_to<Ts const&, Us> && ...))
    constexpr operator std::pair<Us...>() const& {
        return {std::get<0>(*this), std::get<1>(*this)};
    }
    template <class... Us>
    requires(sizeof...(Ts) == 2 && (std::convertible_to<Ts, Us> && ...))
    constexpr operator std::pair<Us...>() && {
        return {std::get<0>(std::move(*this)), std::get<1>(std::move(*this))};
    }

    /// What the rows refer to changes places; std::sort swaps two rows it has just been handed.
    friend constexpr void swap(row const& a, row const& b)
    requires((std::is_lvalue_reference_v<Ts> && std::is_swappable_v<std::remove_reference_t<Ts>>) && ...)
    {
        [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            (std::ranges::swap(std::get<Is>(a), std::get<Is>(b)), ...);
        }(indices);
    }
};

}  // namespace regius::core

template <class... Ts>
struct std::tuple_size<regius::core::row<Ts...>> : std::integral_constant<std::size_t, sizeof...(Ts)> {};
template <std::size_t I, class... Ts>
struct std::tuple_element<I, regius::core::row<Ts...>> : std::tuple_element<I, std::tuple<Ts...>> {};

template <class... Ts, class... Us, template <class> class TQual, template <class> class UQual>
requires requires { typename regius::core::row<std::common_reference_t<TQual<Ts>, UQual<Us>>...>; }
struct std::basic_common_reference<regius::core::row<Ts...>, std::tuple<Us...>, TQual, UQual> {
    using type = regius::core::row<std::common_reference_t<TQual<Ts>, UQual<Us>>...>;
};
template <class... Ts, class... Us, template <class> class TQual, template <class> class UQual>
requires requires { typename regius::core::row<std::common_reference_t<TQual<Ts>, UQual<Us>>...>; }
struct std::basic_common_reference<std::tuple<Ts...>, regius::core::row<Us...>, TQual, UQual> {
    using type = regius::core::row<std::common_reference_t<TQual<Ts>, UQual<Us>>...>;
};
template <class... Ts, class... Us, template <class> class TQual, template <class> class UQual>
requires requires { typename regius::core::row<std::common_reference_t<TQual<Ts>, UQual<Us>>...>; }
struct std::basic_common_reference<regius::core::row<Ts...>, regius::core::row<Us...>, TQual, UQual> {
    using type = regius::core::row<std::common_reference_t<TQual<Ts>, UQual<Us>>...>;
};

#endif  // REGIUS_CORE_ROW_HPP
