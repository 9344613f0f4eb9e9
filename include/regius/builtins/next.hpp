// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_NEXT_HPP
#define REGIUS_BUILTINS_NEXT_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/none.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

template <class R>
inline constexpr bool is_subrange = false;
template <class I, class S, std::ranges::subrange_kind K>
inline constexpr bool is_subrange<std::ranges::subrange<I, S, K>> = true;

/// What Python calls an iterator: a source that forgets what it has handed out. That is a one-shot range, whose
/// begin() is the next element, or a std::ranges::subrange, which is stepped forward. Not a container, nor a view
/// onto one, combinations(r, k) too: each begin() of those is the first element again.
template <class R>
concept one_shot_source =
    std::ranges::input_range<R&> && !std::is_const_v<R> && (is_subrange<R> ? std::copyable<R> : !restartable<R>);

/// That, or a view that nobody can ask again: of a temporary one, next(filter(f, v)), the first element is the next.
template <class R>
concept next_source = one_shot_source<std::remove_reference_t<R>> ||
                      (!std::is_reference_v<R> && std::ranges::view<R> && std::ranges::input_range<R&>);

}  // namespace core

namespace detail {

// An element that lies somewhere, in a source that goes on, is passed on as it is; of any other what can be kept.
template <class R>
using next_of =
    std::conditional_t<std::is_lvalue_reference_v<R> && std::is_lvalue_reference_v<std::ranges::range_reference_t<R>>,
                       std::ranges::range_reference_t<R>, std::ranges::range_value_t<R>>;

}  // namespace detail

/// The next element of a generator or of another one-shot source, or the first of a temporary view.
///
///     next(g)                         // throws stop_iteration when there is none
///     next(g, 0)                      // 0 when there is none
///     next(g, none)                   // std::optional: empty when there is none
///     next(filter(is_open, doors))    // the first open one
///
/// Python    next(iterator[, default])
/// Accepts   a generator, a one-shot range, or a std::ranges::subrange, whose first element is taken off; of the views
///           that begin anew each time only a temporary
/// Returns   a reference to an element that lies somewhere, unless the source is a temporary; else, and with a default, the
///           range's value_type (a std::string of lines, a vector of combinations)
/// Throws    stop_iteration when nothing is left and no default was given
struct next_fn {
    template <class R>
    requires core::next_source<R>
    constexpr detail::next_of<R> operator()(R&& source) const {
        if constexpr (requires(R& g) { requires std::same_as<decltype(g.next()), detail::next_of<R>>; }) {
            return source.next();
        } else {
            return pull<detail::next_of<R>>(source, [](auto* x) -> detail::next_of<R> {
                if (!x) throw stop_iteration();
                return static_cast<detail::next_of<R>&&>(*x);
            });
        }
    }

    template <class R, class Default>
    requires core::next_source<R> && std::convertible_to<Default, std::remove_cvref_t<detail::next_of<R>>>
    constexpr std::remove_cvref_t<detail::next_of<R>> operator()(R&& source, Default&& otherwise) const {
        using value = std::remove_cvref_t<detail::next_of<R>>;
        return pull<detail::next_of<R>>(source, [&](auto* x) -> value {
            if (x) return static_cast<detail::next_of<R>&&>(*x);
            return std::forward<Default>(otherwise);
        });
    }

    template <class R>
    requires core::next_source<R>
    constexpr std::optional<std::remove_cvref_t<detail::next_of<R>>> operator()(R&& source, none_t) const {
        using value = std::remove_cvref_t<detail::next_of<R>>;
        return pull<detail::next_of<R>>(source, [](auto* x) -> std::optional<value> {
            if (x) return static_cast<detail::next_of<R>&&>(*x);
            return std::nullopt;
        });
    }

private:
    // Take one element off the source and give its address to f, or null.
    template <class Element, class R, class F>
    static constexpr decltype(auto) pull(R& source, F f) {
        constexpr std::remove_reference_t<Element>* nothing = nullptr;
        if constexpr (core::is_subrange<R>) {
            if (source.empty()) return f(nothing);
            Element x = *source.begin();
            source.advance(1);
            return f(std::addressof(x));
        } else {
            using kept = std::conditional_t<std::is_reference_v<Element>, std::remove_reference_t<Element>*,
                                            std::optional<Element>>;
            kept x{};
            core::for_each_while(source, [&x](auto&& y) {
                if constexpr (std::is_reference_v<Element>)
                    x = std::addressof(y);
                else
                    x.emplace(std::forward<decltype(y)>(y));
                return false;
            });
            return f(x ? std::addressof(*x) : nothing);
        }
    }
};

inline constexpr next_fn next{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_NEXT_HPP
