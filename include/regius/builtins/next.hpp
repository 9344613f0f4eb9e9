// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_NEXT_HPP
#define REGIUS_BUILTINS_NEXT_HPP

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
/// onto one: each begin() of those is the first element again.
template <class R>
concept one_shot_source = std::ranges::input_range<R&> && !std::is_const_v<R> &&
                          (is_subrange<R> ? std::copyable<R> : !std::ranges::forward_range<R&>);

}  // namespace core

namespace detail {

// An lvalue that outlives the step is passed on as it is; anything else is handed over by value.
template <class R>
using next_of =
    std::conditional_t<std::is_lvalue_reference_v<std::ranges::range_reference_t<R>>, std::ranges::range_reference_t<R>,
                       std::remove_cvref_t<std::ranges::range_reference_t<R>>>;

}  // namespace detail

/// The next element of a generator or of another one-shot source.
///
///     next(g)                         // throws stop_iteration when there is none
///     next(g, 0)                      // 0 when there is none
///     next(g, none)                   // std::optional: empty when there is none
///
/// Python    next(iterator[, default])
/// Accepts   a generator, a one-shot range, or a std::ranges::subrange, whose first element is taken off
/// Returns   an lvalue element as a reference, any other by value; with a default always a value
/// Throws    stop_iteration when nothing is left and no default was given
struct next_fn {
    template <class R>
    requires core::one_shot_source<std::remove_reference_t<R>>
    constexpr detail::next_of<R> operator()(R&& source) const {
        if constexpr (requires(R& g) { requires std::same_as<decltype(g.next()), detail::next_of<R>>; }) {
            return source.next();
        } else {
            return pull(source, [](auto* x) -> detail::next_of<R> {
                if (!x) throw stop_iteration();
                return static_cast<detail::next_of<R>&&>(*x);
            });
        }
    }

    template <class R, class Default>
    requires core::one_shot_source<std::remove_reference_t<R>> &&
             std::convertible_to<Default, std::remove_cvref_t<detail::next_of<R>>>
    constexpr std::remove_cvref_t<detail::next_of<R>> operator()(R&& source, Default&& otherwise) const {
        using value = std::remove_cvref_t<detail::next_of<R>>;
        return pull(source, [&](auto* x) -> value {
            if (x) return static_cast<detail::next_of<R>&&>(*x);
            return std::forward<Default>(otherwise);
        });
    }

    template <class R>
    requires core::one_shot_source<std::remove_reference_t<R>>
    constexpr std::optional<std::remove_cvref_t<detail::next_of<R>>> operator()(R&& source, none_t) const {
        using value = std::remove_cvref_t<detail::next_of<R>>;
        return pull(source, [](auto* x) -> std::optional<value> {
            if (x) return static_cast<detail::next_of<R>&&>(*x);
            return std::nullopt;
        });
    }

private:
    // Take one element off the source and give its address to f, or null.
    template <class R, class F>
    static constexpr auto pull(R& source, F f)
        -> decltype(f(static_cast<std::remove_reference_t<detail::next_of<R>>*>(nullptr))) {
        using element = detail::next_of<R>;
        if constexpr (core::is_subrange<R>) {
            if (source.empty()) return f(static_cast<std::remove_reference_t<element>*>(nullptr));
            element x = *source.begin();
            source.advance(1);
            return f(std::addressof(x));
        } else {
            using kept = std::conditional_t<std::is_reference_v<element>, std::remove_reference_t<element>*,
                                            std::optional<element>>;
            kept x{};
            core::for_each_while(source, [&x](auto&& y) {
                if constexpr (std::is_reference_v<element>)
                    x = std::addressof(y);
                else
                    x.emplace(std::forward<decltype(y)>(y));
                return false;
            });
            return f(x ? std::addressof(*x) : nullptr);
        }
    }
};

inline constexpr next_fn next{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_NEXT_HPP
