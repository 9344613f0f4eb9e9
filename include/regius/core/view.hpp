// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_VIEW_HPP
#define REGIUS_CORE_VIEW_HPP

#include <regius/core/flow.hpp>
#include <regius/core/iterator.hpp>

#include <concepts>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

// A lazy tool is a view that says up to four things about itself, each as a static function of the view or of the view
// const, constrained to what it needs:
//
//     first(self)          a cursor on the first element
//     last(self)           a cursor past the last one, a basic_sentinel, or std::default_sentinel; the latter if absent
//     count(self)          how many elements there are, where that is known without looking
//     flow(self, sink)     the same elements, pushed: see core/flow.hpp; if absent, the view is walked
//
// `view_facade` makes begin, end, size and for_each_while of them, for the view and the view const alike.
// `static constexpr bool simple` says that the view const does for both.

/// T as a member of Self: const in a const view.
template <class Self, class T>
using member_of = std::conditional_t<std::is_const_v<std::remove_reference_t<Self>>, T const, T>;

template <class Self, class V>
concept walks = std::ranges::input_range<member_of<Self, V>>;

template <class D>
concept has_first = requires(D& self) { std::remove_const_t<D>::first(self); };
template <class D>
concept has_count = requires(D& self) { std::remove_const_t<D>::count(self); };

template <class D>
class view_facade : public std::ranges::view_interface<D> {
    constexpr D& self() noexcept { return static_cast<D&>(*this); }
    constexpr D const& self() const noexcept { return static_cast<D const&>(*this); }

    template <class T>
    static constexpr auto wrapped(T place) {
        if constexpr (requires { place.read(); })
            return basic_iterator<T>(std::move(place));
        else
            return place;
    }
    static constexpr auto end_of(auto& self) {
        if constexpr (requires { D::last(self); })
            return wrapped(D::last(self));
        else
            return std::default_sentinel;
    }
    static constexpr bool push(auto& self, auto& sink) {
        if constexpr (requires { D::flow(self, sink); })
            return D::flow(self, sink);
        else
            return for_each_between(wrapped(D::first(self)), end_of(self), sink);
    }

public:
    [[nodiscard, gnu::always_inline]] constexpr auto begin()
    requires(!(D::simple && has_first<D const>))
    {
        return wrapped(D::first(self()));
    }
    [[nodiscard, gnu::always_inline]] constexpr auto begin() const
    requires has_first<D const>
    {
        return wrapped(D::first(self()));
    }

    [[nodiscard]] constexpr auto end()
    requires(!(D::simple && has_first<D const>))
    {
        return end_of(self());
    }
    [[nodiscard]] constexpr auto end() const
    requires has_first<D const>
    {
        return end_of(self());
    }

    [[nodiscard]] constexpr auto size()
    requires has_count<D>
    {
        return D::count(self());
    }
    [[nodiscard]] constexpr auto size() const
    requires has_count<D const>
    {
        return D::count(self());
    }

    constexpr bool for_each_while(auto&& sink)
    requires(!(D::simple && has_first<D const>))
    {
        return push(self(), sink);
    }
    constexpr bool for_each_while(auto&& sink) const
    requires has_first<D const>
    {
        return push(self(), sink);
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_VIEW_HPP
