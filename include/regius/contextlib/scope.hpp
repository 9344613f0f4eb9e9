// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_SCOPE_HPP
#define REGIUS_CONTEXTLIB_SCOPE_HPP

#include <regius/core/cleanup.hpp>

#include <concepts>
#include <exception>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

struct scope_always;
struct scope_on_failure;
struct scope_on_success;

template <class F, class When>
class scope_guard;

}  // namespace detail

/// Call `f` when the scope ends, however it ends.
///
///     auto* file = std::fopen(path, "r");
///     scope_exit close([&] { std::fclose(file); });
///
/// Python    try: ... finally: f()
/// Accepts   anything callable without arguments; its result is ignored
/// Cost      what the call written by hand costs; allocates nothing
/// Throws    what `f` throws, at a normal end; while another exception is on its way, that one goes on and the one of
///           `f` is dropped. When `f` cannot be stored it is called at once, and the guard is not made
/// Lifetime  owns `f`; movable: the guard moved from is no longer armed
///
/// `release()` disarms the guard, `armed()` tells whether it would still call.
template <class F>
class scope_exit : public detail::scope_guard<F, detail::scope_always> {
public:
    using detail::scope_guard<F, detail::scope_always>::scope_guard;
};

/// Call `f` when the scope is left by an exception: undo what was half done.
///
///     v.push_back(x);
///     scope_fail undo([&] { v.pop_back(); });
///     index.insert(x);
///
/// Python    try: ... except: f(); raise
/// Cost      two reads of `std::uncaught_exceptions()`
/// Throws    nothing from its end: an exception of `f` is dropped, the one on its way goes on
/// Differs   tells a failure by counting exceptions under way in its thread. In a coroutine, or in a fiber that changes
///           threads, the count may be another's: use `with`, or `scope_exit` and `release()`, there
template <class F>
class scope_fail : public detail::scope_guard<F, detail::scope_on_failure> {
public:
    using detail::scope_guard<F, detail::scope_on_failure>::scope_guard;
};

/// Call `f` when the scope ends without an exception.
///
/// Python    try: ... else: f()
/// Cost      two reads of `std::uncaught_exceptions()`
/// Throws    what `f` throws
/// Differs   counts exceptions under way, as `scope_fail` does, and is misled where that is
template <class F>
class scope_success : public detail::scope_guard<F, detail::scope_on_success> {
public:
    using detail::scope_guard<F, detail::scope_on_success>::scope_guard;
};

template <class F>
scope_exit(F) -> scope_exit<F>;
template <class F>
scope_fail(F) -> scope_fail<F>;
template <class F>
scope_success(F) -> scope_success<F>;

namespace detail {

struct scope_always {
    static constexpr bool calls_when_not_made = true;
    bool armed = true;

    constexpr void release() noexcept { armed = false; }
    constexpr bool due() const noexcept { return armed; }
};

struct scope_on_failure {
    static constexpr bool calls_when_not_made = true;
    int before = std::uncaught_exceptions();
    bool armed = true;

    void release() noexcept { armed = false; }
    bool due() const noexcept { return armed && std::uncaught_exceptions() > before; }
};

struct scope_on_success {
    static constexpr bool calls_when_not_made = false;
    int before = std::uncaught_exceptions();
    bool armed = true;

    void release() noexcept { armed = false; }
    bool due() const noexcept { return armed && std::uncaught_exceptions() <= before; }
};

template <class F, class When>
class scope_guard {
    static_assert(std::invocable<F&>, "regius: what a scope guard calls takes no arguments");

    F f_;
    When when_;

public:
    template <class G>
    requires std::constructible_from<F, G> && (!std::derived_from<std::remove_cvref_t<G>, scope_guard>)
    [[nodiscard]] constexpr explicit scope_guard(G&& f) noexcept(std::is_nothrow_constructible_v<F, G>)
        : f_(stored<G>(f)) {}

    constexpr scope_guard(scope_guard&& that) noexcept(std::is_nothrow_move_constructible_v<F>)
        : f_(std::move_if_noexcept(that.f_)), when_(that.when_) {
        that.release();
    }
    scope_guard& operator=(scope_guard&&) = delete;

    [[gnu::always_inline]] constexpr ~scope_guard() noexcept(std::is_nothrow_invocable_v<F&>) {
        if (when_.due()) core::cleanup(f_);
    }

    constexpr void release() noexcept { when_.release(); }
    [[nodiscard]] constexpr bool armed() const noexcept { return when_.armed; }

private:
    // Copies where a move may throw: f must be whole when it has to be called instead.
    template <class G>
    static constexpr F stored(std::remove_reference_t<G>& f) {
        if constexpr (std::is_nothrow_constructible_v<F, G> || !std::is_constructible_v<F, G&>) {
            return F(static_cast<G&&>(f));
        } else {
            try {
                return F(f);
            } catch (...) {
                if constexpr (When::calls_when_not_made) f();
                throw;
            }
        }
    }
};

}  // namespace detail

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_SCOPE_HPP
