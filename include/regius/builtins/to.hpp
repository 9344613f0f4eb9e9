// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_TO_HPP
#define REGIUS_BUILTINS_TO_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/mapped.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/stored_value.hpp>
#include <regius/core/to_vector.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

namespace core {

template <class C, class R>
consteval bool can_collect();

/// Whether R can be put into a C: element by element, also where the elements are ranges themselves.
template <class R, class C>
concept collectable_into = core::can_collect<C, R>();

}  // namespace core

namespace detail {

template <class T>
inline constexpr bool to_is_vector = false;
template <class T, class Alloc>
inline constexpr bool to_is_vector<std::vector<T, Alloc>> = true;

template <class C, class X>
concept to_emplaces_back = requires(C& c, X&& x) {
    requires std::constructible_from<typename C::value_type, X>;
    c.emplace_back(static_cast<X&&>(x));
};
template <class C, class X>
concept to_pushes_back = requires(C& c, X&& x) { c.push_back(static_cast<X&&>(x)); };
template <class C, class X>
concept to_inserts = requires(C& c, X&& x) { c.insert(c.end(), static_cast<X&&>(x)); };
/// Into a set of strings goes a string_view as a string is made of it: explicitly.
template <class C, class X>
concept to_inserts_made = requires(C& c, X&& x) { c.insert(c.end(), typename C::value_type(static_cast<X&&>(x))); };

template <class C, class X>
concept to_puts_pairs = requires(C& c, X&& x) {
    requires std::tuple_size<std::remove_cvref_t<X>>::value == 2;
    c.emplace(std::get<0>(static_cast<X&&>(x)), std::get<1>(static_cast<X&&>(x)));
};

template <class C>
concept to_nests = requires { typename C::value_type; } && std::ranges::range<typename C::value_type>;

/// The iterator that the deduction guides of std containers look at; those of maps want to see a std::pair.
template <class T>
struct to_guide {
    using iterator_category = std::input_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = value_type*;
    using reference = value_type&&;
    reference operator*() const;
    pointer operator->() const;
    to_guide& operator++();
    to_guide operator++(int);
    bool operator==(to_guide const&) const;
};

template <class T>
struct to_pair {};
template <class A, class B>
struct to_pair<std::tuple<A, B>> {
    using type = std::pair<A, B>;
};

template <template <class...> class C, class T>
concept to_deduces_from_iterators = requires { C(std::declval<to_guide<T>>(), std::declval<to_guide<T>>()); };
template <template <class...> class C, class T>
concept to_deduces_from_pairs =
    requires { typename to_pair<T>::type; } && to_deduces_from_iterators<C, typename to_pair<T>::type>;
template <template <class...> class C, class R>
concept to_deduces_from_range = requires { C(std::declval<R>()); };

template <template <class...> class C, class R, class T = core::stored_value_t<R>>
requires to_deduces_from_iterators<C, T> || to_deduces_from_pairs<C, T> || to_deduces_from_range<C, R>
struct to_deduce {
    static auto guess() {
        if constexpr (to_deduces_from_iterators<C, T>)
            return std::type_identity<decltype(C(std::declval<to_guide<T>>(), std::declval<to_guide<T>>()))>();
        else if constexpr (to_deduces_from_pairs<C, T>)
            return std::type_identity<decltype(C(std::declval<to_guide<typename to_pair<T>::type>>(),
                                                 std::declval<to_guide<typename to_pair<T>::type>>()))>();
        else
            return std::type_identity<decltype(C(std::declval<R>()))>();
    }
    using type = typename decltype(guess())::type;
};

template <class C>
struct to_put {
    C& out;

