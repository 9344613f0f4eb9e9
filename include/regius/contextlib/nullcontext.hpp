// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_NULLCONTEXT_HPP
#define REGIUS_CONTEXTLIB_NULLCONTEXT_HPP

#include <exception>
#include <utility>

namespace regius {

/// A context that does nothing: where one is optional.
///
///     with(nullcontext(file), [](auto& f) { ... });       // gives file, and leaves it open
///
/// Python    contextlib.nullcontext(enter_result)
/// Lifetime  an lvalue is borrowed, a temporary is moved in
template <class T = void>
class nullcontext {
    T result_;

public:
    [[nodiscard]] constexpr explicit nullcontext(T&& result) : result_(std::forward<T>(result)) {}

    [[nodiscard]] constexpr auto& operator*() noexcept { return result_; }
    [[nodiscard]] constexpr auto* operator->() noexcept { return &result_; }

    constexpr auto& enter() noexcept { return result_; }
    void exit(std::exception_ptr) const noexcept {}
};

template <>
class nullcontext<void> {
public:
    [[nodiscard]] constexpr nullcontext() noexcept {}

    constexpr void enter() const noexcept {}
    void exit(std::exception_ptr) const noexcept {}
};

nullcontext() -> nullcontext<void>;
template <class T>
nullcontext(T&&) -> nullcontext<T>;

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_NULLCONTEXT_HPP
