// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SIGNATURE_HPP
#define REGIUS_CORE_SIGNATURE_HPP

#include <type_traits>

namespace regius::core {

/// What a callable says about itself when it has exactly one signature: `type` is R(Args...), the parameters as
/// declared. Overloaded and generic callables have none.
template <class F>
struct signature {};

namespace signature_of {

template <class Member>
struct member {};

// A call operator, const or not, of an lvalue or of anything, throwing or not.
template <class C, class R, class... Args, bool NoThrow>
struct member<R (C::*)(Args...) noexcept(NoThrow)> {
    using type = R(Args...);
};
template <class C, class R, class... Args, bool NoThrow>
struct member<R (C::*)(Args...) const noexcept(NoThrow)> {
    using type = R(Args...);
};
template <class C, class R, class... Args, bool NoThrow>
struct member<R (C::*)(Args...) & noexcept(NoThrow)> {
    using type = R(Args...);
};
template <class C, class R, class... Args, bool NoThrow>
struct member<R (C::*)(Args...) const & noexcept(NoThrow)> {
    using type = R(Args...);
};

}  // namespace signature_of

template <class F>
requires requires { &F::operator(); }
struct signature<F> : signature_of::member<decltype(&F::operator())> {};

// What a wrapper with a template for a call operator says of itself.
template <class F>
requires requires { typename F::regius_signature; }
struct signature<F> {
    using type = typename F::regius_signature;
};

template <class R, class... Args, bool NoThrow>
struct signature<R(Args...) noexcept(NoThrow)> {
    using type = R(Args...);
};
template <class T>
requires std::is_function_v<T>
struct signature<T*> : signature<T> {};

// A pointer to a member function is called with the object first.
template <class C, class R, class... Args, bool NoThrow>
struct signature<R (C::*)(Args...) noexcept(NoThrow)> {
    using type = R(C&, Args...);
};
template <class C, class R, class... Args, bool NoThrow>
struct signature<R (C::*)(Args...) const noexcept(NoThrow)> {
    using type = R(C const&, Args...);
};

template <class F>
using signature_t = typename signature<std::remove_cvref_t<F>>::type;

/// A callable whose parameters are written down once: a function, a lambda without `auto`.
template <class F>
concept has_one_signature = requires { typename signature_t<F>; };

}  // namespace regius::core

#endif  // REGIUS_CORE_SIGNATURE_HPP
