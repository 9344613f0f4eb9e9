// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_CLOSING_HPP
#define REGIUS_CONTEXTLIB_CLOSING_HPP

#include <regius/core/cleanup.hpp>

#include <exception>
#include <type_traits>
#include <utility>

namespace regius {

/// Call `close()` on a thing when the scope ends.
///
///     closing page(open_url("..."));
///     page->read();
///
/// Python    with closing(thing) as thing: ...
/// Accepts   anything with a `close()` member
/// Throws    what `close()` throws, at a normal end; dropped while another exception is on its way
/// Lifetime  an lvalue is borrowed, a temporary is moved in; movable
///
/// As a context (`with(closing(x), body)`) it gives the thing.
template <class T>
requires requires(T& thing) { thing.close(); }
class closing {
    T thing_;
    bool open_ = true;

public:
    [[nodiscard]] constexpr explicit closing(T&& thing) : thing_(std::forward<T>(thing)) {}
    constexpr closing(closing&& that) noexcept(std::is_nothrow_constructible_v<T, T&&>)
        : thing_(std::forward<T>(that.thing_)), open_(std::exchange(that.open_, false)) {}

    constexpr ~closing() noexcept(noexcept(std::declval<T&>().close())) {
        if (open_) core::cleanup([this]() noexcept(noexcept(std::declval<T&>().close())) { thing_.close(); });
    }

    [[nodiscard]] constexpr auto& operator*() noexcept { return thing_; }
    [[nodiscard]] constexpr auto* operator->() noexcept { return &thing_; }

    constexpr auto& enter() noexcept { return thing_; }
    void exit(std::exception_ptr) {
        if (std::exchange(open_, false)) thing_.close();
    }
};

template <class T>
closing(T&&) -> closing<T>;

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_CLOSING_HPP
