// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_PARTIAL_HPP
#define REGIUS_FUNCTOOLS_PARTIAL_HPP

#include <regius/core/invoke.hpp>

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

/// A hole among the arguments of `partial`, filled by the next argument of the call.
///
/// Python    functools.Placeholder, since 3.14
struct placeholder_t {
    friend constexpr bool operator==(placeholder_t, placeholder_t) = default;
};
inline constexpr placeholder_t placeholder{};

template <class F, class... Bound>
class partial_call;

namespace detail {

template <class T>
inline constexpr bool is_partial_call = false;
template <class F, class... Bound>
inline constexpr bool is_partial_call<partial_call<F, Bound...>> = true;

struct partial_source {
    bool given;
    std::size_t at;
};

// Where each argument of the function comes from, when Given arguments are given to the call.
template <std::size_t Given, class... Bound>
struct partial_plan {
    static constexpr std::size_t holes = (std::size_t{0} + ... + std::size_t{std::same_as<Bound, placeholder_t>});
    static constexpr bool filled = Given >= holes;
    static constexpr std::size_t size = filled ? sizeof...(Bound) - holes + Given : 0;

    struct sources_type {
        partial_source of[size + 1];
    };
    static constexpr sources_type sources = [] {
        sources_type result{};
        constexpr bool is_hole[] = {std::same_as<Bound, placeholder_t>..., false};
        if (filled) {
            std::size_t out = 0, given = 0;
            for (std::size_t i = 0; i < sizeof...(Bound); ++i)
                result.of[out++] = is_hole[i] ? partial_source{true, given++} : partial_source{false, i};
            while (given < Given) result.of[out++] = {true, given++};
        }
        return result;
    }();
};

template <class Self, class T>
using partial_like =
    std::conditional_t<std::is_lvalue_reference_v<Self>,
                       std::conditional_t<std::is_const_v<std::remove_reference_t<Self>>, T const&, T&>,
                       std::conditional_t<std::is_const_v<std::remove_reference_t<Self>>, T const&&, T&&>>;

}  // namespace detail

/// What `partial` makes: `wrapped()` is the function, `args()` what is bound.
template <class F, class... Bound>
class partial_call {
    [[no_unique_address]] F f_;
    [[no_unique_address]] std::tuple<Bound...> bound_;

    template <class Self, class Indices, class... Args>
    struct call;

    template <class Self, std::size_t... Is, class... Args>
    struct call<Self, std::index_sequence<Is...>, Args...> {
        using plan = detail::partial_plan<sizeof...(Args), Bound...>;

        template <std::size_t I>
        static constexpr decltype(auto) argument(
            [[maybe_unused]] detail::partial_like<Self, std::tuple<Bound...>> bound,
            [[maybe_unused]] std::tuple<Args&&...>& given) noexcept {
            constexpr auto source = plan::sources.of[I];
            if constexpr (source.given)
                return std::get<source.at>(std::move(given));
            else
                return std::get<source.at>(static_cast<decltype(bound)>(bound));
        }
        template <std::size_t I>
        using argument_t = decltype(argument<I>(std::declval<detail::partial_like<Self, std::tuple<Bound...>>>(),
                                                std::declval<std::tuple<Args&&...>&>()));

        using function = detail::partial_like<Self, F>;
        static constexpr bool possible = [] {
            if constexpr (plan::filled)
                return std::invocable<function, argument_t<Is>...>;
            else
                return false;
        }();
        static constexpr bool nothrow = [] {
            if constexpr (possible)
                return std::is_nothrow_invocable_v<function, argument_t<Is>...>;
            else
                return false;
        }();

        static constexpr decltype(auto) run(Self self, [[maybe_unused]] std::tuple<Args&&...> given) noexcept(nothrow) {
            return core::invoke(
                static_cast<function>(self.f_),
                argument<Is>(static_cast<detail::partial_like<Self, std::tuple<Bound...>>>(self.bound_), given)...);
        }
    };

    template <class Self, class... Args>
    using call_t = call<Self, std::make_index_sequence<detail::partial_plan<sizeof...(Args), Bound...>::size>, Args...>;

public:
    constexpr partial_call(F f, std::tuple<Bound...> bound) : f_(std::move(f)), bound_(std::move(bound)) {}

