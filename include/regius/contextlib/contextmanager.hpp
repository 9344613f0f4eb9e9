// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_CONTEXTMANAGER_HPP
#define REGIUS_CONTEXTLIB_CONTEXTMANAGER_HPP

#include <regius/builtins/generator.hpp>
#include <regius/core/errors.hpp>

#include <concepts>
#include <exception>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

template <class Generator>
class generator_context;

namespace detail {

template <class F>
class contextmanager_function;

}  // namespace detail

/// A guard written as a generator with one `co_yield`: before it what to do on entry, after it what to do on exit.
///
///     auto const tag = contextmanager([](std::string name) -> generator<std::string const&> {
///         std::printf("<%s>", name.c_str());
///         co_yield name;
///         std::printf("</%s>", name.c_str());
///     });
///     with(tag("b"), [](auto& name) { std::printf("bold"); });        // <b>bold</b>
///
/// Python    contextlib.contextmanager
/// Accepts   a function that returns a generator, to be called with its arguments; or a generator that has not begun
/// Returns   a function that makes contexts for `with`; of a generator, the context. The body gets what was
///           yielded, as an lvalue. An exception of the body is thrown at the `co_yield`: caught there, it is
///           suppressed
/// Cost      what the generator costs; the function is called on entry
/// Throws    what the generator throws; std::runtime_error, "generator didn't yield" on entry, "generator didn't stop"
///           when it yields again
/// Lifetime  lvalue arguments are borrowed. A context owns the rest, and a copy of the function: captures and reference
///           parameters are good for as long as it is there. It must not be moved between entry and exit
/// Differs   the function is called on entry, not when the context is made. A context is not a decorator
struct contextmanager_fn {
    template <class Yield, class Send, class Return>
    [[nodiscard]] generator_context<generator<Yield, Send, Return>> operator()(
        generator<Yield, Send, Return> g) const noexcept {
        return generator_context<generator<Yield, Send, Return>>(std::move(g));
    }

    template <class F>
    requires(!detail::is_generator<std::remove_cvref_t<F>> && std::constructible_from<std::decay_t<F>, F>)
    [[nodiscard]] constexpr auto operator()(F&& f) const {
        return detail::contextmanager_function<std::decay_t<F>>(std::forward<F>(f));
    }
};

inline constexpr contextmanager_fn contextmanager{};

/// A generator as the context that its one `co_yield` makes of it.
template <class Yield, class Send, class Return>
class [[nodiscard]] generator_context<generator<Yield, Send, Return>> {
    generator<Yield, Send, Return> generator_;

public:
    explicit generator_context(generator<Yield, Send, Return> g) noexcept : generator_(std::move(g)) {}

    /// What the generator yields first.
    std::remove_reference_t<Yield>& enter() {
        auto start = generator_.begin();
        if (start == generator_.end()) throw std::runtime_error("generator didn't yield");
        auto&& x = *start;
        return static_cast<std::remove_reference_t<Yield>&>(x);  // not moved from, as C++23 would from `return x`
    }

    /// Continue the generator, or throw e at its `co_yield`; whether it caught e.
    bool exit(std::exception_ptr e) {
        if (!e) {
            if (generator_.begin() == generator_.end()) return false;
            stop("generator didn't stop");
        }
        try {
            if (!detail::generator_access::throw_in(generator_, e)) return true;
        } catch (...) {
            if (is_same_or_wraps(std::current_exception(), e)) return false;
            throw;
        }
        stop("generator didn't stop after throw()");
    }

private:
    [[noreturn]] void stop(char const* text) {
        generator_.close();
        throw std::runtime_error(text);
    }

    // A stop_iteration of the body comes back inside the runtime_error that PEP 479 makes of it.
    static bool is_same_or_wraps(std::exception_ptr const& out, std::exception_ptr const& in) {
        if (out == in) return true;
        if (!detail::generator_holds<stop_iteration>(in)) return false;
        try {
            std::rethrow_exception(out);
        } catch (std::runtime_error const& error) {
            auto const* const nested = dynamic_cast<std::nested_exception const*>(&error);
            return nested && nested->nested_ptr() == in;
        } catch (...) {
            return false;
        }
    }
};

namespace detail {

/// A call that is made on entry, so that the function and the arguments stay where they are while it lasts.
template <class F, class... Args>
class [[nodiscard]] contextmanager_call {
    using made = std::invoke_result_t<F&, Args...>;

    F function_;
    std::tuple<Args...> args_;  // references to lvalues
    generator_context<made> context_{made()};
    bool entered_ = false;

public:
    explicit contextmanager_call(F const& f, Args&&... args) : function_(f), args_(std::forward<Args>(args)...) {}

    decltype(auto) enter() {
        if (!std::exchange(entered_, true)) {
            auto const call = [this](auto&... args) { return function_(std::forward<Args>(args)...); };
            context_ = generator_context<made>(std::apply(call, args_));
        }
        return context_.enter();
    }
    bool exit(std::exception_ptr e) { return context_.exit(std::move(e)); }
};

template <class F>
class contextmanager_function {
    F function_;

public:
    constexpr explicit contextmanager_function(F f) : function_(std::move(f)) {}

    template <class... Args>
    requires std::invocable<F&, Args...> && is_generator<std::invoke_result_t<F&, Args...>>
    auto operator()(Args&&... args) const {
        return contextmanager_call<F, Args...>(function_, std::forward<Args>(args)...);
    }
};

}  // namespace detail

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_CONTEXTMANAGER_HPP
