// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_APPLIED_HPP
#define REGIUS_CORE_APPLIED_HPP

#include <regius/core/box.hpp>
#include <regius/core/invoke.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

/// f(tuple) as f(elements...): what lets `map` take several ranges, and what `starmap` is.
template <class F>
class applied {
    [[no_unique_address]] box<F> f_;

    template <class Tuple>
    using indices = std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<Tuple>>>;

    template <class G, class Tuple, std::size_t... Is>
    static constexpr auto call(G& f, Tuple&& tuple, std::index_sequence<Is...>)
        -> std::invoke_result_t<G&, decltype(std::get<Is>(std::forward<Tuple>(tuple)))...> {
        return core::invoke(f, std::get<Is>(std::forward<Tuple>(tuple))...);
    }

public:
    constexpr explicit applied(F f) : f_(std::move(f)) {}

    template <class Tuple>
    constexpr auto operator()(Tuple&& tuple) -> decltype(call(*f_, std::forward<Tuple>(tuple), indices<Tuple>())) {
        return call(*f_, std::forward<Tuple>(tuple), indices<Tuple>());
    }
    template <class Tuple>
    constexpr auto operator()(Tuple&& tuple) const
        -> decltype(call(*f_, std::forward<Tuple>(tuple), indices<Tuple>())) {
        return call(*f_, std::forward<Tuple>(tuple), indices<Tuple>());
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_APPLIED_HPP
