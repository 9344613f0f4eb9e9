// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TEXT_HPP
#define REGIUS_CORE_TEXT_HPP

#include <regius/core/pipe.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius::core {

// What a text tool takes, and who owns it. An lvalue, a std::string_view and a char const* are borrowed; any other
// rvalue is owned, so that nothing dangles.

/// std::string, std::string_view, char const*, or whatever converts to std::string_view.
template <class T>
concept text = std::convertible_to<T, std::string_view> && !std::same_as<std::remove_cvref_t<T>, std::nullptr_t> &&
               (std::is_lvalue_reference_v<T> || !std::is_array_v<std::remove_cvref_t<T>>);

template <class T>
concept character = std::same_as<std::remove_cvref_t<T>, char>;

/// A separator, or one of the pieces of a join.
template <class T>
concept text_or_char = text<T> || character<T>;

/// A number of times: an integer, but not a character and not a truth value.
template <class T>
concept count_of_times =
    std::integral<std::remove_cvref_t<T>> && !character<T> && !std::same_as<std::remove_cvref_t<T>, bool>;

inline constexpr std::ptrdiff_t any_number_of_times = std::numeric_limits<std::ptrdiff_t>::max();

/// Python's maxsplit and count: any number if negative.
template <count_of_times N>
constexpr std::ptrdiff_t times_from(N n) noexcept {
    return n < 0 || !std::in_range<std::ptrdiff_t>(n) ? any_number_of_times : static_cast<std::ptrdiff_t>(n);
}

template <class T>
concept borrowed_text = text<T> && (std::is_lvalue_reference_v<T> || std::is_pointer_v<T> ||
                                    std::same_as<std::remove_cvref_t<T>, std::string_view>);

/// The characters of a text, never at a null pointer. An array ends at its first '\0', or where it ends.
template <class T>
requires text<T const&>
constexpr std::string_view view_of(T const& x) {
    if constexpr (std::is_array_v<T>) {
        std::string_view const whole(x, std::extent_v<T>);
        return whole.substr(0, whole.find('\0'));
    } else if constexpr (std::is_pointer_v<T>) {
        if (x == nullptr) throw value_error("regius: a null char const* is not a text");
        return x;
    } else {
        std::string_view const characters = x;
        return characters.data() == nullptr ? std::string_view("") : characters;
    }
}
constexpr std::string_view view_of(char const& c) noexcept { return {&c, 1}; }

/// A text inside a view or a closure: a string_view where it is borrowed, itself where it is owned. Move-only then,
/// since a view that is copied must not copy what it looks at.
template <class Owner>
class text_box {
    Owner text_;

public:
    static constexpr bool owns = true;

    constexpr explicit text_box(Owner&& text) : text_(std::move(text)) {}
    text_box(text_box&&) = default;
    text_box& operator=(text_box&&) = default;

    [[nodiscard]] constexpr std::string_view view() const { return core::view_of(text_); }
    [[nodiscard]] constexpr Owner release() && { return std::move(text_); }
};

template <>
class text_box<std::string_view> {
    std::string_view text_;

public:
    static constexpr bool owns = false;

    constexpr explicit text_box(std::string_view text) noexcept : text_(text) {}
    [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }
    [[nodiscard]] constexpr std::string_view release() const noexcept { return text_; }
};

/// What holds an argument of type T (as deduced by T&&): its owner, or a string_view of it; a char is itself.
template <class T>
using holder_of_t = std::conditional_t<borrowed_text<T>, std::string_view, std::remove_cvref_t<T>>;

template <class T>
constexpr holder_of_t<T> hold(T&& x) {
    if constexpr (borrowed_text<T>)
        return core::view_of(x);
    else
        return std::forward<T>(x);
}

/// Hands the arguments of a closure to the tool as rvalues, so that a text that the closure owns is owned by what
/// the tool returns, too.
template <class Tool>
struct with_own_arguments {
    template <class S, class... Args>
    requires std::invocable<Tool const&, S, Args...>
    constexpr decltype(auto) operator()(S&& s, Args... args) const {
        return Tool{}(std::forward<S>(s), std::move(args)...);
    }
};

template <class Tool, class... Args>
[[nodiscard]] constexpr auto bind_text(Tool, Args&&... args) {
    return core::bind_back(with_own_arguments<Tool>{}, core::hold(std::forward<Args>(args))...);
}

}  // namespace regius::core

#endif  // REGIUS_CORE_TEXT_HPP