    template <class... Args>
    requires(call_t<partial_call&, Args...>::possible)
    constexpr decltype(auto) operator()(Args&&... args) & noexcept(call_t<partial_call&, Args...>::nothrow) {
        return call_t<partial_call&, Args...>::run(*this, {std::forward<Args>(args)...});
    }
    template <class... Args>
    requires(call_t<partial_call const&, Args...>::possible)
    constexpr decltype(auto) operator()(Args&&... args) const& noexcept(call_t<partial_call const&, Args...>::nothrow) {
        return call_t<partial_call const&, Args...>::run(*this, {std::forward<Args>(args)...});
    }
    template <class... Args>
    requires(call_t<partial_call &&, Args...>::possible)
    constexpr decltype(auto) operator()(Args&&... args) && noexcept(call_t<partial_call&&, Args...>::nothrow) {
        return call_t<partial_call&&, Args...>::run(std::move(*this), {std::forward<Args>(args)...});
    }

    /// The function, and the arguments bound to it.
    [[nodiscard]] constexpr F const& wrapped() const& noexcept { return f_; }
    [[nodiscard]] constexpr F&& wrapped() && noexcept { return std::move(f_); }
    [[nodiscard]] constexpr std::tuple<Bound...> const& args() const& noexcept { return bound_; }
    [[nodiscard]] constexpr std::tuple<Bound...>&& args() && noexcept { return std::move(bound_); }
};

/// A function with its first arguments bound.
///
///     auto parse_hex = partial(parse, 16);
///     parse_hex("ff")                                 // parse(16, "ff")
///     partial(pow, placeholder, 2)(7)                 // pow(7, 2)
///
/// Python    functools.partial(f, *args); placeholder is functools.Placeholder (3.14)
/// Accepts   a callable, then its first arguments; `placeholder` leaves one open, but not the last
/// Returns   a callable that takes the arguments left open, then any more
/// Cost      that of the call; as large as what it holds; allocates nothing
/// Lifetime  owns copies of the arguments; std::ref(x) binds x itself
/// Differs   there are no keyword arguments
struct partial_fn {
private:
    template <class... Args>
    static constexpr bool ends_in_hole = [] {
        bool at_end = false;
        ((at_end = std::same_as<std::remove_cvref_t<Args>, placeholder_t>), ...);
        return at_end;
    }();

    template <class F, class... Bound, class... Args>
    static constexpr auto flattened(F&& f, std::tuple<Bound...> bound, std::tuple<Args...> more) {
        using plan = detail::partial_plan<(sizeof...(Args) > detail::partial_plan<0, Bound...>::holes
                                               ? sizeof...(Args)
                                               : detail::partial_plan<0, Bound...>::holes),
                                          Bound...>;
        return [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            auto const pick = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) -> decltype(auto) {
                constexpr auto source = plan::sources.of[I];
                if constexpr (!source.given)
                    return std::get<source.at>(std::move(bound));
                else if constexpr (source.at < sizeof...(Args))
                    return std::get<source.at>(std::move(more));
                else
                    return placeholder_t{};
            };
            return partial_call<std::decay_t<F>,
                                std::decay_t<decltype(pick(std::integral_constant<std::size_t, Is>{}))>...>(
                std::forward<F>(f), {pick(std::integral_constant<std::size_t, Is>{})...});
        }(std::make_index_sequence<plan::size>());
    }

public:
    template <core::function_like F, class... Args>
    requires(!detail::is_partial_call<std::remove_cvref_t<F>>) && (!ends_in_hole<Args...>)
    [[nodiscard]] constexpr auto operator()(F&& f, Args&&... args) const {
        return partial_call<std::decay_t<F>, std::decay_t<Args>...>(std::forward<F>(f), {std::forward<Args>(args)...});
    }

    // A partial of a partial is one: its holes are filled first, the rest appended.
    template <class Partial, class... Args>
    requires detail::is_partial_call<std::remove_cvref_t<Partial>> && (!ends_in_hole<Args...>)
    [[nodiscard]] constexpr auto operator()(Partial&& p, Args&&... args) const {
        return flattened(std::forward<Partial>(p).wrapped(), std::forward<Partial>(p).args(),
                         std::forward_as_tuple(std::forward<Args>(args)...));
    }
};

inline constexpr partial_fn partial{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_PARTIAL_HPP