    template <class X>
    constexpr void operator()(X&& x) const {
        if constexpr (to_emplaces_back<C, X>)
            out.emplace_back(std::forward<X>(x));
        else if constexpr (to_pushes_back<C, X>)
            out.push_back(std::forward<X>(x));
        else if constexpr (to_inserts<C, X>)
            out.insert(out.end(), std::forward<X>(x));
        else if constexpr (to_inserts_made<C, X>)
            out.insert(out.end(), typename C::value_type(std::forward<X>(x)));
        else
            out.emplace(std::get<0>(std::forward<X>(x)), std::get<1>(std::forward<X>(x)));
    }
};

template <class C, class R>
constexpr C to_container(R&& r);

template <class C>
struct to_inner_fn {
    template <class X>
    constexpr C operator()(X&& x) const {
        return detail::to_container<C>(std::forward<X>(x));
    }
};

template <class C, class R>
constexpr C to_container(R&& r) {
    using reference = core::passed_t<R>;
    constexpr bool nested = [] {
        if constexpr (to_nests<C>)
            return !std::constructible_from<typename C::value_type, reference>;
        else
            return false;
    }();
    if constexpr (nested) {
        using inner = to_inner_fn<typename C::value_type>;
        return detail::to_container<C>(
            core::mapped_view<core::all_t<R>, inner>(core::all(std::forward<R>(r)), inner()));
    } else if constexpr (to_is_vector<C>) {
        return core::to_vector<C>(std::forward<R>(r));
    } else if constexpr (std::constructible_from<C, R>) {
        return C(std::forward<R>(r));
    } else {
        C out;
        if constexpr (std::ranges::sized_range<R> && requires { out.reserve(std::size_t{}); })
            out.reserve(static_cast<std::size_t>(std::ranges::size(r)));
        core::for_each(std::forward<R>(r), to_put<C>{out});
        return out;
    }
}

/// What stands to the right of `|`; C is a type, or a template whose arguments the range decides.
template <class C>
struct to_fn {
    template <std::ranges::input_range R>
    requires core::collectable_into<R, C>
    constexpr C operator()(R&& r) const {
        return detail::to_container<C>(std::forward<R>(r));
    }
};

template <template <class...> class C>
struct to_template_fn {
    template <std::ranges::input_range R>
    requires core::collectable_into<R, typename to_deduce<C, R>::type>
    constexpr auto operator()(R&& r) const {
        return detail::to_container<typename to_deduce<C, R>::type>(std::forward<R>(r));
    }
};

}  // namespace detail

template <class C, class R>
consteval bool core::can_collect() {
    if constexpr (!std::ranges::input_range<R> || core::infinite<R>) {
        return false;
    } else {
        using X = core::passed_t<R>;
        if constexpr (std::constructible_from<C, R>)
            return true;
        else if constexpr (detail::to_nests<C> && std::ranges::input_range<X>) {
            if constexpr (!std::constructible_from<typename C::value_type, X>)
                return core::can_collect<typename C::value_type, X>();
        }
        return std::default_initializable<C> &&
               (detail::to_emplaces_back<C, X> || detail::to_pushes_back<C, X> || detail::to_inserts<C, X> ||
                detail::to_inserts_made<C, X> || detail::to_puts_pairs<C, X>);
    }
}

/// Collect the elements in a container.
///
///     range(5) | map(square) | to<std::vector>()          // std::vector<int>
///     words | to<std::set<std::string>>()
///     pairs | to<dict>()
///     rows | to<std::vector<std::vector<int>>>()          // a range of ranges
///
/// Python    list(iterable), set(iterable), dict(iterable), Counter(iterable), ...
/// Accepts   a range that ends, and a container: as a type, or as a template whose arguments follow from the elements
/// Returns   the container; elements that are made on the way are moved into it. The [key, value] of a map become
///           std::pair<K, V>, which can be assigned and sorted
/// Cost      one pass; one allocation for a std::vector of a range that knows its size
/// Throws    what the container and the elements throw
template <class C>
requires(!std::is_reference_v<C> && !std::is_const_v<C>)
[[nodiscard]] constexpr auto to() {
    return core::bind_back(detail::to_fn<C>());
}
template <template <class...> class C>
[[nodiscard]] constexpr auto to() {
    return core::bind_back(detail::to_template_fn<C>());
}

template <class C, std::ranges::input_range R>
requires core::collectable_into<R, C>
[[nodiscard]] constexpr C to(R&& r) {
    return detail::to_fn<C>()(std::forward<R>(r));
}
template <template <class...> class C, std::ranges::input_range R>
requires std::invocable<detail::to_template_fn<C>, R>
[[nodiscard]] constexpr auto to(R&& r) {
    return detail::to_template_fn<C>()(std::forward<R>(r));
}

}  // namespace regius

#endif  // REGIUS_BUILTINS_TO_HPP
