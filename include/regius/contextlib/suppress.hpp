// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_SUPPRESS_HPP
#define REGIUS_CONTEXTLIB_SUPPRESS_HPP

#include <concepts>
#include <exception>
#include <utility>

namespace regius {

/// Call a function, and go on after it when it throws one of the classes listed, or a class derived from one.
///
///     suppress<key_error>([&] { total += prices.at(name); });          // false when it was there
///     with(suppress<key_error>, [&] { ... });                          // the same, as a context
///
/// Python    with suppress(KeyError): ...
/// Accepts   a function without arguments; its result is dropped. `suppress<>` suppresses nothing
/// Returns   whether an exception was suppressed
/// Throws    what the function throws, unless listed. What counts is the class of the exception itself, never of one
///           nested in it
/// Differs   a function where Python has a block: a destructor cannot suppress
template <class... E>
struct suppress_fn {
    template <std::invocable F>
    constexpr bool operator()(F&& f) const {
        return attempt<F, E...>(f);
    }

    void enter() const noexcept {}
    bool exit(std::exception_ptr e) const {
        return e && (*this)([&] { std::rethrow_exception(std::move(e)); });
    }

private:
    template <class F>
    static constexpr bool attempt(F& f) {
        static_cast<void>(std::forward<F>(f)());
        return false;
    }

    template <class F, class First, class... Rest>
    static constexpr bool attempt(F& f) {
        try {
            return attempt<F, Rest...>(f);
        } catch (First const&) {
            return true;
        }
    }
};

template <class... E>
inline constexpr suppress_fn<E...> suppress{};

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_SUPPRESS_HPP
