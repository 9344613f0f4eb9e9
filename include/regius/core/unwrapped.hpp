// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_UNWRAPPED_HPP
#define REGIUS_CORE_UNWRAPPED_HPP

#include <concepts>
#include <ranges>
#include <type_traits>

namespace regius::core {

/// What std::views::all has made a view of; R itself where it is no such view.
template <class R>
struct unwrapped {
    using type = R;
};
template <class R>
struct unwrapped<std::ranges::ref_view<R>> : unwrapped<std::remove_cv_t<R>> {};
template <class R>
struct unwrapped<std::ranges::owning_view<R>> : unwrapped<R> {};

template <class R>
using unwrapped_t = typename unwrapped<std::remove_cvref_t<R>>::type;

/// R is a view that std::views::all has made of a container.
template <class R>
concept wraps_range = !std::same_as<unwrapped_t<R>, std::remove_cvref_t<R>>;

}  // namespace regius::core

#endif  // REGIUS_CORE_UNWRAPPED_HPP
