// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_WITH_HPP
#define REGIUS_CONTEXTLIB_WITH_HPP

#include <regius/core/exception_chain.hpp>

#include <concepts>
#include <cstddef>
#include <exception>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// Python's context manager. `exit` gets the exception that leaves the body, or null; when it returns true, the
/// exception is suppressed. An `exit` that returns nothing suppresses nothing.
template <class C>
concept context = requires(C& c, std::exception_ptr e) {
    c.enter();
    c.exit(e);
};

/// A context that may suppress the exception of its body.
template <class C>
concept suppressing_context = context<C> && requires(C& c, std::exception_ptr e) {
    { c.exit(e) } -> std::convertible_to<bool>;
};

}  // namespace core

namespace detail {

template <class Args, class Sequence>
struct with_call;

template <class... Args>
using with_call_of = with_call<std::tuple<Args...>, std::make_index_sequence<sizeof...(Args) - 1>>;

/// The last argument can be called with what the others give on entry, or without arguments.
template <class... Args>
concept with_body_takes_what_the_contexts_give = sizeof...(Args) >= 2 && with_call_of<Args...>::callable;

}  // namespace detail

/// Run a body inside contexts: for what a destructor cannot do, which is to see an exception, suppress it or
/// replace it by another.
///
///     with(suppress<key_error>, [&] { total += prices.at(name); });
///     with(transaction(db), temp_directory(), [&](auto& work, auto& scratch) { ... });
///
/// Python    with a as x, b as y: body
/// Accepts   contexts, then a body that takes an lvalue of what each gives on entry (nothing for those that give
///           nothing), or that takes nothing. A context has `enter()` and `exit(std::exception_ptr)`, which may return
///           bool; any other object is a guard, entered by existing, and gives itself
/// Returns   what the body returns. Where a context may suppress: std::optional of it, empty when suppressed; for
///           a body without a result, whether an exception was suppressed, as `suppress` does
/// Throws    what the body throws, unless suppressed. An exception of an `exit` replaces it, and carries the old one
///           as its std::nested_exception where its class is one of <stdexcept> or of this library
/// Lifetime  lvalues are borrowed; a temporary guard that can be moved ends before the contexts to its left exit
/// Differs   all contexts are made before the first is entered, in no fixed order: what making one throws, none
///           of the others sees. A body is a function: it is left by `return`, which does not leave the caller
struct with_fn {
    template <class... Args>
    requires detail::with_body_takes_what_the_contexts_give<Args...>
    constexpr decltype(auto) operator()(Args&&... args) const {
        return detail::with_call_of<Args...>::run(std::forward_as_tuple(std::forward<Args>(args)...));
    }
};

inline constexpr with_fn with{};

namespace core {

/// Exit a context that is being left by `e`, inside the handler of `e`; whether it suppressed.
template <context C>
bool exit_on_error(C& c, std::exception_ptr const& e) {
    try {
        if constexpr (suppressing_context<C>) {
            return static_cast<bool>(c.exit(e));
        } else {
            c.exit(e);
            return false;
        }
    } catch (...) {
        std::rethrow_exception(chain_exceptions(std::current_exception(), e));
    }
}

}  // namespace core

namespace detail {

struct with_done {};  // the result of a body without one

// What a context gives: a tuple of one lvalue, or of none.
template <class C>
struct with_given {
    using type = std::tuple<C&>;
};
template <core::context C>
struct with_given<C> {
    using type = std::tuple<std::remove_reference_t<decltype(std::declval<C&>().enter())>&>;
};
template <core::context C>
requires std::is_void_v<decltype(std::declval<C&>().enter())>
struct with_given<C> {
    using type = std::tuple<>;
};

template <class Body, class Given>
struct with_body : std::false_type {};
template <class Body, class... Given>
requires std::invocable<Body, Given...>
struct with_body<Body, std::tuple<Given...>> : std::true_type {
    using result = std::invoke_result_t<Body, Given...>;
    static constexpr result call(Body&& body, std::tuple<Given...>& given) {
        return std::apply(std::forward<Body>(body), given);
    }
};
template <class Body, class First, class... Given>
requires std::invocable<Body> && (!std::invocable<Body, First, Given...>)
struct with_body<Body, std::tuple<First, Given...>> : std::true_type {
    using result = std::invoke_result_t<Body>;
    static constexpr result call(Body&& body, std::tuple<First, Given...>&) { return std::forward<Body>(body)(); }
};

template <class... Args, std::size_t... I>
struct with_call<std::tuple<Args...>, std::index_sequence<I...>> {
    using arguments = std::tuple<Args&&...>;
    using body = std::tuple_element_t<sizeof...(I), std::tuple<Args...>>;
    template <std::size_t N>
    using argument = std::tuple_element_t<N, std::tuple<Args...>>;

    using given =
        decltype(std::tuple_cat(std::declval<typename with_given<std::remove_reference_t<argument<I>>>::type>()...));
    using caller = with_body<body, given>;
    static constexpr bool callable = caller::value;
    static constexpr bool may_suppress = (core::suppressing_context<std::remove_reference_t<argument<I>>> || ...);

    static constexpr decltype(auto) run(arguments args) {
        using result = typename caller::result;
        if constexpr (may_suppress && std::is_void_v<result>)
            return !frame<std::optional<with_done>, 0>(args, std::tuple<>()).has_value();
        else if constexpr (may_suppress)
            return frame<std::optional<std::remove_cvref_t<result>>, 0>(args, std::tuple<>());
        else if constexpr (std::is_void_v<result>)
            frame<with_done, 0>(args, std::tuple<>());
        else
            return frame<result, 0>(args, std::tuple<>());
    }

private:
    template <class Out, std::size_t N, class Given>
    static constexpr Out frame(arguments& args, Given values) {
        if constexpr (N == sizeof...(I)) {
            auto&& last = std::forward<body>(std::get<N>(args));
            if constexpr (std::is_void_v<typename caller::result>) {
                caller::call(std::forward<body>(last), values);
                return Out(with_done());
            } else {
                return caller::call(std::forward<body>(last), values);
            }
        } else {
            using C = std::remove_reference_t<argument<N>>;
            C& c = std::get<N>(args);
            if constexpr (!core::context<C>) {
                if constexpr (!std::is_reference_v<argument<N>> && std::is_move_constructible_v<C>) {
                    C own(std::move(c));
                    return frame<Out, N + 1>(args, std::tuple_cat(values, std::tuple<C&>(own)));
                } else {
                    return frame<Out, N + 1>(args, std::tuple_cat(values, std::tuple<C&>(c)));
                }
            } else if constexpr (std::is_void_v<decltype(c.enter())>) {
                c.enter();
                return inside<Out>(c, [&]() -> Out { return frame<Out, N + 1>(args, values); });
            } else {
                auto&& x = c.enter();
                return inside<Out>(
                    c, [&]() -> Out { return frame<Out, N + 1>(args, std::tuple_cat(values, std::tie(x))); });
            }
        }
    }

    template <class Out, class C, class Inner>
    static constexpr Out inside(C& c, Inner const& inner) {
        bool entered = true;
        Out out = [&]() -> Out {
            try {
                return inner();
            } catch (...) {
                entered = false;
                if (core::exit_on_error(c, std::current_exception())) {
                    if constexpr (core::suppressing_context<C>) return Out();
                }
                throw;
            }
        }();
        if (entered) c.exit(std::exception_ptr());
        if constexpr (std::is_reference_v<Out>)
            return static_cast<Out>(out);
        else
            return out;
    }
};

}  // namespace detail

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_WITH_HPP
