// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_PRODUCT_HPP
#define REGIUS_ITERTOOLS_PRODUCT_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/row.hpp>
#include <regius/core/selection.hpp>
#include <regius/core/view.hpp>

#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view... Ps>
class product_view;

/// Every way to take one element of each range; the last range changes fastest.
///
///     product("AB"sv, range(2))               // (A, 0) (A, 1) (B, 0) (B, 1)
///     for (auto [x, y] : product(range(w), range(h))) ...
///
/// Python    itertools.product(*iterables)
/// Accepts   ranges with an end; none gives one empty tuple
/// Yields    tuples of references to the elements, values where a range makes them
/// Category  forward, sized; const-iterable where the ranges are
/// Cost      amortised O(1) a step. A range is read where it is if it is random access and not computed, else it is
///           copied once, at the call. Terminal tools run nested loops
/// Lifetime  lvalue ranges are borrowed, rvalues are owned
struct product_fn {
    template <core::poolable... Rs>
    requires(sizeof...(Rs) > 0)
    [[nodiscard]] constexpr auto operator()(Rs&&... ranges) const {
        return product_view<core::pool_t<Rs>...>(core::pool(std::forward<Rs>(ranges))...);
    }
    [[nodiscard]] constexpr auto operator()() const { return std::views::single(std::tuple<>()); }
};

inline constexpr product_fn product{};

/// Every way to take k elements of one range, one after the other, the last changing fastest.
///
///     product_repeat("01"sv, 3)               // 000 001 010 ... 111
///
/// Python    itertools.product(iterable, repeat=k)
/// Accepts   a range with an end and a number of elements, k >= 0; k = 0 gives one empty choice
/// Yields    windows on a buffer that the next one overwrites; their value_type is a std::vector, so that collecting them
///           keeps them
/// Category  input
/// Cost      amortised O(1) a step; two small allocations
/// Throws    value_error from the call, "repeat argument cannot be negative"
struct product_repeat_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r, core::integer auto k) const {
        using pool = core::pool_t<R>;
        using view = core::selection_view<pool, core::select::product>;
        auto const size = core::selection_size(k, "repeat argument cannot be negative");
        if constexpr (std::default_initializable<pool>)
            if (size == 0) return view(pool(), size);  // nothing is read, as in Python
        return view(core::pool(std::forward<R>(r)), size);
    }
    [[nodiscard]] constexpr auto operator()(core::integer auto k) const {
        (void)core::selection_size(k, "repeat argument cannot be negative");
        return core::bind_back(*this, k);
    }
};

inline constexpr product_repeat_fn product_repeat{};

/// product_repeat with K known at compile time.
///
/// Yields    tuples of references to the elements, values where the range makes them
/// Category  forward
template <std::size_t K>
struct product_n_fn {
    template <core::poolable R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return core::fixed_selection_view<core::pool_t<R>, core::select::product, K>(core::pool(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

template <std::size_t K>
inline constexpr product_n_fn<K> product_n{};

namespace detail {

template <class... Ps>
class product_cursor {
    std::tuple<std::ranges::iterator_t<Ps>...> begins_;
    std::tuple<std::ranges::iterator_t<Ps>...> its_;
    std::tuple<std::ranges::iterator_t<Ps>...> ends_;
    bool done_ = true;

    /// To the next element of range I; where it ends, to that of the one before it. Whether all have ended.
    template <std::size_t I>
    constexpr bool step() {
        if (++std::get<I>(its_) != std::get<I>(ends_)) return false;
        std::get<I>(its_) = std::get<I>(begins_);
        if constexpr (I == 0)
            return true;
        else
            return step<I - 1>();
    }

public:
    using value_type = std::tuple<std::ranges::range_value_t<Ps>...>;

    product_cursor() = default;
    constexpr explicit product_cursor(Ps&... pools)
        : begins_(std::ranges::begin(pools)...),
          its_(begins_),
          ends_((std::ranges::begin(pools) +
                 static_cast<std::ranges::range_difference_t<Ps>>(std::ranges::size(pools)))...),
          done_(((std::ranges::size(pools) == 0) || ...)) {}

    constexpr auto read() const {
        return std::apply(
            [](auto const&... it) { return core::row<std::ranges::range_reference_t<Ps>...>(std::in_place, *it...); },
            its_);
    }
    constexpr void next() { done_ = step<sizeof...(Ps) - 1>(); }
    [[nodiscard]] constexpr bool done() const { return done_; }
    [[nodiscard]] constexpr bool equal(product_cursor const& that) const {
        return done_ == that.done_ && its_ == that.its_;
    }
};

}  // namespace detail

template <std::ranges::view... Ps>
class product_view : public core::view_facade<product_view<Ps...>> {
    std::tuple<Ps...> pools_;

public:
    static constexpr bool simple = (core::simple_view<Ps> && ...);
    static constexpr bool rereadable = true;

    constexpr explicit product_view(Ps... pools) : pools_(std::move(pools)...) {}

    template <class Self>
    requires(core::pooled<core::member_of<Self, Ps>> && ...)
    static constexpr auto first(Self& self) {
        return std::apply([](auto&... pool) { return detail::product_cursor<core::member_of<Self, Ps>...>(pool...); },
                          self.pools_);
    }
    /// Modulo 2^64, as every size is; a product that is longer than that is never walked to its end.
    static constexpr std::size_t count(auto& self) {
        return std::apply([](auto&... pool) { return (static_cast<std::size_t>(std::ranges::size(pool)) * ...); },
                          self.pools_);
    }
    static constexpr bool flow(auto& self, auto& sink) { return loop(self.pools_, sink); }

private:
    /// One loop a range, each inside the one before.
    template <class Pools, class Sink, class... Elements>
    static constexpr bool loop(Pools& pools, Sink& sink, Elements&&... elements) {
        if constexpr (sizeof...(Elements) == sizeof...(Ps)) {
            return sink(core::row<Elements...>(std::in_place, static_cast<Elements&&>(elements)...));
        } else {
            return core::for_each_while(std::get<sizeof...(Elements)>(pools), [&](auto&& x) -> bool {
                using element = std::ranges::range_reference_t<decltype(std::get<sizeof...(Elements)>(pools))>;
                return product_view::loop<Pools, Sink, Elements..., element>(
                    pools, sink, static_cast<Elements&&>(elements)..., static_cast<element&&>(x));
            });
        }
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_PRODUCT_HPP
