// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_BEST_HPP
#define REGIUS_CORE_BEST_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_element.hpp>

#include <concepts>
#include <limits>
#include <optional>
#include <ranges>
#include <string>
#include <type_traits>
#include <utility>

// <string> is here for std::less, which <functional> would bring at twice the price.

namespace regius::core {

/// Elements of R, or what Proj makes of them, that Comp puts in order.
template <class Comp, class R, class Proj>
concept orders_the_elements = std::invocable<Proj&, std::ranges::range_reference_t<R>&> &&
                              std::predicate<Comp&, std::invoke_result_t<Proj&, std::ranges::range_reference_t<R>&>&,
                                             std::invoke_result_t<Proj&, std::ranges::range_reference_t<R>&>&>;

/// An element of an lvalue range that stays where it is is returned as a reference; any other by value.
template <class R>
using best_result = std::conditional_t<std::is_lvalue_reference_v<R> && stays<R>, std::ranges::range_reference_t<R>,
                                       std::ranges::range_value_t<R>>;

/// Integers in their own order: there is nothing to tell ties apart by.
template <class R, class Comp, class Proj>
concept orders_integers = integer<std::ranges::range_value_t<R>> && std::same_as<Proj, std::identity> &&
                          (std::same_as<Comp, std::ranges::less> || std::same_as<Comp, std::less<>>);

/// The best element seen so far, and its key. What is kept of an element is its address where it stays in place and is
/// asked for.
template <class R, bool Max, class Comp, class Proj, bool InPlace = stays<R>>
class best_seen {
    using reference = std::ranges::range_reference_t<R>;
    static constexpr bool keyed = !std::same_as<Proj, std::identity>;
    using value = std::ranges::range_value_t<R>;
    using key = std::decay_t<std::invoke_result_t<Proj&, reference&>>;

    std::conditional_t<InPlace, std::remove_reference_t<reference>*, std::optional<value>> best_{};
    struct no_key {};
    [[no_unique_address]] std::conditional_t<keyed, std::optional<key>, no_key> key_{};
    Comp& comp_;
    Proj& proj_;

    template <class X>
    constexpr void keep(X&& x) {
        if constexpr (InPlace)
            best_ = std::addressof(x);
        else
            best_.emplace(std::forward<X>(x));
    }
    constexpr bool better(auto& a, auto& b) { return Max ? invoke(comp_, b, a) : invoke(comp_, a, b); }

public:
    constexpr best_seen(Comp& comp, Proj& proj) : comp_(comp), proj_(proj) {}

    /// Whether x is the best so far.
    template <class X>
    constexpr bool operator()(X&& x) {
        if constexpr (keyed) {
            auto&& k = invoke(proj_, x);
            if (best_ && !better(k, *key_)) return false;
            key_.emplace(std::forward<decltype(k)>(k));
            keep(std::forward<X>(x));
        } else {
            if (best_ && !better(x, *best_)) return false;
            keep(std::forward<X>(x));
        }
        return true;
    }
    [[nodiscard]] constexpr bool any() const { return static_cast<bool>(best_); }
    /// Of a container that is given away the element itself, if nothing else is asked of it any more.
    template <class Result, bool Last = false>
    constexpr Result take() {
        if constexpr (InPlace && !(Last && gives_elements_away<R>))
            return *best_;
        else
            return std::move(*best_);
    }
};

/// The loop over integers needs no branch.
template <class R, bool Max, class Comp, class Proj, bool InPlace>
requires orders_integers<R, Comp, Proj>
class best_seen<R, Max, Comp, Proj, InPlace> {
    using value = std::ranges::range_value_t<R>;
    value best_ = Max ? std::numeric_limits<value>::min() : std::numeric_limits<value>::max();
    bool any_ = false;

public:
    constexpr best_seen(Comp&, Proj&) {}
    constexpr bool operator()(value x) {
        bool const better = Max ? best_ < x : x < best_;
        any_ = true;
        best_ = better ? x : best_;
        return better;
    }
    [[nodiscard]] constexpr bool any() const { return any_; }
    template <class Result, bool Last = false>
    constexpr value take() const {
        return best_;
    }
};

/// Real numbers, and integers in an order of one's own: a number is compared faster than it is looked up.
template <class R, bool Max, class Comp, class Proj>
requires std::is_arithmetic_v<std::ranges::range_value_t<R>> && std::same_as<Proj, std::identity> &&
         (!orders_integers<R, Comp, Proj>)
class best_seen<R, Max, Comp, Proj, false> {
    using value = std::ranges::range_value_t<R>;
    value best_{};
    bool any_ = false;
    Comp& comp_;

public:
    constexpr best_seen(Comp& comp, Proj&) : comp_(comp) {}
    constexpr bool operator()(value x) {
        if (any_ && !static_cast<bool>(Max ? invoke(comp_, best_, x) : invoke(comp_, x, best_))) return false;
        best_ = x;
        return any_ = true;
    }
    [[nodiscard]] constexpr bool any() const { return any_; }
    template <class Result, bool Last = false>
    constexpr value take() const {
        return best_;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_BEST_HPP
