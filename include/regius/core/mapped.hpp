// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_MAPPED_HPP
#define REGIUS_CORE_MAPPED_HPP

#include <regius/core/basic_sentinel.hpp>
#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

template <class... Ts>
class row;

template <std::ranges::view V, class F>
class mapped_view;

/// A tuple of references is good for looking; what is kept are the elements.
template <class T>
struct mapped_value : std::type_identity<T> {};
template <class... Ts>
struct mapped_value<row<Ts...>> : std::type_identity<std::tuple<std::remove_cvref_t<Ts>...>> {};

template <class V, class F>
class mapped_cursor {
    std::ranges::iterator_t<V> it_{};
    F* f_ = nullptr;

    using Base = std::ranges::iterator_t<V>;

    template <class, class>
    friend class mapped_cursor;

public:
    using value_type = kept_value_t<
        V,
        typename mapped_value<std::remove_cvref_t<std::invoke_result_t<F&, std::ranges::range_reference_t<V>>>>::type>;
    using difference_type = std::ranges::range_difference_t<V>;

    mapped_cursor()
    requires std::default_initializable<Base>
    = default;
    constexpr mapped_cursor(Base it, F& f) : it_(std::move(it)), f_(&f) {}
    template <class W>
    requires(!std::same_as<V, W>) && std::convertible_to<std::ranges::iterator_t<W> const&, Base>
    constexpr mapped_cursor(mapped_cursor<W, std::remove_const_t<F>> const& that) : it_(that.it_), f_(that.f_) {}

    // A member of an element that is made on the spot would be gone with it: it is handed out by value.
    constexpr decltype(auto) read() const {
        if constexpr (std::is_member_object_pointer_v<std::remove_const_t<F>> &&
                      !std::is_reference_v<std::ranges::range_reference_t<V>>)
            return std::decay_t<decltype(core::invoke(*f_, *it_))>(core::invoke(*f_, *it_));
        else
            return core::invoke(*f_, *it_);
    }
    constexpr void next() { ++it_; }
    [[nodiscard]] constexpr bool done(std::ranges::sentinel_t<V> const& last) const { return it_ == last; }
    [[nodiscard]] constexpr bool equal(mapped_cursor const& that) const
    requires std::ranges::forward_range<V>
    {
        return it_ == that.it_;
    }
    constexpr void prev()
    requires std::ranges::bidirectional_range<V>
    {
        --it_;
    }
    constexpr void advance(difference_type n)
    requires std::ranges::random_access_range<V>
    {
        it_ += n;
    }
    [[nodiscard]] constexpr difference_type distance_to(mapped_cursor const& that) const
    requires std::ranges::random_access_range<V>
    {
        return that.it_ - it_;
    }
    [[nodiscard]] constexpr difference_type remaining(std::ranges::sentinel_t<V> const& last) const
    requires std::sized_sentinel_for<std::ranges::sentinel_t<V>, Base>
    {
        return last - it_;
    }
};

/// The elements of V as F makes them. An F that only picks a part of an element says `static constexpr bool picks`:
/// reading it again costs nothing.
template <std::ranges::view V, class F>
class mapped_view : public view_facade<mapped_view<V, F>> {
    [[no_unique_address]] V base_;
    [[no_unique_address]] box<F> f_;

    template <class Self>
    using cursor = mapped_cursor<member_of<Self, V>, member_of<Self, F>>;

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = core::rereadable<V> && requires { requires F::picks; };
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;
    static constexpr bool in_pieces = core::in_pieces<V>;

    constexpr mapped_view(V base, F f) : base_(std::move(base)), f_(std::move(f)) {}

    template <class Self>
    requires walks<Self, V> && std::invocable<member_of<Self, F>&, std::ranges::range_reference_t<member_of<Self, V>>>
    static constexpr auto first(Self& self) {
        return cursor<Self>(std::ranges::begin(self.base_), *self.f_);
    }
    template <class Self>
    requires walks<Self, V>
    static constexpr auto last(Self& self) {
        if constexpr (std::ranges::common_range<member_of<Self, V>> && std::ranges::forward_range<member_of<Self, V>>)
            return cursor<Self>(std::ranges::end(self.base_), *self.f_);
        else
            return sentinel_at(std::ranges::end(self.base_));
    }
    template <class Self>
    requires std::ranges::sized_range<member_of<Self, V>>
    static constexpr auto count(Self& self) {
        return std::ranges::size(self.base_);
    }
    static constexpr bool flow(auto& self, auto& sink) {
        return core::for_each_while(
            self.base_, [&](auto&& x) -> bool { return sink(core::invoke(*self.f_, std::forward<decltype(x)>(x))); });
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_MAPPED_HPP
