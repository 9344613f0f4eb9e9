// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_TO_HPP
#define REGIUS_BUILTINS_TO_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/mapped.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>

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
inline constexpr bool to_is_vector<std::vector<T, Alloc>> = !std::same_as<T, bool>;

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

/// Walks n elements of anything and says that it is random access, so that the constructor of std::vector allocates
/// once and fills without asking for room; it reads each place once, in order.
template <class I>
class to_counted {
    I* it_ = nullptr;
    std::ptrdiff_t at_ = 0;

public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = std::iter_value_t<I>;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = std::iter_reference_t<I>;

    to_counted() = default;
    constexpr to_counted(I& it, std::ptrdiff_t at) : it_(&it), at_(at) {}
    constexpr reference operator*() const { return (*it_)[static_cast<std::iter_difference_t<I>>(at_)]; }
    constexpr reference operator[](std::ptrdiff_t n) const { return *(*this + n); }
    constexpr to_counted& operator++() {
        ++at_;
        return *this;
    }
    constexpr to_counted operator++(int) {
        auto const before = *this;
        ++at_;
        return before;
    }
    constexpr to_counted& operator--() {
        --at_;
        return *this;
    }
    constexpr to_counted operator--(int) {
        auto const before = *this;
        --at_;
        return before;
    }
    constexpr to_counted& operator+=(std::ptrdiff_t n) {
        at_ += n;
        return *this;
    }
    constexpr to_counted& operator-=(std::ptrdiff_t n) {
        at_ -= n;
        return *this;
    }
    friend constexpr to_counted operator+(to_counted it, std::ptrdiff_t n) { return it += n; }
    friend constexpr to_counted operator+(std::ptrdiff_t n, to_counted it) { return it += n; }
    friend constexpr to_counted operator-(to_counted it, std::ptrdiff_t n) { return it -= n; }
    friend constexpr std::ptrdiff_t operator-(to_counted const& a, to_counted const& b) { return a.at_ - b.at_; }
    friend constexpr bool operator==(to_counted const& a, to_counted const& b) { return a.at_ == b.at_; }
    friend constexpr auto operator<=>(to_counted const& a, to_counted const& b) { return a.at_ <=> b.at_; }
};

/// Few elements, of which some are left out, are written to where they stay: one that is not wanted is overwritten by the
/// next, which costs no branch.
template <class Vector, class R>
void to_overwrite(Vector& out, R& r, std::size_t most) {
    out.resize(most);
    auto* at = out.data();
    core::for_each_marked(r, [&at](auto&& x, bool wanted) {
        *at = static_cast<typename Vector::value_type>(std::forward<decltype(x)>(x));
        at += wanted;
    });
    out.resize(static_cast<std::size_t>(at - out.data()));
}

/// Elements on their way into a vector whose size is not known are gathered in a block, which is appended when it is
/// full. An element that is not wanted is overwritten by the next, which costs no branch. The block and its fill are
/// variables of their own: in one object the fill would go through memory, as the elements might lie over it.
template <class Vector, class R>
void to_append(Vector& out, R& r) {
    using T = typename Vector::value_type;
    constexpr std::size_t room = 2048 / sizeof(T) < 16 ? 16 : 2048 / sizeof(T);

    // Room for all that may come, where that is known and not too much; pages that are not written cost nothing.
    constexpr std::size_t room_at_once = std::size_t{1} << 26;
    constexpr std::size_t few = std::size_t{1} << 17;  // in bytes; more is not worth to be initialised first
    if constexpr (core::has_size_limit<R>) {
        auto const most = r.size_limit();
        if constexpr (core::has_for_each_marked<R>)
            if (most <= few / sizeof(T)) return detail::to_overwrite(out, r, most);
        if (most <= room_at_once / sizeof(T)) out.reserve(most);
    }

    T block[room];
    std::size_t used = 0;
    auto const add = [&](auto&& x, bool wanted) {
        block[used] = static_cast<T>(std::forward<decltype(x)>(x));
        used += wanted;
        if (used == room) {
            out.insert(out.end(), block, block + room);
            used = 0;
        }
    };
    if constexpr (core::has_for_each_marked<R>)
        core::for_each_marked(r, [&add](auto&& x, bool wanted) { add(std::forward<decltype(x)>(x), wanted); });
    else
        core::for_each(r, [&add](auto&& x) { add(std::forward<decltype(x)>(x), true); });
    out.insert(out.end(), block, block + used);
}

template <class T>
inline constexpr bool to_plain =
    std::is_trivially_copyable_v<T> && std::is_trivially_default_constructible_v<T> && sizeof(T) <= 64;

/// A range that fills a vector quicker than it gives its elements one after the other.
template <class R, class Vector>
concept to_knows_better = requires(R& r, Vector& out) { r.collect_into(out); };

template <class Vector, class R>
constexpr Vector to_vector(R&& r) {
    using T = typename Vector::value_type;
    using reference = std::ranges::range_reference_t<R>;
    if constexpr (std::same_as<std::remove_cvref_t<R>, Vector>) {
        return std::forward<R>(r);
    } else if constexpr (std::ranges::contiguous_range<R> && std::ranges::sized_range<R>) {
        auto const data = std::ranges::data(r);
        return Vector(data, data + std::ranges::size(r));
    } else if constexpr (std::ranges::random_access_range<R> && std::ranges::sized_range<R>) {
        auto it = std::ranges::begin(r);
        using counted = to_counted<decltype(it)>;
        return Vector(counted(it, 0), counted(it, static_cast<std::ptrdiff_t>(std::ranges::size(r))));
    } else if constexpr (to_knows_better<R, Vector>) {
        Vector out;
        if (std::is_constant_evaluated())
            core::for_each(r, [&out](auto&& x) { out.emplace_back(std::forward<decltype(x)>(x)); });
        else
            r.collect_into(out);
        return out;
    } else {
        Vector out;
        if constexpr (to_plain<T> && std::is_convertible_v<reference, T>) {
            if constexpr (std::ranges::sized_range<R>) {
                auto const n = static_cast<std::size_t>(std::ranges::size(r));
                out.resize(n);
                auto* at = out.data();
                core::for_each_while(r, [&at, last = at + n](auto&& x) {
                    *at = static_cast<T>(std::forward<decltype(x)>(x));
                    return ++at != last;
                });
                out.resize(static_cast<std::size_t>(at - out.data()));
                return out;
            } else if (!std::is_constant_evaluated()) {
                to_append(out, r);
                if (out.size() < out.capacity() / 2) out.shrink_to_fit();
                return out;
            }
        } else if constexpr (std::ranges::sized_range<R>) {
            out.reserve(static_cast<std::size_t>(std::ranges::size(r)));
        }
        core::for_each(r, [&out](auto&& x) { out.emplace_back(std::forward<decltype(x)>(x)); });
        return out;
    }
}

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
    using reference = std::ranges::range_reference_t<R>;
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
        return detail::to_vector<C>(std::forward<R>(r));
    } else if constexpr (std::constructible_from<C, R>) {
        return C(std::forward<R>(r));
    } else {
        C out;
        if constexpr (std::ranges::sized_range<R> && requires { out.reserve(std::size_t{}); })
            out.reserve(static_cast<std::size_t>(std::ranges::size(r)));
        core::for_each(r, to_put<C>{out});
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
        using X = std::ranges::range_reference_t<R>;
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
