// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_EXCEPTION_CHAIN_HPP
#define REGIUS_CORE_EXCEPTION_CHAIN_HPP

#include <regius/core/errors.hpp>

#include <exception>
#include <stdexcept>
#include <typeinfo>
#include <utility>

namespace regius {

namespace detail {

template <class E>
struct chained : E, std::nested_exception {
    chained(E const& e, std::nested_exception const& context) : E(e), std::nested_exception(context) {}
};

// The exact class only: a class of the user's that derives from E would lose what it adds.
template <class E>
void rethrow_chained_if(std::exception const& e, std::nested_exception const& context) {
    if (typeid(e) == typeid(E)) throw chained<E>(static_cast<E const&>(e), context);
}

template <class... E>
void rethrow_chained_if_any(std::exception const& e, std::nested_exception const& context) {
    (rethrow_chained_if<E>(e, context), ...);
}

inline std::nested_exception context_of(std::exception_ptr const& e) {
    try {
        std::rethrow_exception(e);
    } catch (...) {
        return {};
    }
}

}  // namespace detail

namespace core {

/// `newer`, which was thrown while `older` was being handled, carrying `older` as its std::nested_exception.
///
/// Returns   `newer` itself when it carries an exception already (std::throw_with_nested in a clean-up nests `older`:
///           it is the current exception there), when it is `older` thrown again, and when its class cannot be copied
///           from outside: only the classes of <stdexcept> and of this library can
/// Python    `__context__`, as ExitStack sets it
inline std::exception_ptr chain_exceptions(std::exception_ptr newer, std::exception_ptr const& older) {
    if (!older || newer == older) return newer;
    try {
        try {
            std::rethrow_exception(newer);
        } catch (std::nested_exception const&) {
            return newer;
        } catch (std::exception const& e) {
            detail::rethrow_chained_if_any<std::runtime_error, std::range_error, std::overflow_error,
                                           std::underflow_error, std::logic_error, std::invalid_argument,
                                           std::domain_error, std::length_error, std::out_of_range, value_error,
                                           key_error, index_error, invalidated, rate_limit_exceeded, stop_iteration>(
                e, detail::context_of(older));
            return newer;
        }
    } catch (...) {
        return std::current_exception();
    }
}

}  // namespace core

}  // namespace regius

#endif  // REGIUS_CORE_EXCEPTION_CHAIN_HPP
